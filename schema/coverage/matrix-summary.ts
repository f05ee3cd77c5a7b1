/** The matrix in short: groups of cells, the citations numbered once, and the same in words. */

import type { MatrixColumn } from '../../db/coverage/matrix-columns.ts';
import type { CellGroup, UnknownCells } from '../../db/coverage/matrix-summary.ts';
import { summarySentence } from '../../db/coverage/summary-sentence.ts';
import { groupText, summaryMarkdown, unknownText } from '../../db/coverage/summary-text.ts';
import { nextStep } from '../../db/coverage/summary-words.ts';
import { CellState, PriorAuthorizationAnswer, SourceLevel, UnknownReason } from '../../db/enums/index.ts';
import { levelOf } from '../../db/history/freshness.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { citation, coverage, payer, serviceComponent } from '../../db/tables/index.ts';
import { ServiceComponent } from '../codes/family.ts';
import { Source } from '../evidence/source-edges.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';
import { at, mustHave } from '../kit/fact.ts';
import type { Sizes } from '../kit/growth.ts';
import { sourceOf } from '../kit/source.ts';
import { Payer } from '../policies/payer.ts';
import { CoverageStatement } from './coverage.ts';
import { payerAndLine } from './matrix-cell.ts';
import { citationText, type NumberedCitation, type PreparedSummary } from './prepare-summary.ts';

type Dated<T> = T & { readonly asOf: AsOf };

/** A part of a summary, with the whole. */
interface Part<T> {
  readonly of: PreparedSummary;
  readonly part: T;
}

const SummaryCitation = builder.objectRef<NumberedCitation>('CoverageSummaryCitation').implement({
  description: 'A passage that a summary cites, with the number by which its groups refer to it.',
  fields: (t) => ({
    number: t.int({
      description: 'From 1, in the order in which `CoverageSummary.text` comes to it.',
      resolve: ({ number }) => number,
    }),
    text: t.string({
      description: 'Number, source, passage, what was read, and address, as a line.',
      resolve: (citation, _args, context) => citationText(citation, context),
    }),
    source: t.field({
      type: Source,
      description: 'The source.',
      resolve: ({ cited }, _args, context) => sourceOf(context, cited),
    }),
    locator: t.string({
      nullable: true,
      description: citation.columns.locator.description,
      resolve: ({ cited }) => cited.locator,
    }),
    part: t.string({
      nullable: true,
      description: citation.columns.part.description,
      resolve: ({ cited }) => cited.part,
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Address of the source; null when none is known.',
      resolve: ({ cited }, _args, context) => sourceOf(context, cited).url,
    }),
    sourceLevel: t.field({
      type: enumOf(SourceLevel),
      description: 'What was read, in plain words.',
      resolve: ({ cited }, _args, context) => levelOf(sourceOf(context, cited)),
    }),
  }),
});

const CoverageCellGroup = builder
  .objectRef<Dated<Part<CellGroup> & MatrixColumn>>('CoverageCellGroup')
  .implement({
    description:
      'Cells of one payer and line of business that share their answer and its grounds. Each cell of the matrix is in one group.',
    fields: (t) => ({
      ...payerAndLine(t),
      state: t.field({
        type: enumOf(CellState),
        description: 'The answer of each cell.',
        resolve: ({ part }) => part.state,
      }),
      unknownReason: t.field({
        type: enumOf(UnknownReason),
        nullable: true,
        description: 'Set exactly when `state` is `UNKNOWN`.',
        resolve: ({ part }) => part.unknownReason,
      }),
      components: t.field({
        type: [ServiceComponent],
        description: 'The component of each cell, in the order of the rows.',
        resolve: ({ part, asOf }, _args, context) =>
          part.cells.map(({ componentId }) => mustHave(context, serviceComponent, componentId, asOf)),
      }),
      priorAuthorization: t.field({
        type: enumOf(PriorAuthorizationAnswer),
        description: 'What is known of prior authorization.',
        resolve: ({ part }) => part.priorAuthorization,
      }),
      priorAuthorizationUnknownReason: t.field({
        type: enumOf(UnknownReason),
        nullable: true,
        description: 'Set exactly when `priorAuthorization` is `UNKNOWN`.',
        resolve: ({ part }) => part.priorAuthorizationReason,
      }),
      best: t.field({
        type: CoverageStatement,
        nullable: true,
        description:
          'The statement that the answer of the first component rests on first; those of the others say the same. Its `conditions`, `sourceLevel`, `freshness` and `explanation` are those of the group. Null when there is none.',
        resolve: ({ part, asOf }) => (part.best ? at(part.best, asOf) : null),
      }),
      citations: t.intList({
        description: 'Numbers of `CoverageSummary.citations`: the passages that the answers rest on.',
        resolve: ({ of, part }) => [...of.names.evidenceOf(part).numbers],
      }),
      text: t.string({
        description:
          'The group as a line: payer, answer, codes, what the statement says, conditions, prior authorization, what was read, and the numbers of its citations.',
        resolve: ({ of, part }) => groupText(part, of.names),
      }),
    }),
  });

