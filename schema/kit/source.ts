/** Sources and citations: where everything comes from. */

import { SourceRole } from '../../db/enums/index.ts';
import { citationsOf as readCitations } from '../../db/history/citations.ts';
import { citation, source } from '../../db/tables/index.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { enumOf } from './enums.ts';
import type { FactOf } from './fact.ts';
import { type Fact, one } from './fact.ts';
import { loaderOf } from './loader.ts';

/** A citation and the as-of it was reached with. */
export type CitationFact = FactOf<typeof citation>;

/** The citations of a statement or an entity as rows, the primary source first. */
export const citationRows = loaderOf((context, ids: readonly string[]) => readCitations(context.store, ids));

/** The citations of a statement or an entity, the primary source first. */
export async function citationsOf(context: GraphContext, { id, asOf }: Fact): Promise<CitationFact[]> {
  const rows = await citationRows(context, id);
  return rows.map((row) => ({ ...row, id: `${row.subjectId}#${row.seq}`, asOf }));
}

/** Filled by the noun file of sources below; citations name it before it is made. */
export const CitationRef = builder.objectRef<CitationFact>('Citation');

/** The source of a citation; throws where the release does not have it, which the build rules out. */
export function sourceOf(context: GraphContext, cited: CitationFact): FactOf<typeof source> {
  const found = one(context, source, cited.sourceId, cited.asOf);
  if (!found || found instanceof Promise)
    throw new Error(`Citation of ${cited.subjectId} names a source that is not held.`);
  return found;
}

CitationRef.implement({
  description: 'Where a statement or an entity comes from, down to the passage.',
  fields: (t) => ({
    role: t.field({
      type: enumOf(SourceRole),
      description: 'The role of the source for it.',
      resolve: ({ role }) => role,
    }),
    locator: t.string({
      nullable: true,
      description: citation.columns.locator.description,
      resolve: ({ locator }) => locator,
    }),
    part: t.string({
      nullable: true,
      description: citation.columns.part.description,
      resolve: ({ part }) => part,
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Address of the source; null when none is known.',
      resolve: (cited, _args, context) => sourceOf(context, cited).url,
    }),
  }),
});
