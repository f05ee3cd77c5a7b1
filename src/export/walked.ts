/** Reads what an export consists of in batches, from the first id to the last. */

import type { RowPosition, Walk } from '../../db/kit/edge.ts';
import { idsAlong, type MixedEdge } from '../../db/kit/ids-along-edge.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { limits } from '../limits/limits.ts';
import type { ExportRow, NextRows } from './formats.ts';

/** The rows of all that an edge without a parent reaches; `rowsOf` makes those of one batch, in its own context. */
export function walked(
  edge: MixedEdge,
  walk: Walk,
  context: () => GraphContext,
  rowsOf: (here: GraphContext, ids: readonly string[]) => Promise<readonly ExportRow[]>,
): NextRows {
  let after: RowPosition | undefined;
  let ended = false;
  return async () => {
    if (ended) return undefined;
    const here = context();
    const slice = { after, limit: limits.exportBatch, backward: false };
    const [ids = []] = idsAlong(here.store, edge, [''], walk, slice);
    const last = ids.at(-1);
    after = last === undefined ? undefined : { id: last };
    ended = ids.length < limits.exportBatch;
    return rowsOf(here, ids);
  };
}
