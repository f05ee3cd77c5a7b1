/** The report on a code, in the outline of the founding reports: each section its statements, each empty one a typed gap. */

import { ReportSectionKey, UnknownReason } from '../../db/enums/index.ts';
import { statementsReported } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { idsAlong, parentKey } from '../../db/kit/ids-along-edge.ts';
import { billingCode, reportPassage, statementTables } from '../../db/tables/index.ts';
import { BillingCode, knownCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { anyOne, type Fact, type FactOf, sentenceOf } from '../kit/fact.ts';
import { grows, mostOf, type Sizes } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { freshnessOf } from '../kit/source.ts';
import { StatementInterface } from '../kit/statement-interface.ts';

type Key = keyof typeof ReportSectionKey.values;
const keys = Object.keys(ReportSectionKey.values) as Key[];
const ranks = { sql: "t.rank <> 'DEPRECATED'", params: {} };
const ReportPassage = statement({ table: reportPassage });
connections(ReportPassage, reportPassage, {
  codeId: [BillingCode, 'reportPassages', 'What published report pages say of the code, section by section.'],
});

const ofCodes = statementTables.flatMap((table) =>
  table.walkedBy
    .filter((column) => column === 'subjectId' || table.columns[column]?.references === billingCode.name)
    .map((column) => ({ table, column })),
);

/** The most statements that may speak of a code, in any section. */
function aboutCode(sizes: Sizes): number | undefined {
  return mostOf(sizes, ofCodes);
}

/** What it takes to read the statements of a section and to put them in words, as many values. */
function wording(sizes: Sizes): number {
  return 10 + Math.min(sentencesOfSection, (aboutCode(sizes) ?? 0) / keys.length);
}

interface Section {
  readonly key: Key;
  readonly code: FactOf<typeof billingCode>;
  readonly asOf: AsOf;
}

function walk(asOf: AsOf) {
  return { asOf, where: [ranks] };
}

function parent({ code, key }: Section): string {
  return parentKey(code.id, key);
}

/** Up to so many statements of a section, as sentences. */
const sentencesOfSection = 100;

const idsReported = loaderOf((context, parents: readonly string[], asOf: AsOf) =>
  idsAlong(context.store, statementsReported, parents, walk(asOf), {
    limit: sentencesOfSection,
    backward: false,
  }),
);

const statementsOfSection = mixedPages('ReportSection.statements', statementsReported);

async function factsOf(section: Section, context: GraphContext): Promise<Fact[]> {
  const { asOf } = section;
  const ids = await idsReported(context, parent(section), asOf);
  const facts = await Promise.all(ids.map((id) => anyOne(context, id, asOf)));
  return facts.filter((fact) => fact !== null);
}

async function sentences(section: Section, context: GraphContext): Promise<string[]> {
  const facts = await factsOf(section, context);
  return [...new Set(facts.map(sentenceOf))];
}

/** The sentences of a section as the lines of a page; one whose every statement is stale says so. */
async function lines(section: Section, context: GraphContext): Promise<string[]> {
  const facts = await factsOf(section, context);
  const fresh = await Promise.all(facts.map((fact) => freshnessOf(context, fact)));
  const bySentence = Map.groupBy(facts.keys(), (slot) => sentenceOf(facts[slot] as Fact)); // one of its slots
  return [...bySentence].map(([sentence, slots]) => {
    const days = slots
      .map((slot) => fresh[slot])
      .map((found) => (found?.state === 'STALE' ? found.readAgainBy : null));
    const last = days.includes(null) ? undefined : days.sort().at(-1);
    return last ? `${sentence} _Stale: to be read again by ${last}._` : sentence;
  });
}

const ReportGap = builder
  .objectRef<{ readonly reason: keyof typeof UnknownReason.values; readonly note: string }>('ReportGap')
  .implement({
    description: 'Why a section of a report is empty.',
    fields: (t) => ({
      reason: t.field({
        type: enumOf(UnknownReason),
        description: 'The reason.',
        resolve: ({ reason }) => reason,
      }),
      note: t.string({ description: 'In words.', resolve: ({ note }) => note }),
    }),
  });

const ReportSection = builder.objectRef<Section>('ReportSection').implement({
  description: 'A section of the report: statements, or a gap with its reason.',
  fields: (t) => ({
    key: t.field({
      type: enumOf(ReportSectionKey),
      description: 'Which section.',
      resolve: ({ key }) => key,
    }),
    title: t.string({
      description: 'Title.',
      resolve: ({ key }) => ReportSectionKey.values[key].replace('.', ''),
    }),
    text: t.string({
      nullable: true,
      ...grows({ work: (sizes) => wording(sizes) }),
      description: 'Its statements as sentences, up to 100 of them; null when there are none, see `gap`.',
      resolve: async (section, _args, context) => (await sentences(section, context)).join(' ') || null,
    }),
    statements: t.connection(
      {
        type: StatementInterface,
        description: 'The statements that it is made of; each carries its citations.',
        ...grows({ items: aboutCode }),
        resolve: (section, args, context) =>
          statementsOfSection(parent(section), args, walk(section.asOf), context),
      },
      connectionOf(StatementInterface),
    ),
    stale: t.int({
      ...grows({ work: (sizes) => 2 * wording(sizes) }),
      description:
        'How many of its statements are stale on the day of `knownAt`, of up to 100; see `Statement.freshness`.',
      resolve: async (section, _args, context) => {
        const facts = await factsOf(section, context);
        const fresh = await Promise.all(facts.map((fact) => freshnessOf(context, fact)));
        return fresh.filter(({ state }) => state === 'STALE').length;
      },
    }),
    gap: t.field({
      type: ReportGap,
      ...grows({ work: (sizes) => wording(sizes) }),
      nullable: true,
      description: 'Why it is empty; null when it is not.',
      resolve: async (section, _args, context) => {
        if ((await sentences(section, context)).length > 0) return null;
        const { key } = section;
        return {
          reason: 'NOT_YET_REVIEWED' as const,
          note: `No source that was read says anything for ${key} of ${section.code.code} on ${section.asOf.dateOfService}.`,
        };
      },
    }),
  }),
});

const CodeReport = builder
  .objectRef<{ readonly code: FactOf<typeof billingCode>; readonly asOf: AsOf }>('CodeReport')
  .implement({
    description:
      'Everything that the graph has about a code on a day, in the outline of the founding reports.',
    fields: (t) => ({
      code: t.field({ type: BillingCode, description: 'The code.', resolve: ({ code }) => code }),
      asOf: t.field({
        type: AsOfType,
        description: 'The day and the state of knowledge it is for.',
        resolve: ({ asOf }) => asOf,
      }),
      sections: t.field({
        type: [ReportSection],
        description: 'The sections, in the order of the founding reports.',
        args: {
          keys: t.arg({
            type: [enumOf(ReportSectionKey)],
            required: false,
            description: 'Only these sections.',
          }),
        },
        resolve: ({ code, asOf }, args) =>
          keys.filter((key) => !args.keys || args.keys.includes(key)).map((key) => ({ key, code, asOf })),
      }),
      markdown: t.string({
        ...grows({ work: (sizes) => 2 * keys.length * wording(sizes) }),
        description:
          'The whole report as Markdown. A sentence that is stale on the day of `knownAt` says so, and by when its sources had to be read again.',
        resolve: async ({ code, asOf }, _args, context) => {
          const parts = keys.map(async (key) => {
            const found = await lines({ key, code, asOf }, context);
            const body =
              found.length > 0
                ? found.map((line) => `- ${line}`).join('\n')
                : '_Nothing is known: not yet reviewed._';
            return `## ${ReportSectionKey.values[key].replace('.', '')}\n\n${body}`;
          });
          return `# ${code.code}: ${code.label}\n\n${code.description}\n\n${(await Promise.all(parts)).join('\n\n')}\n`;
        },
      }),
    }),
  });
builder.queryField('codeReport', (t) =>
  t.field({
    type: CodeReport,
    nullable: true,
    description:
      'The report on a code, assembled from statements. An unknown code is an error of code UNKNOWN_ID.',
    args: {
      code: t.arg.string({ required: true, description: 'The code, such as "77090" or "CPT:77090".' }),
      asOf: t.arg({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
    },
    resolve: async (_root, { code, asOf }, context) => {
      const day = rootAsOf({ asOf }, context);
      return { code: await knownCode('code', { code }, context, day), asOf: day };
    },
  }),
);
