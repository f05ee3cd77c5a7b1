/** What a section of a report does not know: the gaps that are recorded, and where nothing fills it, that itself. */

import { GapProperty, UnknownReason } from '../../db/enums/index.ts';
import type { NearestDays } from '../../db/history/other-days.ts';
import { type AsOf, recordedByDates } from '../../db/kit/as-of.ts';
import { selectList } from '../../db/kit/table.ts';
import { dataGap, type source } from '../../db/tables/index.ts';
import { counted, inWords, lineInWords } from '../../db/tables/sentences.ts';
import { nearestFields } from '../evidence/nearest-days.ts';
import { Source } from '../evidence/source-edges.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { at, type FactOf, nameOf } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';
import { DataGap } from './gap.ts';
import { filledOnOtherDays } from './report-other-days.ts';
import type { Section, SectionKey } from './report-section.ts';
import { searchedFor, sourcesOnCode } from './searched.ts';

type Property = keyof typeof GapProperty.values;
export type Gap = FactOf<typeof dataGap>;

/** What is not known where a section has nothing, the first of them; further gaps are listed there, too. */
export const propertiesOf: Readonly<Record<SectionKey, readonly [Property, ...Property[]]>> = {
  SUMMARY: ['DEFINITION'],
  PAYERS_COVERED: ['COVERAGE', 'PRIOR_AUTHORIZATION'],
  BILLING_CODE_OVERVIEW: ['DEFINITION'],
  SERVICE_TYPE: ['SERVICE_TYPE'],
  SITE_OF_SERVICE: ['SITES_OF_SERVICE'],
  CLINICAL_CONTEXT: ['CLINICAL_CONTEXT'],
  MODIFIERS: ['MODIFIERS'],
  DIAGNOSES: ['DIAGNOSES'],
  RELATED_CODES: ['RELATED_CODES'],
  TAXONOMIES: ['PROVIDER_TAXONOMIES'],
  BENCHMARKS: ['RATES', 'UTILIZATION'],
  POLICY_UPDATES: ['POLICY_UPDATES'],
  DATA_LIMITATIONS: ['REPORT_DATA'],
};

const ofCodes = `
  select k.key as "slot", ${selectList(dataGap, 'g')}
  from json_each(:codes) k
  cross join ${dataGap.name} g
  where g.code_id = k.value and ${recordedByDates('g')}
  order by "slot", "id"`;

const gapsOfCodes = loaderOf((context, codes: readonly string[], asOf: AsOf) => {
  const found: Gap[][] = codes.map(() => []);
  const rows = context.store.all<Gap & { slot: number }>(ofCodes, {
    knownAt: asOf.knownAt,
    codes: JSON.stringify(codes),
  });
  for (const { slot, ...row } of rows) found[slot]?.push(at(row, asOf));
  return found;
});

/** Every gap that is recorded of a code. */
export async function recordedGaps(
  { code, asOf }: Pick<Section, 'code' | 'asOf'>,
  context: GraphContext,
): Promise<Gap[]> {
  return gapsOfCodes(context, code.id, asOf);
}

/** Something that a section does not know. */
export interface SectionGap {
  readonly property: Property;
  readonly reason: keyof typeof UnknownReason.values;
  readonly note: string;
  /** The nearest days on which something fills the section; undefined where none does, or another reason is given. */
  readonly nearest?: NearestDays;
  /** The gap as it is recorded; undefined where it was found when the report was read. */
  readonly record?: Gap;
  readonly searched: () => Promise<readonly FactOf<typeof source>[]>;
}

/** The gap of a section that has nothing: for which day, and what was searched. */
async function emptiness({ key, code, asOf }: Section, context: GraphContext): Promise<SectionGap> {
  const [property] = propertiesOf[key];
  const sources = await sourcesOnCode(context, code.id, asOf);
  const searched = async () => sources;
  const nothing = `Nothing is known of ${code.code} on ${asOf.dateOfService}.`;
  if (sources.length === 0)
    return {
      property,
      reason: 'NOT_YET_REVIEWED',
      note: `${nothing} No source that was read says anything of it.`,
      searched,
    };
  const note = `${nothing} ${searchedInWords(sources)}`;
  // What CPT codes report is the AMA's to tell: a file names them without words of this project.
  if (property === 'DEFINITION' && code.system === 'CPT')
    return {
      property,
      reason: 'SOURCE_LICENSED_OR_PAYWALLED',
      note: `${code.description} ${note}`,
      searched,
    };
  return { property, reason: 'NOT_STATED_IN_SOURCE', note, searched };
}