const groupIn = (of: PreparedSummary) => (part: CellGroup) => ({
  of,
  part,
  asOf: of.asOf,
  payerId: part.payerId,
  lineOfBusiness: part.lineOfBusiness,
});

const CoverageUnknown = builder.objectRef<Part<UnknownCells>>('CoverageUnknown').implement({
  description: 'The cells that are unknown for one reason. Unknown does not mean not covered.',
  fields: (t) => ({
    reason: t.field({
      type: enumOf(UnknownReason),
      description: 'The reason.',
      resolve: ({ part }) => part.reason,
    }),
    count: t.int({ description: 'Number of cells.', resolve: ({ part }) => part.count }),
    payers: t.field({
      type: [Payer],
      description: 'The payers of these cells, each once.',
      resolve: ({ of, part }, _args, context) =>
        [...new Set(part.groups.map(({ payerId }) => payerId))].map((id) =>
          mustHave(context, payer, id, of.asOf),
        ),
    }),
    groups: t.field({
      type: [CoverageCellGroup],
      description: 'The cells, in the order of the columns.',
      resolve: ({ of, part }) => part.groups.map(groupIn(of)),
    }),
    nextStep: t.string({
      nullable: true,
      description:
        'What a reader can do about it, such as "Get the text from the payer."; null where nothing helps.',
      resolve: ({ part }) => nextStep(part.reason),
    }),
    text: t.string({
      description:
        'The reason as a line: cells, meaning, payers, and what was read of those that are named. Licensees are counted where all of their association are in the matrix; of more than 12 names the rest is counted.',
      resolve: ({ of, part }) => unknownText(part, of.names),
    }),
  }),
});

/** How long the lists of a summary may be: in the worst case no two cells share an answer. */
export function summaryExtent(sizes: Sizes, rows: number, columns: number): Readonly<Record<string, number>> {
  const cells = rows * columns;
  const reasons = Object.keys(UnknownReason.values).length;
  const cited = sizes.most(citation, 'subjectId', coverage.type) ?? cells;
  return {
    'CoverageSummary.known': cells,
    'CoverageSummary.unknown': reasons,
    'CoverageUnknown.groups': Math.ceil(cells / reasons),
    'CoverageUnknown.payers': columns,
    // Groups of several components are fewer by as many.
    'CoverageCellGroup.components': 1,
    'CoverageCellGroup.citations': cited,
    'CoverageSummary.citations': Math.min(cells * cited, sizes.rows(citation) ?? cells),
  };
}

/** A matrix in short. */
export const CoverageSummary = builder.objectRef<PreparedSummary>('CoverageSummary').implement({
  description:
    'A coverage matrix in short: what is known, group by group, what is not, reason by reason, each citation once. Nothing is lost: the groups have every cell.',
  fields: (t) => ({
    sentence: t.string({
      description:
        'The answer in one sentence: of how many payers an answer is known, what they say, and of whom none is. The licensees of an association count as one payer where all of them are in the matrix and none answers.',
      resolve: ({ summary, names }) => summarySentence(summary, names),
    }),
    text: t.string({
      description:
        'The whole summary as Markdown: the sentence, a line for each group that is known (up to 40) with the id of its statement, a line for each reason, and the sources that these cite.',
      resolve: ({ summary, names, citations }, _args, context) =>
        summaryMarkdown(
          summary,
          names,
          citations.map((one) => citationText(one, context)),
        ),
    }),
    known: t.field({
      type: [CoverageCellGroup],
      description:
        'Groups with any state but `UNKNOWN`, payer by payer in the order of the request. `best.id` leads to the why: `node(id:) { ... on Statement { explanation { text } } }`.',
      resolve: (of) => of.summary.known.map(groupIn(of)),
    }),
    unknown: t.field({
      type: [CoverageUnknown],
      description: 'The other cells by their reason, that of most cells first.',
      resolve: (of) => of.summary.unknown.map((part) => ({ of, part })),
    }),
    citations: t.field({
      type: [SummaryCitation],
      description: 'Every passage that a group cites, once.',
      resolve: ({ citations }) => [...citations],
    }),
  }),
});
