/** Search: entities by what people type. */

import { SearchMatch } from '../../db/enums/index.ts';
import type { RowPosition } from '../../db/kit/edge.ts';
import { namingWords } from '../../db/search/asking.ts';
import { type Hit, highlightsOf, maxHits, type SearchResult, search } from '../../db/search/search.ts';
import { searchTypes } from '../../db/search/search-index.ts';
import { maxWordLength, maxWords, wordsOf } from '../../db/search/words.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { EntityInterface } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList } from '../kit/errors.ts';
import { anyOne } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { cursorOf, type PageArgs, sliceOf } from '../kit/page.ts';

/** The longest text to search for. */
const maxText = 500;

/** An entity that a text may mean. */
export const SearchHit = builder.objectRef<Hit>('SearchHit').implement({
  description: 'An entity that a text may mean, and why.',
  fields: (t) => ({
    entity: t.field({
      type: EntityInterface,
      description: 'The entity, with its `label`.',
      resolve: async ({ entry }, _args, context) => {
        const found = await anyOne(context, entry.id, context.asOf);
        if (!found) throw new Error(`${entry.id} is in the search index and not held.`);
        return found;
      },
    }),
    label: t.string({ description: 'Its name for people.', resolve: ({ entry }) => entry.label }),
    score: t.float({
      description:
        'How it matched, from 0 to 1: whole name 1, whole label 0.9, words of names and label 0.7, of the description 0.4, the words that only ask left aside; less where only a part of the text matches, a word is corrected, is another form or is missing. It orders hits and is no measure of truth.',
      resolve: ({ score }) => score,
    }),
    matchedOn: t.field({
      type: enumOf(SearchMatch),
      description: 'What of it matched.',
      resolve: ({ matchedOn }) => matchedOn,
    }),
    highlights: t.stringList({
      description:
        'Passages that matched, at most three: the matched words are between `<mark>` and `</mark>`, all else is escaped for HTML.',
      resolve: (hit) => highlightsOf(hit),
    }),
  }),
});

const SearchTypeCount = builder
  .objectRef<{ readonly type: string; readonly count: number }>('SearchTypeCount')
  .implement({
    description: 'How many entities of a type a text matches.',
    fields: (t) => ({
      type: t.string({ description: 'Name of the type.', resolve: ({ type }) => type }),
      count: t.int({ description: 'How many.', resolve: ({ count }) => count }),
    }),
  });

/** What a page of hits carries for the fields of its connection. */
interface Searched {
  readonly found: SearchResult;
  /** The same search over all types. */
  readonly everything: () => SearchResult;
}

const SearchConnection = builder.connectionObject(
  {
    type: SearchHit,
    name: 'SearchConnection',
    description: 'A page of what a text may mean, the best first.',
    fields: (t) => {
      const of = (page: unknown) => page as Searched; // every such connection is made by `searchPage`
      return {
        complete: t.boolean({
          description: `False when more than ${maxHits} matched: then \`totalCount\` and \`countsByType\` count those that were looked at.`,
          resolve: (page) => of(page).found.complete,
        }),
        readAs: t.string({
          nullable: true,
          description: 'The words that were searched for, where a misspelling was corrected; else null.',
          resolve: (page) => of(page).found.readAs,
        }),
        countsByType: t.field({
          type: [SearchTypeCount],
          description: 'Matches by type, whatever `types` is; types without any are left out.',
          resolve: (page) => countsOf(of(page).everything()),
        }),
      };
    },
  },
  { name: 'SearchEdge', description: 'A hit on a page.' },
);

function countsOf({ hits }: SearchResult) {
  const byType = Map.groupBy(hits, ({ entry }) => entry.type);
  return searchTypes.flatMap((type) => {
    const count = byType.get(type)?.length ?? 0;
    return count > 0 ? [{ type, count }] : [];
  });
}

const field = 'Query.searchEntities';

/** Hits have an order of their own; a cursor names its hit, and the search is made again. */
function searchPage(text: string, types: readonly string[] | null, args: PageArgs, context: GraphContext) {
  const slice = sliceOf(field, args);
  const found = search(context.store, text, types);
  const ids = found.hits.map(({ entry }) => entry.id);
  const position = (name: 'after' | 'before', of: RowPosition | undefined, otherwise: number) => {
    if (of === undefined) return otherwise;
    const index = ids.indexOf(of.id);
    if (index < 0)
      throw badInput(
        name,
        `${name} is a cursor of another search: give one that this text and these types returned.`,
      );
    return index;
  };
  const lower = position('after', slice.after, -1) + 1;
  const upper = Math.max(lower, position('before', slice.before, ids.length));
  const from = slice.backward ? Math.max(lower, upper - slice.size) : lower;
  const to = slice.backward ? upper : Math.min(upper, lower + slice.size);
  const edges = found.hits.slice(from, to).map((node) => ({ cursor: cursorOf(field, node.entry), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: to < ids.length,
      hasPreviousPage: from > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => ids.length,
    found,
    everything: () => (types ? search(context.store, text, null) : found),
  };
}

function checkText(text: string): string {
  if (text.length > maxText)
    throw badInput('text', `text has ${text.length} characters, the most is ${maxText}: give a few words.`);
  const words = namingWords(wordsOf(text));
  if (words.length === 0)
    throw badInput('text', 'text holds no letter and no digit: give a word, a code or the beginning of one.');
  if (words.length > maxWords)
    throw badInput(
      'text',
      `text holds ${words.length} different words, the most is ${maxWords}: leave some out.`,
    );
  if (words.some((word) => word.length > maxWordLength))
    throw badInput('text', `text holds a word of more than ${maxWordLength} characters: shorten it.`);
  return text;
}

/** Refuses types that are not in the index. */
export function checkTypes(types: readonly string[] | null | undefined): readonly string[] | null {
  if (!types) return null;
  for (const type of checkList('types', types)) {
    if (!searchTypes.some((known) => known === type)) {
      const found = JSON.stringify(type.slice(0, 40));
      throw badInput('types', `types: ${found} cannot be searched; give any of ${searchTypes.join(', ')}.`);
    }
  }
  return [...new Set(types)];
}

/** The argument that restricts a search to some types. */
export const typesArg = {
  required: false,
  description: `Only of these types, such as Payer. There are ${searchTypes.join(', ')}.`,
} as const;

builder.queryField('searchEntities', (t) =>
  t.connection(
    {
      type: SearchHit,
      description:
        'Entities by what people type: whole codes, numbers and names first, then words of labels, then of descriptions. Words with which people ask, such as "which components does aetna cover", count where they match and cost no hit where they do not; a text that names several things, or asks of one, also gives what matches a part of it. The last word may be unfinished; a misspelling is corrected where nothing else is found.',
      args: {
        text: t.arg.string({
          required: true,
          description: `What to look for, such as "bone score": at most ${maxWords} different words of letters and digits beside those that only ask; all else separates words.`,
        }),
        types: t.arg.stringList(typesArg),
      },
      // All hits are scored before a page is cut from them.
      ...grows({ work: () => 75 }),
      resolve: (_root, args, context) =>
        searchPage(checkText(args.text), checkTypes(args.types), args, context) as never, // hits are no nodes, yet a page
    },
    SearchConnection,
  ),
);
