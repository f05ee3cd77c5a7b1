/** The request of a hook: its form, checked field by field. What is not read is not looked at, and nothing is kept. */

import { z } from 'zod';
import { HookRefusal } from './outcome.ts';
import type { HookService } from './services.ts';

const coding = z.looseObject({ system: z.string().optional(), code: z.string().optional() });
const concept = z.looseObject({ coding: z.array(coding).optional(), text: z.string().optional() });
const identifier = z.looseObject({
  system: z.string().optional(),
  value: z.string().optional(),
  type: concept.optional(),
});
const reference = z.looseObject({ reference: z.string().optional(), identifier: identifier.optional() });
const extension = z.looseObject({ url: z.string() });

/** A FHIR resource of any type, with what is read of those that matter here. */
const resource = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  contained: z.array(z.looseObject({ resourceType: z.string(), id: z.string().optional() })).optional(),
  identifier: z.union([z.array(identifier), identifier]).optional(),
  status: z.string().optional(),
  extension: z.array(extension).optional(),
});

const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ fullUrl: z.string().optional(), resource: resource.optional() })).optional(),
});

const hookRequest = z.looseObject({
  hook: z.string(),
  hookInstance: z.string(),
  context: z.looseObject({
    patientId: z.string(),
    draftOrders: bundle,
    selections: z.array(z.string()).optional(),
  }),
  prefetch: z.record(z.string(), z.union([bundle, resource, z.null()])).optional(),
  extension: z.looseObject({}).optional(),
});

export const concepts = concept.optional();
export const references = z.union([z.array(reference), reference]).optional();

/** A FHIR resource. */
export type FhirResource = z.infer<typeof resource>;
export type FhirConcept = z.infer<typeof concept>;
export type FhirIdentifier = z.infer<typeof identifier>;
export type FhirReference = z.infer<typeof reference>;

/** A draft order, with its place among the entries of the drafts. */
export interface DraftOrder {
  readonly resource: FhirResource;
  readonly entry: number;
}

/** A request of a hook, read. */
export interface HookRequest {
  readonly orders: readonly DraftOrder[];
  /** Every resource that came with the request beside the orders. */
  readonly others: readonly FhirResource[];
  /** Whether coverage information is wanted. */
  readonly wanted: boolean;
}

/** What a value had to be, in plain words: never what it was. */
const expected: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
};

function inPlainWords(issue: z.core.$ZodIssue): string {
  const field = issue.path.join('.') || 'the body';
  if (issue.code === 'invalid_type') {
    const wanted = expected[issue.expected] ?? issue.expected;
    return `${field} must be ${wanted}.`;
  }
  if (issue.code === 'invalid_value') return `${field} must be ${issue.values.map(String).join(' or ')}.`;
  return `${field} has not the form that FHIR gives it.`;
}

/** Reads a request for a service; throws a refusal that names every field that is wrong. */
export function readHookRequest(body: unknown, { hook }: HookService): HookRequest {
  const read = hookRequest.safeParse(body);
  if (!read.success) {
    const issues = read.error.issues.slice(0, 10).map((issue) => ({
      code: 'structure' as const,
      expression: issue.path.join('.'),
      diagnostics: inPlainWords(issue),
    }));
    throw new HookRefusal(400, 'BAD_REQUEST', issues);
  }
  const { context, prefetch = {}, extension: more, hook: sent } = read.data;
  if (sent !== hook)
    throw new HookRefusal(400, 'BAD_REQUEST', [
      { code: 'value', expression: 'hook', diagnostics: `hook must be ${hook}, which this service is for.` },
    ]);
  const drafts = (context.draftOrders.entry ?? []).flatMap(({ resource }, entry) =>
    resource ? [{ resource, entry }] : [],
  );
  return {
    orders: hook === 'order-select' ? selected(drafts, context.selections) : drafts,
    others: Object.values(prefetch).flatMap((found) => (found ? resourcesIn(found) : [])),
    wanted: wantsCoverage(more?.['davinci-crd.configuration']),
  };
}

/** The drafts that were selected last; a selection that names none is refused. */
function selected(drafts: readonly DraftOrder[], selections: readonly string[] | undefined) {
  if (selections === undefined)
    throw new HookRefusal(400, 'BAD_REQUEST', [
      {
        code: 'required',
        expression: 'context.selections',
        diagnostics: 'context.selections is missing: order-select names the orders that were selected.',
      },
    ]);
  const named = new Set(selections.map((selection) => selection.split('/').slice(-2).join('/')));
  const found = drafts.filter(({ resource: { resourceType, id } }) => named.has(`${resourceType}/${id}`));
  if (found.length < named.size)
    throw new HookRefusal(422, 'BAD_USER_INPUT', [
      {
        code: 'business-rule',
        expression: 'context.selections',
        diagnostics: 'context.selections names an order that is not in context.draftOrders.',
      },
    ]);
  return found;
}

function resourcesIn(found: z.infer<typeof bundle> | FhirResource): readonly FhirResource[] {
  const inside = found.resourceType === 'Bundle' ? (found as z.infer<typeof bundle>).entry : undefined;
  return found.resourceType === 'Bundle'
    ? (inside ?? []).flatMap((entry) => entry.resource ?? [])
    : [found as FhirResource];
}

function wantsCoverage(configuration: unknown): boolean {
  const given = configuration as Readonly<Record<string, unknown>> | null | undefined;
  return given?.['coverage-info'] !== false;
}
