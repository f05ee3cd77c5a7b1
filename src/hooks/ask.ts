/** What a hook needs of the graph: which payer is meant, and what its policies say of each order. Codes, a payer and days; nothing of a patient. */

import type { CrdExtension } from '../../schema/coverage/crd-extension.ts';
import type { AskGraph, OwnAnswer } from '../graphql/own-operations.ts';
import type { RefusalCode } from '../kit/refusal.ts';
import type { RequestContext } from '../kit/request-context.ts';
import type { PayerOfCoverage, ReadCoverage } from './coverage.ts';
import type { OrderedCode } from './order.ts';
import { HookRefusal, refused } from './outcome.ts';

/** Executes documents for one hook, with an answer that has data. */
export type HookQuery = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<OwnAnswer<object>>;

/** Executes for the request that is being answered; without an answer, the hook is refused. */
export function graphOf(ask: AskGraph, requestContext: RequestContext): HookQuery {
  return async (query, variables) => {
    const result = await ask<object>(query, variables, requestContext, {});
    if (result.data) return result;
    // No data at all: the server has no room or no time, or failed; the operation was well-formed.
    const [error] = result.errors ?? [];
    const code = error?.extensions?.code;
    const transient = code === 'BUSY' || code === 'DEADLINE_EXCEEDED';
    throw new HookRefusal(
      transient ? 503 : 500,
      transient ? (code as RefusalCode) : 'INTERNAL_SERVER_ERROR',
      [
        {
          code: transient ? 'transient' : 'exception',
          diagnostics: error?.message ?? 'The graph gave no answer.',
        },
      ],
    );
  };
}

/** A payer of the graph. */
export interface FoundPayer {
  readonly slug: string;
  readonly kind: string;
  /** The states in which its contractors decide, by the slug of the contractor; of Medicare alone. */
  readonly contractors?: readonly {
    readonly slug: string;
    readonly areas: {
      readonly nodes: readonly { readonly jurisdiction: { readonly state: string | null } }[];
    };
  }[];
}

const payerDocument = `query CoverageHookPayer($identifiers: [PayerIdentifierInput!]!, $ids: [ID!]!, $identified: Boolean!, $named: Boolean!, $placed: Boolean!) {
  payers(identifiers: $identifiers) @include(if: $identified) { ...HookPayer }
  nodes(ids: $ids) @include(if: $named) { ...HookPayer }
}
fragment HookPayer on Payer {
  id slug kind
  contractors @include(if: $placed) { id slug areas(first: 100) { nodes { id jurisdiction { id state } } } }
}`;

/** The one payer that a Coverage names; none, several, and an association, which decides nothing, are refused. */
export async function payerOf(
  ask: HookQuery,
  { identifiers, slugs }: PayerOfCoverage,
  placed: boolean,
): Promise<FoundPayer> {
  const where = 'prefetch.coverage.payor';
  if (identifiers.length + slugs.length === 0)
    throw refused(
      'required',
      where,
      `${where} has no identifier that names a payer here: give its NAIC company code, its claim payer id (type payerid) or, as urn:coverage-graph:payer, its slug in this graph.`,
    );
  const ids = slugs.filter((slug) => /^[a-z0-9.-]{1,80}$/.test(slug)).map((slug) => `Payer:${slug}`);
  const { data } = await ask(payerDocument, {
    identifiers,
    ids,
    identified: identifiers.length > 0,
    named: ids.length > 0,
    placed,
  });
  const { payers = [], nodes = [] } = data as {
    payers?: readonly FoundPayer[];
    nodes?: readonly (Partial<FoundPayer> | null)[];
  };
  const found = new Map(
    [...payers, ...nodes].flatMap((payer) => (payer?.slug ? [[payer.slug, payer as FoundPayer]] : [])),
  );
  const [payer, ...others] = found.values();
  if (!payer)
    throw refused(
      'not-supported',
      where,
      `${where} names no payer that this server knows. payers { slug identifiers { system value } } at the graph lists them.`,
    );
  if (others.length > 0)
    throw refused(
      'business-rule',
      where,
      `${where} names ${[...found.keys()].sort().join(' and ')}. Send one payer.`,
    );
  if (payer.kind === 'ASSOCIATION')
    throw refused(
      'not-supported',
      where,
      `${where} names an association, which decides nothing. Name the licensee that insures.`,
    );
  return payer;
}

/** A question about one code of an order. */
export interface CodeQuestion extends OrderedCode {
  readonly payer: string;
  readonly day: string | null;
}

/** What the graph answers: the extension of each line of business; where there is none, why, if it says. */
export interface CodeAnswer {
  readonly found: readonly FoundCell[];
  readonly error?: string | undefined;
}

/** A cell as an extension. */
export interface FoundCell {
  readonly state: string;
  readonly extension: CrdExtension;
}

/** Asks all in one operation; one that the graph cannot answer is an error in its place. */
export async function answersTo(
  ask: HookQuery,
  questions: readonly CodeQuestion[],
  { lineOfBusiness }: Pick<ReadCoverage, 'lineOfBusiness'>,
): Promise<readonly CodeAnswer[]> {
  if (questions.length === 0) return [];
  const declared = questions.map(
    (_, i) => `$p${i}: ID!, $s${i}: CodeSystem!, $c${i}: String!, $m${i}: [String!]!, $d${i}: Date`,
  );
  const selected = questions.map(
    (_, i) =>
      `q${i}: claimLineCoverage(payer: $p${i}, lineOfBusiness: $line, system: $s${i}, code: $c${i}, modifiers: $m${i}, asOf: {dateOfService: $d${i}}) { cells { state crdCoverageInformation } }`,
  );
  const document = `query CoverageHook($line: LineOfBusiness, ${declared.join(', ')}) { ${selected.join(' ')} }`;
  const given = questions.flatMap(({ payer, system, code, modifiers, day }, i) => [
    [`p${i}`, payer],
    [`s${i}`, system],
    [`c${i}`, code],
    [`m${i}`, modifiers],
    [`d${i}`, day],
  ]);
  const { data, errors = [] } = await ask(document, { line: lineOfBusiness, ...Object.fromEntries(given) });
  const answers = data as Readonly<
    Record<string, { cells: readonly { state: string; crdCoverageInformation: CrdExtension }[] } | null>
  >;
  return questions.map((_, i) => {
    const cells = answers[`q${i}`]?.cells;
    const error = errors.find(({ path }) => path?.[0] === `q${i}`)?.message;
    return {
      found: cells?.map(({ state, crdCoverageInformation: extension }) => ({ state, extension })) ?? [],
      error,
    };
  });
}
