/** Search and fetch, in the shape in which some assistants look for them: one text in, ids with addresses out. */

import { z } from 'zod';
import { UnknownReason } from '../../../db/enums/index.ts';
import {
  type Answering,
  dayAndRelease,
  fitted,
  paragraphs,
  releaseFields,
  sourcesPart,
} from '../kit/answer-text.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { refused } from '../kit/errors.ts';
import { tool } from '../kit/tool.ts';

const searching = `query AssistantSearch($text: String!) {
  searchEntities(text: $text, first: 10) {
    nodes { label entity { id citations { url } ... on Source { sourceUrl: url } } }
  }
}`;

const fetching = `query AssistantFetch($id: ID!) {
  ${releaseFields}
  node(id: $id) {
    __typename
    ... on Entity {
      label
      citations { ${citationFields} }
      statements(first: 15) { totalCount nodes { id text citations { ${citationFields} } } }
    }
    ... on Statement { text citations { ${citationFields} } explanation { steps { note } } }
    ... on BillingCode { description }
    ... on ServiceFamily { description }
    ... on Source { publisher sourceUrl: url licence retrievedOn }
    ... on DataGap { note reason code { code } payer { label } }
    ... on Conflict { summary resolutionReason }
  }
}`;

interface Searched {
  readonly searchEntities: {
    readonly nodes: readonly {
      readonly label: string;
      readonly entity: {
        readonly id: string;
        readonly citations: readonly { readonly url: string | null }[];
        readonly sourceUrl?: string | null;
      };
    }[];
  };
}

interface Fetched extends Answering {
  readonly node: {
    readonly __typename: string;
    readonly label?: string;
    readonly text?: string;
    readonly description?: string;
    readonly citations?: readonly CitedPassage[];
    readonly statements?: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly id: string;
        readonly text: string;
        readonly citations: readonly CitedPassage[];
      }[];
    };
    readonly explanation?: { readonly steps: readonly { readonly note: string }[] };
    readonly publisher?: string;
    readonly sourceUrl?: string | null;
    readonly licence?: string;
    readonly retrievedOn?: string;
    readonly note?: string;
    readonly reason?: keyof typeof UnknownReason.values;
    readonly code?: { readonly code: string };
    readonly payer?: { readonly label: string } | null;
    readonly summary?: string;
    readonly resolutionReason?: string;
  } | null;
}

/** The address of a thing: that of the source it rests on, or its id as a name where none has an address. */
function urlOf(id: string, cited: readonly { readonly url: string | null }[]): string {
  return cited.find(({ url }) => url)?.url ?? `urn:coverage-graph:${id}`;
}

/** Finds things. */
export const search = tool({
  name: 'search',
  title: 'Search codes, payers, policies and sources',
  description:
    'Finds codes, services, payers, policies, modifiers, diagnoses and sources by words. Gives id, title and the address of a source; `fetch` gives the content.',
  input: z.object({ query: z.string().min(1).max(300) }),
  output: z.object({ results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })) }),
  documents: [searching],

  async answer({ query }, graph) {
    const { searchEntities } = await graph.ask<Searched>(searching, { text: query });
    const results = searchEntities.nodes.map(({ label, entity }) => ({
      id: entity.id,
      title: label,
      url: entity.sourceUrl ?? urlOf(entity.id, entity.citations),
    }));
    return { text: JSON.stringify({ results }), data: { results } };
  },
});

/** Characters for the statements about a thing, and for the sources. */
const room = { statements: 2_600, sources: 1_200 };

/** Gives a thing. */
export const fetchOne = tool({
  name: 'fetch',
  title: 'Fetch one thing by its id',
  description:
    'The content of one id that `search` or another tool gave: a code, payer, policy, source, statement, gap or conflict, with what is stated about it and the sources.',
  input: z.object({ id: z.string().min(1).max(400) }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    url: z.string(),
    metadata: z.object({ type: z.string(), release: z.string() }),
  }),
  documents: [fetching],

  async answer({ id }, graph) {
    const result = await graph.ask<Fetched>(fetching, { id });
    const { node } = result;
    if (!node) throw refused('UNKNOWN_ID', `This release has nothing with the id ${JSON.stringify(id)}.`);
    const citations = createCitations();
    const own = citations.marks(node.citations ?? []);
    const statements = fitted(
      node.statements?.nodes ?? [],
      room.statements,
      (one) => `- ${one.text} ${citations.marks(one.citations.slice(0, 1))} (${one.id})`,
    );
    const left = (node.statements?.totalCount ?? 0) - statements.shown.length;
    const steps = fitted(node.explanation?.steps ?? [], room.statements, ({ note }) => `- ${note}`);
    const sources = fitted(citations.lines(), room.sources, (line) => line);
    const text = paragraphs(
      `${[node.text, node.label, node.description, node.summary, node.resolutionReason].filter(Boolean).join(' ')} ${own}`.trim(),
      sourceText(node),
      gapText(node),
      [...steps.lines],
      [
        ...statements.lines,
        ...(left > 0 ? [`And ${left} more statements: \`code_report\`, \`policy\` or \`graphql\`.`] : []),
      ],
      sourcesPart(sources.lines),
      dayAndRelease(result, undefined),
    );
    const found = {
      id,
      title: node.label ?? node.text ?? node.summary ?? node.note ?? id,
      text,
      url: node.sourceUrl ?? urlOf(id, node.citations ?? []),
      metadata: { type: node.__typename, release: result.graphInfo.dataVersion },
    };
    return { text: JSON.stringify(found), data: found };
  },
});

type Node = NonNullable<Fetched['node']>;

function sourceText({ publisher, sourceUrl, licence, retrievedOn }: Node): string {
  return publisher
    ? `Published by ${publisher}, read ${retrievedOn}${sourceUrl ? ` at ${sourceUrl}` : ''}. Terms: ${licence}`
    : '';
}

function gapText({ note, reason, code, payer }: Node): string {
  return note && reason
    ? `Not known of ${[payer?.label, code?.code].filter(Boolean).join(', ')}: ${note} ${UnknownReason.values[reason]} This is not a refusal.`
    : '';
}
