/** Label and description of codes and modifiers: as the release of their code set has them that holds on the day. */

import { type Meaning, meaningsOn } from '../../db/codes/meanings.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Table } from '../../db/kit/table.ts';
import { cell, type FieldBuilder } from '../kit/fields-from-columns.ts';
import { loaderOf } from '../kit/loader.ts';

interface Meant {
  readonly entities: Table;
  readonly meanings: Table;
  readonly column: 'code_id' | 'modifier_id';
}

/** The fields `label` and `description` of the entities of a table whose meanings are in another. */
export function meaningFields(fields: unknown, { entities, meanings, column }: Meant) {
  const t = fields as FieldBuilder;
  const meaningOn = loaderOf((context, ids: readonly string[], asOf: AsOf) =>
    meaningsOn(context.store, { entities, meanings, column }, ids, asOf),
  );
  const field = (name: keyof Meaning) =>
    t.string({
      description: `${entities.columns[name]?.description} As the release has it that holds on the date of service; where none was read for that day, as the newest has it: \`meanings\` tells which.`,
      resolve: async (fact, _args, context) => {
        const newest = String(cell(fact, name));
        // CPT and its modifiers have words of this project alone.
        if (!String(cell(fact, 'system')).startsWith('HCPCS')) return newest;
        return (await meaningOn(context, fact.id, fact.asOf))?.[name] ?? newest;
      },
    });
  return { label: field('label'), description: field('description') };
}
