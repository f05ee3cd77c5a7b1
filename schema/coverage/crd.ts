/** Coverage as an HL7 Da Vinci CRD coverage-information extension, for systems that speak FHIR: of a statement, and of a cell. */

import type { Cell } from '../../db/coverage/matrix.ts';
import { isMention } from '../../db/coverage/mention.ts';
import { levelOf } from '../../db/history/freshness.ts';
import { type AsOf, dayBefore } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import type { coverage } from '../../db/tables/index.ts';
import { inWords, lineInWords, withModifier } from '../../db/tables/sentences.ts';
import { unitsOfId } from '../codes/code-families.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { at, type FactOf, nameOf, sentenceOf } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { citationsOf, sourceOf } from '../kit/source.ts';
import { decision } from './cell-decision.ts';
import { CoverageStatement } from './coverage.ts';
import { assertionId, type CrdAssertion, crdExtension, fhirSystems } from './crd-extension.ts';
import { CoverageCell } from './matrix-cell.ts';

/** CRD's codes for whether a service is covered. */
const covered = {
  COVERED: 'covered',
  NOT_COVERED: 'not-covered',
  CONDITIONAL: 'conditional',
  INDETERMINATE: 'indeterminate',
} as const;

/** CRD's codes for prior authorization; it is left out where it is not known. */
const authorization = {
  NO_AUTH: 'no-auth',
  AUTH_NEEDED: 'auth-needed',
  CONDITIONAL: 'conditional',
  INDETERMINATE: 'indeterminate',
  UNKNOWN: undefined,
} as const;

function codingOf(codeId: string, modifierId: string | null) {
  const [, system = '', code = ''] = codeId.split(':');
  return {
    system: fhirSystems[system] ?? '',
    code: modifierId ? `${code}:${lastPart(modifierId)}` : code,
  };
}

/** The last day on which statements hold whose ends are the first days after. */
function lastDay(ends: readonly (string | null)[]): string | undefined {
  const [first] = ends.filter((end) => end !== null).sort();
  return first && dayBefore(first);
}

function ofStatement(row: FactOf<typeof coverage>): CrdAssertion {
  return {
    covered: row.covered ? covered[row.covered] : 'indeterminate',
    billingCodes: [codingOf(row.codeId, null)],
    reason: row.summary,
    needed: `That the conditions of the policy are met.${sentence(row.summary)}`,
    policyLinks: [],
    id: row.id,
    date: row.recordedFrom.slice(0, 10),
    expiryDate: lastDay([row.validTo]),
  };
}

/** A text as a sentence after others. */
function sentence(text: string | null | undefined): string {
  return text ? ` ${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}` : '';
}

const noDecision = 'This is what was published, and no decision on a member.';

/** Whether Medicare leaves it to the contractor of the place. */
function leftToContractor(context: GraphContext, { payerId, statements: [best] }: Cell): boolean {
  return (
    best?.basis === 'CONTRACTOR_DISCRETION' && context.memory.get('payer', payerId)?.kind === 'MEDICARE_FFS'
  );
}

/** Never covered: that is for the payer of a member to say. Not covered only where a policy of the payer was read that says so, and no summary of it. */
function coveredOf(context: GraphContext, cell: Cell): CrdAssertion['covered'] {
  const [best] = cell.statements;
  if (cell.state === 'NOT_COVERED')
    return best?.policyVersionId && best.evidence === 'PRIMARY' ? 'not-covered' : 'indeterminate';
  if (cell.state === 'COVERED' || cell.state === 'CONDITIONAL') return 'conditional';
  return leftToContractor(context, cell) ? 'conditional' : 'indeterminate';
}

function neededOf(context: GraphContext, cell: Cell): string {
  const [best] = cell.statements;
  const [authorized] = cell.priorAuthorizationStatements;
  const needed = [
    leftToContractor(context, cell) &&
      'Where it is done: the Medicare contractor of that place decides, and may state nothing of its own.',
    cell.state === 'COVERED' &&
      'That the plan of the member covers it: published policy does, and the payer decides.',
    cell.state === 'CONDITIONAL' &&
      `That the conditions are met.${sentence(best?.summary)}${sentence(best?.frequency)}`,
    cell.priorAuthorization === 'CONDITIONAL' &&
      `Whether prior authorization is needed.${sentence(authorized?.summary)}`,
  ];
  return needed.filter(Boolean).join(' ');
}

