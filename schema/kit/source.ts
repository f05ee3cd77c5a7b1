/** Sources and citations: where everything comes from. */

import { FreshnessState, SourceLevel, SourceRole } from '../../db/enums/index.ts';
import { citationsOf as readCitations } from '../../db/history/citations.ts';
import { type Freshness, freshnessOn, levelOf } from '../../db/history/freshness.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { citation, source } from '../../db/tables/index.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { enumOf } from './enums.ts';
import type { FactOf } from './fact.ts';
import { type Fact, one, workedOutFrom } from './fact.ts';
import { type Batch, byAsOf, readerOf } from './loader.ts';

/** A citation and the as-of it was reached with. */
export type CitationFact = FactOf<typeof citation>;

const citations = readerOf((context, ids, asOf: AsOf) =>
  readCitations(context.store, ids).map((rows) =>
    rows.map((row): CitationFact => Object.assign(row, { id: `${row.subjectId}#${row.seq}`, asOf })),
  ),
);

/** The citations of a statement or an entity, the primary source first; of what was worked out, those of what it follows from. */
export async function citationsOf(context: GraphContext, fact: Fact): Promise<readonly CitationFact[]> {
  const from = workedOutFrom(fact);
  if (from) return (await Promise.all(from.map((each) => citationsOf(context, each)))).flat();
  return citations.one(context, fact.id, fact.asOf);
}

/** The same for many facts at once; undefined where one was worked out. */
export const citationsOfEach: Batch<Fact, unknown> = (facts, _args, context) => {
  if (facts.some(workedOutFrom)) return undefined;
  return byAsOf(facts, (some) =>
    citations.each(
      context,
      some.map(({ id }) => id),
      some[0].asOf,
    ),
  );
};

/** Filled by the noun file of sources below; citations name it before it is made. */
export const CitationRef = builder.objectRef<CitationFact>('Citation');

/** The source of a citation; throws where the release does not have it, which the build rules out. */
export function sourceOf(context: GraphContext, cited: CitationFact): FactOf<typeof source> {
  const found = one(context, source, cited.sourceId, cited.asOf);
  if (!found || found instanceof Promise)
    throw new Error(`Citation of ${cited.subjectId} names a source that is not stored.`);
  return found;
}

/** Whether what rests on a source is recent enough on a day. */
export const FreshnessRef = builder.objectRef<Freshness>('Freshness').implement({
  description: 'Whether what was read is recent enough on the day of a question.',
  fields: (t) => ({
    state: t.field({
      type: enumOf(FreshnessState),
      description: 'Whether it is.',
      resolve: ({ state }) => state,
    }),
    readAgainBy: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day from which on it is stale: the latest of its sources. Null where a source never has to be read again, or where no such day is known and it is not current.',
      resolve: ({ readAgainBy }) => readAgainBy,
    }),
    day: t.field({
      type: 'Date',
      description: 'The day for which that is so: that of `knownAt`, the state of knowledge that answers.',
      resolve: ({ day }) => day,
    }),
  }),
});

/** Whether sources are recent enough on the day of a question: that of the state of knowledge that answers it. */
export function freshnessAt({ asOf }: Fact, sources: readonly FactOf<typeof source>[]): Freshness {
  return freshnessOn(asOf.knownAt.slice(0, 10), sources);
}

/** Whether a statement is: of what it cites, a re-packaging through which rows were read supports nothing by itself. */
export async function freshnessOf(context: GraphContext, fact: Fact): Promise<Freshness> {
  const cited = await citationsOf(context, fact);
  const supporting = cited.filter(({ role }) => role !== 'AGGREGATOR_KNOWLEDGE_SOURCE');
  return freshnessAt(
    fact,
    supporting.map((citation) => sourceOf(context, citation)),
  );
}

CitationRef.implement({
  description: 'Where a statement or an entity comes from, down to the passage.',
  fields: (t) => ({
    role: t.field({
      type: enumOf(SourceRole),
      description: 'The role of the source for it.',
      extensions: { needs: ['role'] },
      resolve: ({ role }) => role,
    }),
    locator: t.string({
      nullable: true,
      description: citation.columns.locator.description,
      extensions: { needs: ['locator'] },
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
    sourceLevel: t.field({
      type: enumOf(SourceLevel),
      description: 'What was read, in plain words.',
      resolve: (cited, _args, context) => levelOf(sourceOf(context, cited)),
    }),
  }),
});