/** The gap of a section that has nothing on its day and something on others. */
async function emptinessOfDay(section: Section, context: GraphContext): Promise<SectionGap | undefined> {
  const found = await filledOnOtherDays(section, context);
  if (!found) return undefined;
  const { key, code, asOf } = section;
  const [property] = propertiesOf[key];
  const note = `Nothing is known of ${code.code} on ${asOf.dateOfService}. ${found.note}`;
  return { ...found, property, note, searched: () => sourcesOnCode(context, code.id, asOf) };
}

/** What was searched, by the titles of the first sources. */
function searchedInWords(sources: readonly FactOf<typeof source>[]): string {
  if (sources.length === 0) return 'No source that was read says anything of it.';
  const named = sources.slice(0, 3).map(({ title }) => `"${title}"`);
  const rest = sources.length - named.length;
  return `Searched: ${named.join(', ')}${rest > 0 ? ` and ${counted(rest)} more` : ''}.`;
}

async function asRecorded(record: Gap, context: GraphContext): Promise<SectionGap> {
  const { property, reason, note, payerId } = record;
  const searched = () => searchedFor(context, record);
  // Payers are listed together, each with what was read of it; for other gaps the note names it.
  const where = payerId ? '' : ` ${searchedInWords(await searched())}`;
  return { property, reason, note: note + where, record, searched };
}

/** What a section does not know: where it is empty on its day alone, that first; then what is recorded, else that it is empty. */
export async function gapsOf(
  section: Section,
  context: GraphContext,
  isEmpty: boolean,
): Promise<SectionGap[]> {
  const properties = propertiesOf[section.key];
  const recorded = (await recordedGaps(section, context)).filter(({ property }) =>
    properties.includes(property),
  );
  const ofDay = isEmpty ? await emptinessOfDay(section, context) : undefined;
  if (ofDay) return [ofDay, ...(await Promise.all(recorded.map((record) => asRecorded(record, context))))];
  if (recorded.length === 0) return isEmpty ? [await emptiness(section, context)] : [];
  return Promise.all(recorded.map((record) => asRecorded(record, context)));
}

/** What is not known, as a word at the beginning of a sentence. */
export function propertyInWords(property: Property): string {
  const words = inWords(property);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Gaps as sentences: those of payers together, by what is not known and why. */
export function gapsInWords(context: GraphContext, gaps: readonly SectionGap[]): string[] {
  const alike = Map.groupBy(
    gaps,
    ({ property, reason, record }) => `${property} ${reason} ${!record?.payerId}`,
  );
  return [...alike.values()].flatMap((group) => {
    const [{ property, reason }] = group as [SectionGap];
    const begin = `${propertyInWords(property)}: not known (${inWords(reason)})`;
    const payers = Map.groupBy(
      group.flatMap(({ record }) => (record?.payerId ? [record] : [])),
      ({ payerId }) => nameOf(context, payerId ?? ''),
    );
    if (payers.size === 0) return group.map(({ note }) => `${begin}. ${note}`);
    const named = [...payers].map(([payer, of]) => {
      const lines = new Set(of.flatMap(({ lineOfBusiness }) => lineOfBusiness ?? []).map(lineInWords));
      return `${payer} (${[...lines].join(', ')})`;
    });
    return [`${begin}: ${named.join('; ')}.`];
  });
}

export const ReportGap = builder.objectRef<SectionGap>('ReportGap').implement({
  description: 'Something that a section of a report does not know, and why.',
  fields: (t) => ({
    property: t.field({
      type: enumOf(GapProperty),
      description: 'What is not known.',
      resolve: ({ property }) => property,
    }),
    reason: t.field({
      type: enumOf(UnknownReason),
      description: 'The reason.',
      resolve: ({ reason }) => reason,
    }),
    ...nearestFields(t, 'reason', ({ nearest }) => nearest ?? null),
    note: t.string({
      description: 'In words: what was looked at, or the passage that says so.',
      resolve: ({ note }) => note,
    }),
    record: t.field({
      type: DataGap,
      nullable: true,
      description:
        'The gap as it is recorded, with its payer, its passage and what was searched; null where it was found when the report was read.',
      resolve: ({ record }) => record ?? null,
    }),
    searched: t.field({
      type: [Source],
      description:
        'What was searched: the sources of the passage, of the policies of the payer, or of what is stated of the code. Empty where none had been read by then.',
      resolve: async ({ searched }) => [...(await searched())],
    }),
  }),
});
