/** The conflicts of a code in the section of its report that they are about. */

import type { ConflictKind } from '../../db/enums/index.ts';
import { type AsOf, inForceByDates } from '../../db/kit/as-of.ts';
import { selectList } from '../../db/kit/table.ts';
import { conflict } from '../../db/tables/index.ts';
import type { GraphContext } from '../kit/context.ts';
import { at, type FactOf } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import type { Section, SectionKey } from './report-section.ts';

const sectionOf: Readonly<Record<keyof typeof ConflictKind.values, SectionKey>> = {
  MODIFIER_VS_PCTC_INDICATOR: 'MODIFIERS',
  COVERAGE_DISAGREEMENT: 'PAYERS_COVERED',
  AMOUNT_DISAGREEMENT: 'BENCHMARKS',
  SITE_DISAGREEMENT: 'SITE_OF_SERVICE',
  DIAGNOSIS_DISAGREEMENT: 'DIAGNOSES',
  UNIT_LIMIT_VS_PAYMENT_STATUS: 'BILLING_CODE_OVERVIEW',
  FEE_SCHEDULE_SUMS: 'BENCHMARKS',
  FEE_SCHEDULE_OUTSIDE_CODE: 'BENCHMARKS',
};

const ofSubjects = `
  select k.key as "slot", ${selectList(conflict, 'c')}
  from json_each(:subjects) k
  cross join ${conflict.name} c
  where c.subject_id = k.value and ${inForceByDates('c')}
  order by "slot", "id"`;

type ConflictFact = FactOf<typeof conflict>;

const conflictsAbout = loaderOf((context, subjects: readonly string[], asOf: AsOf) => {
  const found: ConflictFact[][] = subjects.map(() => []);
  const rows = context.store.all<ConflictFact & { slot: number }>(ofSubjects, {
    ...asOf,
    subjects: JSON.stringify(subjects),
  });
  for (const { slot, ...row } of rows) found[slot]?.push(at(row, asOf));
  return found;
});

/** The conflicts of the code and of its components that a section is about, in force on the day. */
export async function conflictsOf(
  { key, code, asOf }: Section,
  context: GraphContext,
): Promise<ConflictFact[]> {
  const components = context.memory.unitsWith(code.id).map(({ componentId }) => componentId);
  const subjects = [code.id, ...new Set(components)];
  const found = await Promise.all(subjects.map((subject) => conflictsAbout(context, subject, asOf)));
  return found.flat().filter(({ kind }) => sectionOf[kind] === key);
}
