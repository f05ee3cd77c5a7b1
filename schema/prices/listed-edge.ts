/** Edges to statements that no column or link leads to: one SQL statement a level reads the ids, the page reads the rows. */

import type { Walk } from '../../db/kit/edge.ts';
import type { Store } from '../../db/kit/store.ts';
import type { Table } from '../../db/kit/table.ts';
import { asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import { edgeArgs, type FactRef, type Filter, rankWhere, type StatementArgs } from '../kit/edge-to-many.ts';
import { type Fact, mustHave } from '../kit/fact.ts';
import { type Growth, grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { type PageArgs, pageOf, sliceOf, sliceRows } from '../kit/page.ts';

interface ListedEdge {
  readonly description: string;
  readonly to: Table;
  readonly growth: Growth<StatementArgs>;
  readonly filter: Filter;
  /** Selects `slot` and `id` of the rows `t` for the `:parents`, a JSON array, on the as-of; `where` is a further condition on `t`. */
  readonly sql: (where: string) => string;
}

interface Found {
  readonly slot: number;
  readonly id: string;
}

/** A connection from a parent to the statements that the SQL of an edge finds. */
export function listedEdge(parent: FactRef, field: string, child: FactRef, edge: ListedEdge): void {
  const { to, sql, filter, growth, description } = edge;
  const name = `${parent.name}.${field}`;
  const idsOf = loaderOf((context, parents: readonly string[], walk: Walk) =>
    idsBySlot(context.store, parents, walk, sql),
  );
  const resolve = async (of: Fact, args: PageArgs & StatementArgs, context: GraphContext) => {
    const slice = sliceOf(name, args);
    const asOf = asOfFrom(args.asOf, of.asOf);
    const where = [rankWhere(args.ranks), ...(args.filter ? filter.where(args.filter, context) : [])];
    const ids = await idsOf(context, of.id, { asOf, where });
    const rows = await Promise.all(sliceRows(ids, slice).map(({ id }) => mustHave(context, to, id, asOf)));
    return pageOf(name, slice, rows, () => ids.length);
  };
  builder.objectField(parent, field, (t) =>
    t.connection(
      { type: child, description, args: edgeArgs(t.arg, to, filter), ...grows(growth), resolve },
      connectionOf(child),
    ),
  );
}

function idsBySlot(
  store: Store,
  parents: readonly string[],
  { asOf: { dateOfService, knownAt }, where }: Walk,
  sql: ListedEdge['sql'],
): Found[][] {
  const params = {
    ...{ parents: JSON.stringify(parents), dateOfService, knownAt },
    ...Object.assign({}, ...where.map((each) => each.params)),
  };
  const answers: Found[][] = parents.map(() => []);
  for (const found of store.all<Found>(sql(where.map((each) => `(${each.sql})`).join(' and ')), params))
    answers[found.slot]?.push(found);
  return answers;
}
