/** Lists of pasted terms, each mapped to the entities that it may mean. */

import { goodEnough, type Mapping, mapTerms, maxTermHits, maxTerms } from '../../db/search/map-terms.ts';
import { builder } from '../kit/builder.ts';
import { badInput } from '../kit/errors.ts';
import { asNamed, grows } from '../kit/growth.ts';
import { checkTypes, SearchHit, typesArg } from './search.ts';

/** The longest term of a list. */
const maxTerm = 200;

const TermMapping = builder.objectRef<Mapping>('TermMapping').implement({
  description: 'A pasted term and what it may mean.',
  fields: (t) => ({
    term: t.string({ description: 'The term as it was given.', resolve: ({ term }) => term }),
    unmapped: t.boolean({
      description: `True when no hit scores ${goodEnough} or more: then \`hits\` has hints at best.`,
      resolve: ({ hits }) => !hits.some(({ score }) => score >= goodEnough),
    }),
    hits: t.field({
      type: [SearchHit],
      description: 'Entities that it may mean, the best first.',
      args: {
        first: t.arg.int({
          required: false,
          defaultValue: 5,
          description: `How many at most, from 1 to ${maxTermHits}.`,
        }),
      },
      ...grows({ items: (_sizes, { first }: { readonly first?: number | null | undefined }) => first ?? 5 }),
      resolve: async ({ hits }, { first }) => {
        const count = first ?? 5;
        if (count < 1 || count > maxTermHits)
          throw badInput('first', `first is ${count}: give a number from 1 to ${maxTermHits}.`);
        return hits.slice(0, count);
      },
    }),
  }),
});

function checkTerms(terms: readonly string[]): readonly string[] {
  if (terms.length === 0 || terms.length > maxTerms)
    throw badInput('terms', `terms holds ${terms.length} items: give from 1 to ${maxTerms} in a request.`);
  const long = terms.findIndex((term) => term.length > maxTerm);
  if (long >= 0) {
    const length = terms[long]?.length;
    throw badInput(
      'terms',
      `terms[${long}] has ${length} characters, the most is ${maxTerm}: shorten it or split it.`,
    );
  }
  return terms;
}

builder.queryField('mapTerms', (t) =>
  t.field({
    type: [TermMapping],
    description:
      'What each of a list of pasted terms may mean, in the order given: codes with modifiers, payers, places, diagnoses, words.',
    args: {
      terms: t.arg.stringList({
        required: true,
        description: `Terms, such as "77090-26" or "Aetna"; at most ${maxTerms}.`,
      }),
      types: t.arg.stringList(typesArg),
    },
    // Each term is searched for by itself.
    ...grows({
      ...asNamed('terms'),
      work: (_sizes, { terms }: { readonly terms: readonly unknown[] }) => 12 * terms.length,
    }),
    resolve: (_root, { terms, types }, context) => [
      ...mapTerms(context.store, checkTerms(terms), checkTypes(types)),
    ],
  }),
);
