/** A section of the report on a code: its statements, what follows from the graph, what is not known, and what conflicts. */

import { ReportSectionKey } from '../../db/enums/index.ts';
import { statementsReported } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { idsAlong, parentKey } from '../../db/kit/ids-along-edge.ts';
import { billingCode, statementTables } from '../../db/tables/index.ts';
import type { GraphContext } from '../kit/context.ts';
import { anyOne, type Fact, type FactOf, sentenceOf } from '../kit/fact.ts';
import { mostOf, type Sizes } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { freshnessOf } from '../kit/source.ts';

export type SectionKey = keyof typeof ReportSectionKey.values;

/** The sections in the order of the founding reports. */
export const sectionKeys = Object.keys(ReportSectionKey.values) as SectionKey[];

/** A section of the report on a code for a day. */
export interface Section {
  readonly key: SectionKey;
  readonly code: FactOf<typeof billingCode>;
  readonly asOf: AsOf;
}

export function titleOf({ key }: Section): string {
  return ReportSectionKey.values[key].replace('.', '');
}

const ofCodes = statementTables.flatMap((table) =>
  table.walkedBy
    .filter((column) => column === 'subjectId' || table.columns[column]?.references === billingCode.name)
    .map((column) => ({ table, column })),
);

/** The most statements that may speak of a code, in any section. */
export function aboutCode(sizes: Sizes): number | undefined {
  return mostOf(sizes, ofCodes);
}

/** Up to so many statements of a section, as sentences. */
const sentencesOfSection = 100;

/** What it takes to read the statements of a section and to put them in words, as many values. */
export function wording(sizes: Sizes): number {
  return 10 + Math.min(sentencesOfSection, (aboutCode(sizes) ?? 0) / sectionKeys.length);
}

/** How the statements of a section are walked. */
export function walkOf({ asOf }: Pick<Section, 'asOf'>) {
  return { asOf, where: [{ sql: "t.rank <> 'DEPRECATED'", params: {} }] };
}

/** The parent of the statements of a section. */
export function parentOf({ code, key }: Section): string {
  return parentKey(code.id, key);
}

const idsReported = loaderOf((context, parents: readonly string[], asOf: AsOf) =>
  idsAlong(context.store, statementsReported, parents, walkOf({ asOf }), {
    limit: sentencesOfSection,
    backward: false,
  }),
);

/** Up to 100 statements of a section. */
export async function factsOf(section: Section, context: GraphContext): Promise<Fact[]> {
  const { asOf } = section;
  const ids = await idsReported(context, parentOf(section), asOf);
  const facts = await Promise.all(ids.map((id) => anyOne(context, id, asOf)));
  return facts.filter((fact) => fact !== null);
}

/** They as sentences, each once. */
export async function sentencesOf(section: Section, context: GraphContext): Promise<string[]> {
  const facts = await factsOf(section, context);
  return [...new Set(facts.map((fact) => sentenceOf(context, fact)))];
}

/** The sentences of a section as the lines of a page; one whose every statement is stale says so. */
export async function linesOf(section: Section, context: GraphContext): Promise<string[]> {
  const facts = await factsOf(section, context);
  const fresh = await Promise.all(facts.map((fact) => freshnessOf(context, fact)));
  const bySentence = Map.groupBy(facts.keys(), (slot) => sentenceOf(context, facts[slot] as Fact)); // one of its slots
  return [...bySentence].map(([sentence, slots]) => {
    const days = slots
      .map((slot) => fresh[slot])
      .map((found) => (found?.state === 'STALE' ? found.readAgainBy : null));
    const last = days.includes(null) ? undefined : days.sort().at(-1);
    return last ? `${sentence} _Stale: to be read again by ${last}._` : sentence;
  });
}