function reasonOf(context: GraphContext, cell: Cell, billed: string, read: Source | undefined): string {
  const [best] = cell.statements;
  const [authorized] = cell.priorAuthorizationStatements;
  const who = `${nameOf(context, cell.payerId)}, ${lineInWords(cell.lineOfBusiness)}, ${billed}`;
  const decided = best?.covered
    ? sentenceOf(context, at(best, cell.asOf))
    : `${who}: ${decision(cell)}${sentence(best?.summary)}`;
  const open = cell.state === 'UNKNOWN' ? ' That is no denial.' : '';
  const differ = cell.state === 'CONFLICTING' ? ` ${decision(cell)}` : '';
  const known = cell.priorAuthorization === 'UNKNOWN' ? cell.priorAuthorizationReason : null;
  const authorization = known ? `not known (${inWords(known)})` : inWords(cell.priorAuthorization);
  const stated = known === null ? sentence(authorized?.summary) : '';
  const from = read ? ` From ${read.title} (${inWords(levelOf(read))}).` : '';
  return `${decided.trim()}${from}${differ}${open} Prior authorization: ${authorization}.${stated} ${noDecision}`;
}

type Source = ReturnType<typeof sourceOf>;

/** The source that a statement rests on. */
async function sourceRead(context: GraphContext, asOf: AsOf, row: object | undefined) {
  const [primary] = row ? await citationsOf(context, at(row as { readonly id: string }, asOf)) : [];
  return primary && sourceOf(context, primary);
}

/** Where sources can be read, each once. */
function addresses(sources: readonly (Source | undefined)[]): readonly string[] {
  const urls = sources.map((source) => source?.officialUrl ?? source?.url ?? '');
  return [...new Set(urls.filter((url) => /^https?:/.test(url)))];
}

async function ofCell(context: GraphContext, cell: Cell): Promise<CrdAssertion> {
  const units = await unitsOfId(context, cell.componentId, cell.asOf);
  const [first] = units;
  const billed = first ? withModifier(first.codeId, first.modifierId) : lastPart(cell.componentId);
  const { dateOfService, knownAt } = cell.asOf;
  const [read, authorized] = await Promise.all([
    sourceRead(context, cell.asOf, cell.statements[0]),
    sourceRead(context, cell.asOf, cell.priorAuthorizationStatements[0]),
  ]);
  return {
    covered: coveredOf(context, cell),
    paNeeded: authorization[cell.priorAuthorization],
    infoNeeded: leftToContractor(context, cell) ? 'location' : 'OTH',
    billingCodes: units.map(({ codeId, modifierId }) => codingOf(codeId, modifierId)),
    reason: reasonOf(context, cell, billed, read),
    needed: neededOf(context, cell),
    policyLinks: addresses([read, authorized]),
    id: assertionId(lastPart(cell.payerId), billed, dateOfService, context.release.info.hash),
    date: knownAt.slice(0, 10),
    expiryDate: cell.state === 'UNKNOWN' ? undefined : lastDay(cell.because.map(({ validTo }) => validTo)),
  };
}

builder.scalarType('JSON', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  description: 'A JSON value of any form, such as {"url": "…"}.',
  serialize: (value) => value,
});

builder.objectField(CoverageStatement, 'crdCoverageInformation', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      'The statement as a Da Vinci CRD coverage-information extension. It has no patient parts: add the `coverage` reference of your own patient. A statement without a value gives `indeterminate`; null for a mention, see `mention`: nothing of the payer was read. To answer for an order take that of its cell.',
    // One value of the graph, with some ten values inside.
    ...grows({ work: () => 10 }),
    resolve: (row) => (isMention(row) ? null : crdExtension(ofStatement(row))),
  }),
);

builder.objectField(CoverageCell, 'crdCoverageInformation', (t) =>
  t.field({
    type: 'JSON',
    description:
      'The cell as a Da Vinci CRD coverage-information extension for an order of what it bills, prior authorization included. It has no patient parts: add the `coverage` reference of your own patient. It is never `covered`, which only the payer of a member can say: what published policy covers is `conditional`, what nothing is known of `indeterminate` with the reason, and `not-covered` only what a policy of the payer excludes that was read itself. The cells of one component, payer and day have one `coverage-assertion-id`, whatever their line of business.',
    // One value of the graph, with some thirty values inside.
    ...grows({ work: () => 30 }),
    resolve: async (cell, _args, context) => crdExtension(await ofCell(context, cell)),
  }),
);
