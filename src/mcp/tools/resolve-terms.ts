/** What words, codes and names may mean: the ids by which other tools take them. */

import { z } from 'zod';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  shortened,
} from '../kit/answer-text.ts';
import { answered } from '../kit/arguments.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantTerms($terms: [String!]!) {
  ${releaseFields}
  mapTerms(terms: $terms) {
    term unmapped
    hits(first: 3) { score label matchedOn entity { id __typename } }
  }
}`;

interface Result extends Answering {
  readonly mapTerms: readonly {
    readonly term: string;
    readonly unmapped: boolean;
    readonly hits: readonly {
      readonly score: number;
      readonly label: string;
      readonly entity: { readonly id: string; readonly __typename: string };
    }[];
  }[];
}

/** Characters for all terms, for a label and for a term. */
const room = { terms: 6_500, label: 80, term: 60 };

/** Ids by words. */
export const resolveTerms = tool({
  name: 'resolve_terms',
  title: 'Find ids of codes, payers and services',
  description:
    'What each of up to 20 terms may mean: billing codes with modifiers, payers, services, diagnoses, places of service, policies. Gives ids, best first, up to three a term.',
  input: z.object({
    terms: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(20)
      .describe('Such as ["Aetna", "77092-26", "bone score"].'),
  }),
  output: z.object({
    ...answered,
    terms: z.array(z.object({ term: z.string(), found: z.boolean(), ids: z.array(z.string()) })),
  }),
  documents: [document],

  async answer({ terms }, graph) {
    const result = await graph.ask<Result>(document, { terms });
    const shown = fitted(result.mapTerms, room.terms, ({ term, unmapped, hits }) => {
      const meant = hits.map(
        ({ label, entity, score }) => `${shortened(label, room.label)} (${entity.id}, match ${score})`,
      );
      if (unmapped && meant.length === 0)
        return `- ${shortened(term, room.term)}: nothing found in this release.`;
      return `- ${shortened(term, room.term)}: ${unmapped ? 'nothing that matches well; perhaps ' : ''}${meant.join('; ')}`;
    });
    return {
      text: paragraphs(
        [...shown.lines, ...leftOut(shown, 'terms', 'Send fewer terms in a call.')],
        dayAndRelease(result, undefined),
      ),
      data: {
        ...answeredBy(result, undefined),
        terms: shown.shown.map(({ term, unmapped, hits }) => ({
          term: shortened(term, room.term),
          found: !unmapped,
          ids: hits.map(({ entity }) => entity.id),
        })),
      },
    };
  },
});
