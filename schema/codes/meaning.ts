/** Label and description of codes and modifiers: as the release of their code set has them that holds on the day. */

import { type Meaning, meaningsOn } from '../../db/codes/meanings.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Table } from '../../db/kit/table.ts';
import type { Fact } from '../kit/fact.ts';
import { cell, type FieldBuilder } from '../kit/fields-from-columns.ts';
import { type Batch, byAsOf, readerOf } from '../kit/loader.ts';

interface Meant {
  readonly entities: Table;
  readonly meanings: Table;
  readonly column: 'code_id' | 'modifier_id';
}

/** The fields `label` and `description` of the entities of a table whose meanings are in another. */
export function meaningFields(fields: unknown, read: Meant) {
  const t = fields as FieldBuilder;
  const meanings = readerOf((context, ids, asOf: AsOf) => meaningsOn(context.store, read, ids, asOf));
  const field = (name: keyof Meaning) => {
    const words = (fact: Fact, meaning: Meaning | undefined) => meaning?.[name] ?? String(cell(fact, name));
    return t.string({
      description: `${read.entities.columns[name]?.description} As the release has it that holds on the date of service; where none was read for that day, as the newest has it: \`meanings\` tells which.`,
      extensions: {
        batch: ((facts, _args, context) =>
          byAsOf(facts, (some) => {
            const ids = some.filter(inReleases).map(({ id }) => id);
            const found = meanings.each(context, ids, some[0].asOf).values();
            return some.map((fact) => words(fact, inReleases(fact) ? found.next().value : undefined));
          })) satisfies Batch<Fact, unknown>,
        needs: [name, 'system'],
      },
      resolve: async (fact, _args, context) =>
        words(fact, inReleases(fact) ? await meanings.one(context, fact.id, fact.asOf) : undefined),
    });
  };
  return { label: field('label'), description: field('description') };
}

/** Whether its words may be those of a release: CPT and its modifiers have words of this project alone. */
function inReleases(fact: Fact): boolean {
  return String(cell(fact, 'system')).startsWith('HCPCS');
}
