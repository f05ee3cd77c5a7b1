/** Edges to things of several types: ids are read in one statement a level, the things in one a type. */

import { type FacetField, SourceKind, StatementRank, ValueState } from '../../db/enums/index.ts';
import { inConstants, inList, inTime, type Slice, type Walk, type Where } from '../../db/kit/edge.ts';
import { countIdsAlong, idsAlong, type MixedEdge } from '../../db/kit/ids-along-edge.ts';

import { counted, manyRows } from '../../db/release/counted.ts';
import { type FacetCount, facetCounts } from '../../db/search/facets.ts';
import { sourceKindOf } from '../../db/search/source-kind.ts';
import { payer, statementTables } from '../../db/tables/index.ts';
import { AsOfInput } from './as-of.ts';
import { builder } from './builder.ts';
import type { GraphContext } from './context.ts';
import { enumOf } from './enums.ts';
import { badInput, checkList } from './errors.ts';
import { anyOne, type Fact } from './fact.ts';
import { loaderOf } from './loader.ts';
import { type Page, type PageArgs, pageOf, sliceOf } from './page.ts';
import { anyId, knownIds } from './reference.ts';

/** Which statements to give, where they are of several types. */
export const StatementFilter = builder.inputType('StatementFilter', {
  description: 'Which statements to give. What is left out does not restrict.',
  fields: (t) => ({
    types: t.stringList({
      required: false,
      description: 'Names of statement types, such as CoverageStatement.',
    }),
    payers: t.idList({
      required: false,
      description: 'Payers by slug or id, such as aetna; statements that name no payer are left out.',
    }),
    subjects: t.idList({
      required: false,
      description:
        'What the statements are about, by id, code or slug, such as BillingCode:CPT:77090, 77090 or 77080-26.',
    }),
    ranks: t.field({
      type: [enumOf(StatementRank)],
      required: false,
      defaultValue: ['PREFERRED', 'NORMAL'],
      description: 'Ranks; `DEPRECATED` is left out unless requested.',
    }),
    valueStates: t.field({ type: [enumOf(ValueState)], required: false, description: 'Value states.' }),
    sourceKinds: t.field({
      type: [enumOf(SourceKind)],
      required: false,
      description: 'Kinds of the primary source.',
    }),
    asOf: t.field({
      type: AsOfInput,
      required: false,
      description: 'Another day or state of knowledge than above.',
    }),
  }),
});

export type StatementFilterShape = typeof StatementFilter.$inferInput;

const statementTypes = statementTables.map(({ type }) => type);

/** The conditions of a filter on a relation of statements. */
export function statementWhere(
  filter: StatementFilterShape | null | undefined,
  context: GraphContext,
): readonly Where[] {
  const where: Where[] = [inConstants('rank', StatementRank, filter?.ranks ?? ['PREFERRED', 'NORMAL'])];
  if (filter?.types) {
    for (const type of checkList('filter.types', filter.types)) {
      if (!statementTypes.includes(type)) {
        throw badInput(
          'filter.types',
          `filter.types: there is no statement type ${JSON.stringify(type)}; give any of ${statementTypes.join(', ')}.`,
        );
      }
    }
    where.push(inList('type', 'types', filter.types));
  }
  if (filter?.payers) {
    const payers = knownIds(context, payer, 'filter.payers', filter.payers);
    where.push(inList('payer_id', 'payers', payers));
  }
  if (filter?.subjects) {
    const subjects = checkList('filter.subjects', filter.subjects).map((text, i) =>
      anyId(context, `filter.subjects[${i}]`, text),
    );
    where.push({
      sql: 't.subject_id in (select value from json_each(:subjects))',
      single: true,
      params: { subjects: JSON.stringify(subjects) },
    });
  }
  if (filter?.valueStates)
    where.push(inList('value_state', 'valueStates', checkList('filter.valueStates', filter.valueStates)));
  if (filter?.sourceKinds) {
    const kinds = checkList('filter.sourceKinds', filter.sourceKinds);
    where.push({
      ...inList('source_kind', 'sourceKinds', kinds),
      sql: `${sourceKindOf('t.id')} in (select value from json_each(:sourceKinds))`,
    });
  }
  return where;
}

/** A walk for counting, which may take long: it can be ended where a server watches the time. */
export function walkInTime({ counts }: GraphContext, walk: Walk): Walk {
  return counts ? { ...walk, where: [...walk.where, inTime] } : walk;
}

/** Facets of what an edge reaches, for each parent; `name` is that of the edge. */
export function facetsAlong(name: string, edge: MixedEdge) {
  const rowsOf = (facet: readonly FacetCount[]) => facet.reduce((sum, { count }) => sum + count, 0);
  const worth = (facet: readonly FacetCount[]) => edge.by.length === 0 || rowsOf(facet) >= manyRows;
  return loaderOf(
    (
      context,
      parents: readonly string[],
      { walk, field }: { walk: Walk; field: keyof typeof FacetField.values },
    ) =>
      counted(context.counts, { what: [name, walk, field], worth }, parents, (missing) =>
        facetCounts(context.store, edge, missing, walkInTime(context, walk), field),
      ),
  );
}

type MixedPages = (parent: string, args: PageArgs, walk: Walk, context: GraphContext) => Promise<Page<Fact>>;

/** Pages of things of several types that one parent reaches; parents of one level share their SQL statements. */
export function mixedPages(name: string, edge: MixedEdge): MixedPages {
  // Askers that reach nothing wait for those that reach something: so all of a level count in one statement.
  const facts = loaderOf(
    async (context, parents: readonly string[], { walk, slice }: { walk: Walk; slice: Slice }) =>
      Promise.all(
        idsAlong(context.store, edge, parents, walk, slice).map(async (ids) =>
          Promise.all(ids.map((id) => anyOne(context, id, walk.asOf))),
        ),
      ),
  );
  const worth = (count: number) => edge.by.length === 0 || count >= manyRows;
  const counts = loaderOf((context, parents: readonly string[], walk: Walk) =>
    counted(context.counts, { what: [name, walk], worth }, parents, (missing) =>
      countIdsAlong(context.store, edge, missing, walkInTime(context, walk)),
    ),
  );
  const facets = facetsAlong(name, edge);
  return async (parent, args, walk, context) => {
    const slice = sliceOf(name, args, edge.ordered !== undefined);
    const found = await facts(context, parent, { walk, slice });
    return pageOf(
      name,
      slice,
      found.filter((fact) => fact !== null),
      () => counts(context, parent, walk),
      (field) => facets(context, parent, { walk, field }),
    );
  };
}
