/** The report on a code, in the outline of the founding reports: each section its statements, what follows from the graph, and typed gaps. */

import { ReportSectionKey } from '../../db/enums/index.ts';
import { statementsReported } from '../../db/history/statement-edges.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { type billingCode, dataGap, reportPassage } from '../../db/tables/index.ts';
import { BillingCode, knownCode } from '../codes/code.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import type { FactOf } from '../kit/fact.ts';
import { grows, type Sizes } from '../kit/growth.ts';
import { freshnessOf } from '../kit/source.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { Conflict } from './conflict.ts';
import { conflictsOf } from './report-conflict.ts';
import { DerivedSentence, derivedOf, isEmpty } from './report-derived.ts';
import { gapsInWords, gapsOf, ReportGap } from './report-gap.ts';
import {
  aboutCode,
  factsOf,
  linesOf,
  parentOf,
  type Section,
  sectionKeys,
  sentencesOf,
  titleOf,
  walkOf,
  wording,
} from './report-section.ts';

const ReportPassage = statement({ table: reportPassage });
connections(ReportPassage, reportPassage, {
  codeId: [BillingCode, 'reportPassages', 'What published report pages say of the code, section by section.'],
});

const statementsOfSection = mixedPages('ReportSection.statements', statementsReported);

/** Few things follow from the entities of one code. */
const derivedAtMost = 40;
const conflictsAtMost = 20;
const gapsAtMost = (sizes: Sizes) => sizes.most(dataGap, 'codeId');

const ReportSection = builder.objectRef<Section>('ReportSection').implement({
  description:
    'A section of the report: statements, sentences that follow from the graph, conflicts, and what is not known with its reason.',
  fields: (t) => ({
    key: t.field({
      type: enumOf(ReportSectionKey),
      description: 'Which section.',
      resolve: ({ key }) => key,
    }),
    title: t.string({ description: 'Title.', resolve: titleOf }),
    text: t.string({
      nullable: true,
      ...grows({ work: (sizes) => 2 * wording(sizes) }),
      description:
        'What is known as prose: what follows from the graph, then its statements as sentences, up to 100 of them; null when there is nothing, see `gap`.',
      resolve: async (section, _args, context) => {
        const derived = (await derivedOf(section, context)).map(({ text }) => text);
        return [...derived, ...(await sentencesOf(section, context))].join(' ') || null;
      },
    }),
    statements: t.connection(
      {
        type: StatementInterface,
        description:
          'The statements that it is made of; each carries its citations. A passage that says that something is not there is no content: see `gaps`.',
        ...grows({ items: aboutCode }),
        resolve: (section, args, context) =>
          statementsOfSection(parentOf(section), args, walkOf(section), context),
      },
      connectionOf(StatementInterface),
    ),
    derived: t.field({
      type: [DerivedSentence],
      description:
        'Sentences that follow from entities of the graph: the definition, the component, workflow steps, the parts of the service, recorded gaps. Each names what it follows from.',
      ...grows({ items: () => derivedAtMost, work: (sizes) => wording(sizes) }),
      resolve: (section, _args, context) => derivedOf(section, context),
    }),
    conflicts: t.field({
      type: [Conflict],
      description: 'The conflicts of the code, or of its components, that the section is about.',
      ...grows({ items: () => conflictsAtMost }),
      resolve: (section, _args, context) => conflictsOf(section, context),
    }),
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
      ...grows({ work: (sizes) => 2 * wording(sizes) }),
      nullable: true,
      description: 'Why it is empty: the first of `gaps`. Null when it is not empty.',
      resolve: async (section, _args, context) => {
        if (!(await isEmpty(section, context))) return null;
        const [first] = await gapsOf(section, context, true);
        return first ?? null;
      },
    }),
    gaps: t.field({
      type: [ReportGap],
      ...grows({ items: gapsAtMost, work: (sizes) => 2 * wording(sizes) }),
      description:
        'Everything that it does not know, each with its reason, whether or not the section is empty: payers that do not say, passages that announce something and give none, what no source states.',
      resolve: async (section, _args, context) => gapsOf(section, context, await isEmpty(section, context)),
    }),
  }),
});

/** A section as Markdown: what follows, what is stated, what conflicts, what is not known. */
async function sectionAsMarkdown(section: Section, context: GraphContext): Promise<string> {
  const derived = (await derivedOf(section, context)).map(({ text }) => text);
  const stated = await linesOf(section, context);
  const conflicts = (await conflictsOf(section, context)).map(
    ({ summary, resolutionReason }) => `**Conflict:** ${summary} ${resolutionReason}`,
  );
  const shown = new Set((await factsOf(section, context)).map(({ id }) => id));
  const gaps = await gapsOf(section, context, derived.length + stated.length === 0);
  const unlisted = gaps.filter(({ record }) => !shown.has(record?.statementId ?? '')); // the others are in their statements
  const unknown = gapsInWords(context, unlisted).map((text) => `_${text}_`);
  const lines = [...derived, ...stated, ...conflicts, ...unknown].map((line) => `- ${line}`);
  return `## ${titleOf(section)}\n\n${lines.join('\n')}`;
}

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
          sectionKeys
            .filter((key) => !args.keys || args.keys.includes(key))
            .map((key) => ({ key, code, asOf })),
      }),
      markdown: t.string({
        ...grows({
          work: (sizes) => 3 * sectionKeys.length * wording(sizes) + 13 * (gapsAtMost(sizes) ?? 0),
        }),
        description:
          'The whole report as Markdown: sentences, conflicts, and what is not known with its reason. A sentence that is stale on the day of `knownAt` says so, and by when its sources had to be read again.',
        resolve: async ({ code, asOf }, _args, context) => {
          const parts = sectionKeys.map((key) => sectionAsMarkdown({ key, code, asOf }, context));
          return `# ${code.code}: ${code.label}\n\n${(await Promise.all(parts)).join('\n\n')}\n`;
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
