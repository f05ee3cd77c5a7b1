/** Why a statement says what it says: its passage, how it was derived, and what is in conflict with it. */

import { z } from 'zod';
import { type StatementRank, UnknownReason, type ValueState } from '../../../db/enums/index.ts';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  sourcesPart,
} from '../kit/answer-text.ts';
import { answered, numberedSources } from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { refused } from '../kit/errors.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantWhy($id: ID!) {
  ${releaseFields}
  node(id: $id) {
    __typename
    ... on Statement {
      text valueState unknownReason rank rankReason note evidence
      validity { from to } recorded { from to } freshness { state readAgainBy }
      citations { ${citationFields} }
      conflicts(first: 3) { totalCount nodes { id summary resolutionReason } }
      supersededBy { id }
      explanation { steps { note } }
    }
  }
}`;

interface Explained {
  readonly text: string;
  readonly valueState: keyof typeof ValueState.values;
  readonly unknownReason: keyof typeof UnknownReason.values | null;
  readonly rank: keyof typeof StatementRank.values;
  readonly rankReason: string | null;
  readonly note: string | null;
  readonly evidence: string;
  readonly validity: { readonly from: string | null; readonly to: string | null };
  readonly recorded: { readonly from: string; readonly to: string | null };
  readonly freshness: { readonly state: string; readonly readAgainBy: string | null };
  readonly citations: readonly CitedPassage[];
  readonly conflicts: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly summary: string;
      readonly resolutionReason: string;
    }[];
  };
  readonly supersededBy: { readonly id: string } | null;
  readonly explanation: { readonly steps: readonly { readonly note: string }[] };
}

interface Result extends Answering {
  readonly node: ({ readonly __typename: string } & Partial<Explained>) | null;
}

/** Characters for the steps and for the sources. */
const room = { steps: 4_000, sources: 2_500 };

/** Why. */
export const why = tool({
  name: 'why',
  title: 'Why a statement says so',
  description:
    'For the id of a statement, as the other tools give it: the sentence, the passages of the sources, how it was derived step by step, since when it holds, whether it is stale, and what conflicts with it.',
  input: z.object({
    id: z
      .string()
      .min(1)
      .max(400)
      .describe('Such as "CoverageStatement:CPT:77092/aetna/COMMERCIAL/0134/2026".'),
  }),
  output: z.object({
    ...answered,
    id: z.string(),
    type: z.string(),
    valueState: z.string(),
    unknownReason: z.string().nullable(),
    rank: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable().describe('The first day on which it no longer holds.'),
    supersededBy: z.string().nullable(),
    conflicts: z.array(z.string()),
    sources: numberedSources,
  }),
  documents: [document],

  async answer({ id }, graph) {
    const result = await graph.ask<Result>(document, { id });
    const { node } = result;
    if (!node) throw refused('UNKNOWN_ID', `This release has no statement ${JSON.stringify(id)}.`);
    if (!isStatement(node))
      throw refused('BAD_USER_INPUT', `${id} is a ${node.__typename} and no statement: \`fetch\` gives it.`);
    const citations = createCitations();
    const marks = citations.marks(node.citations);
    const steps = fitted(node.explanation.steps, room.steps, ({ note }) => `- ${note}`);
    const sources = fitted(citations.lines(), room.sources, (line) => line);
    return {
      text: paragraphs(
        `${node.text} ${marks}`,
        [...factsOf(node), ...conflictsOf(node)],
        ['How it was derived:', ...steps.lines, ...leftOut(steps, 'steps', 'The others: `graphql`.')],
        sourcesPart(sources.lines),
        dayAndRelease(result, undefined),
      ),
      data: {
        ...answeredBy(result, undefined),
        id,
        type: node.__typename,
        valueState: node.valueState,
        unknownReason: node.unknownReason,
        rank: node.rank,
        validFrom: node.validity.from,
        validTo: node.validity.to,
        supersededBy: node.supersededBy?.id ?? null,
        conflicts: node.conflicts.nodes.map((conflict) => conflict.id),
        sources: [...citations.list()],
      },
    };
  },
});

function isStatement(node: { readonly __typename: string } & Partial<Explained>): node is Explained & {
  readonly __typename: string;
} {
  return node.text !== undefined && node.citations !== undefined;
}

function factsOf(node: Explained): readonly string[] {
  const { validity, recorded, freshness, unknownReason, rank, rankReason, note, evidence, supersededBy } =
    node;
  const again = freshness.readAgainBy ? `, to be read again by ${freshness.readAgainBy}` : '';
  return [
    ...(unknownReason ? [`Not known: ${UnknownReason.values[unknownReason]} This is not a refusal.`] : []),
    `Holds from ${validity.from ?? 'an unknown day'} until ${validity.to ?? 'further notice'}; recorded ${recorded.from.slice(0, 10)}${recorded.to ? ` to ${recorded.to.slice(0, 10)}` : ''}.`,
    `Evidence: ${evidence}. Freshness: ${freshness.state}${again}.`,
    ...(rank === 'NORMAL' ? [] : [`Rank: ${rank}. ${rankReason ?? ''}`]),
    ...(note ? [`Note: ${note}`] : []),
    ...(supersededBy ? [`Corrected by ${supersededBy.id}.`] : []),
  ];
}

function conflictsOf({ conflicts }: Explained): readonly string[] {
  return conflicts.nodes.map(
    ({ id, summary, resolutionReason }) => `Conflict (${id}): ${summary} ${resolutionReason}`,
  );
}
