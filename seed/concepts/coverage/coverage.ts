/** Coverage statements: the closed list of determinations, and the rows that come of one. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import { keyOf } from '../../../db/kit/id-parts.ts';
import type { Row } from '../../../db/kit/table.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { type Citation, type Entry, entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys, holdsValue, unknown } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { code, dayOrUnknown, oneOf, slug, text, textOf, valueIn, word } from '../../kit/value-types.ts';

type Coverage = Row<typeof tables.coverage>;
type Meaning = Pick<Coverage, 'valueState' | 'unknownReason' | 'covered' | 'basis'>;

const determination = (covered: Coverage['covered'], basis: Coverage['basis']): Meaning => ({
  ...holdsValue,
  covered,
  basis,
});

/** What each word means on the two axes, coverage and its ground. `basis` and `covered` beside it may say more. */
const determinations: Readonly<Record<string, Meaning>> = {
  covered: determination('COVERED', 'NOT_STATED'),
  covered_with_criteria: determination('CONDITIONAL', 'MEDICALLY_NECESSARY_CRITERIA'),
  covered_adjunct: determination('CONDITIONAL', 'ADJUNCT'),
  not_covered: determination('NOT_COVERED', 'NOT_STATED'),
  investigational: determination('NOT_COVERED', 'EXPERIMENTAL_INVESTIGATIONAL'),
  not_medically_necessary: determination('NOT_COVERED', 'NOT_MEDICALLY_NECESSARY'),
  bundled_no_separate_payment: determination('INDETERMINATE', 'BUNDLED_NOT_SEPARATELY_PAYABLE'),
  contractor_discretion: determination('INDETERMINATE', 'CONTRACTOR_DISCRETION'),
  not_addressed: { ...unknown('POLICY_SILENT_ON_CODE'), covered: null, basis: 'NOT_STATED' },
  unknown: { ...unknown('POLICY_TEXT_NOT_SEEN'), covered: null, basis: 'NOT_STATED' },
  not_stated: { ...unknown('NOT_STATED_IN_SOURCE'), covered: null, basis: 'NOT_STATED' },
};

const authorization = z.strictObject({
  status: oneOf([
    ...Object.keys(e.PriorAuthorizationStatus.values).map((value) => value.toLowerCase()),
    'not_stated',
  ]),
  summary: text,
});

/** What a policy version says of some codes. */
export const coverageText = z.strictObject({
  codes: z.array(code).min(1, 'Name at least one code.'),
  determination: oneOf(Object.keys(determinations)),
  basis: word(e.CoverageBasis).optional(),
  covered: word(e.CoveredStatus).optional(),
  lineOfBusiness: word(e.LineOfBusiness).optional(),
  lineOfBusinessStated: text.optional(),
  summary: textOf('what the source says, in your own words'),
  reachedBy: textOf('how the source reaches the codes, such as code named in the source'),
  statedAt: word(e.StatedAt).optional(),
  mapping: word(e.MappingCertainty).optional(),
  frequency: text.optional(),
  priorAuthorization: authorization.optional(),
  key: slug.optional(),
  ...envelopeKeys,
  from: dayOrUnknown.optional(),
  sources: sources.optional(),
});
export type CoverageText = z.infer<typeof coverageText>;

/** Where a coverage text is: under a policy version, or in a report. */
export interface CoverageContext {
  readonly payerId: string;
  readonly policyVersionId: string | null;
  /** The tail of the ids: the policy and version, or the report. */
  readonly tail: string;
  readonly lineOfBusiness: Coverage['lineOfBusiness'];
  readonly lineOfBusinessStated: string;
  readonly citations: readonly Citation[];
}

/** The source names no code, so that the match to one is ours. */
const matched: readonly Coverage['statedAt'][] = ['SERVICE_FAMILY', 'GENERAL_RULE'];

export function* coverageRows(
  found: CoverageText,
  context: CoverageContext,
  soFar: RowsSoFar,
): Iterable<Entry> {
  const { payerId, policyVersionId } = context;
  const citations = found.sources ? listed(found.sources) : context.citations;
  const lineOfBusiness = found.lineOfBusiness
    ? valueIn(e.LineOfBusiness, found.lineOfBusiness)
    : context.lineOfBusiness;
  const statedAt = found.statedAt ? valueIn(e.StatedAt, found.statedAt) : null;
  const meaning = meaningOf(found);
  const byNature = statedAt || meaning.valueState === 'VALUE' ? 'ASSERTION' : 'NOT_PROVIDED';
  const shared = envelope(found, soFar, {
    citations,
    knowledge: matched.includes(statedAt) ? 'ENTAILMENT' : byNature,
  });
  for (const [index, one] of found.codes.entries()) {
    const place = placeOf(found.codes, index);
    const componentId = soFar.componentOf(codeId(one), place);
    if (!componentId) continue;
    const tail = [codeKey(one), keyOf(payerId), lineOfBusiness, context.tail, found.key]
      .filter(Boolean)
      .join('/');
    const common = { ...shared, componentId, codeId: codeId(one), payerId, policyVersionId, lineOfBusiness };
    const id = `CoverageStatement:${tail}`;
    const row: Coverage = {
      ...common,
      ...meaning,
      id,
      lineOfBusinessStated: found.lineOfBusinessStated ?? context.lineOfBusinessStated,
      statedAt,
      mappingCertainty: found.mapping ? valueIn(e.MappingCertainty, found.mapping) : null,
      summary: found.summary,
      reachedBy: found.reachedBy,
      frequency: found.frequency ?? null,
    };
    yield entry(tables.coverage, row, place);
    yield* cite(id, citations, soFar);
    if (!found.priorAuthorization) continue;
    yield* authorizationRows(
      found.priorAuthorization,
      { ...common, ...holdsValue, id: `PriorAuthorizationStatement:${tail}` },
      citations,
      soFar,
    );
  }
}

function meaningOf(found: CoverageText): Meaning {
  const meaning = determinations[found.determination] ?? determination(null, 'NOT_STATED');
  return {
    ...meaning,
    covered: found.covered ? valueIn(e.CoveredStatus, found.covered) : meaning.covered,
    basis: found.basis ? valueIn(e.CoverageBasis, found.basis) : meaning.basis,
  };
}

type Authorization = Row<typeof tables.priorAuthorization>;

function* authorizationRows(
  found: z.infer<typeof authorization>,
  common: Omit<Authorization, 'priorAuthorization' | 'summary'>,
  citations: readonly Citation[],
  soFar: RowsSoFar,
): Iterable<Entry> {
  const known = found.status !== 'not_stated';
  const row: Authorization = {
    ...common,
    ...(known ? holdsValue : unknown('NOT_STATED_IN_SOURCE')),
    knowledgeLevel: known ? common.knowledgeLevel : 'NOT_PROVIDED',
    priorAuthorization: known ? valueIn(e.PriorAuthorizationStatus, found.status) : null,
    summary: found.summary,
  };
  yield entry(tables.priorAuthorization, row, placeOf(found));
  yield* cite(row.id, citations, soFar);
}
