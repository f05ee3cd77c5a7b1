/** Paths: how one thing is connected to another, hop by hop along cited statements. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { maxStatements, namedTypes } from '../../db/search/adjacency.ts';
import { type Path, type Paths, paths } from '../../db/search/paths.ts';
import { statementTables } from '../../db/tables/index.ts';
import { AsOfInput, AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { EntityInterface } from '../kit/entity.ts';
import { badInput, checkList } from '../kit/errors.ts';
import { anyOne, type Fact } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { parseId } from '../kit/id.ts';
import { anyId } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';

type Dated<T> = T & { readonly asOf: AsOf };

/** The most hops that can be requested. */
const maxLength = 6;
/** The most paths that can be requested. */
const maxPaths = 10;

const statementTypes = statementTables.map(({ type }) => type);

const PathInput = builder.inputType('PathInput', {
  description: 'The two ends of the paths, the statements to go along, and the limits.',
  fields: (t) => ({
    from: t.id({
      required: true,
      description: `One end by id, code or slug, such as BillingCode:CPT:77090, 77090 or 77080-26. Types: ${namedTypes.join(', ')}.`,
    }),
    to: t.id({
      required: true,
      description: 'The other end in the same forms, such as medicare; of the same types.',
    }),
    via: t.stringList({
      required: false,
      description: 'Names of statement types to go along, such as CoverageStatement; any when left out.',
    }),
    maxLength: t.int({
      required: false,
      defaultValue: 5,
      description: `The most hops, from 1 to ${maxLength}.`,
    }),
    first: t.int({ required: false, defaultValue: 3, description: `The most paths, from 1 to ${maxPaths}.` }),
    asOf: t.field({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
  }),
});

/** The things of these ids, in their order; those that the release does not have are left out. */
export async function factsOf(ids: readonly string[], asOf: AsOf, context: GraphContext): Promise<Fact[]> {
  const facts = await Promise.all(ids.map((id) => anyOne(context, id, asOf)));
  return facts.filter((fact) => fact !== null);
}

const GraphPath = builder.objectRef<Dated<Path>>('GraphPath').implement({
  description: 'A way from one entity to another in which no entity comes twice.',
  fields: (t) => ({
    length: t.int({
      description: 'Hops; 0 where both ends are the same.',
      resolve: ({ statements }) => statements.length,
    }),
    nodes: t.field({
      type: [EntityInterface],
      description: 'The entities in their order, both ends included.',
      resolve: ({ nodes, asOf }, _args, context) => factsOf(nodes, asOf, context),
    }),
    statements: t.field({
      type: [StatementInterface],
      description:
        'One statement for each hop, which names the entities on both sides of it. Where several do, the best: one that names both by itself, preferred, with a value.',
      resolve: ({ statements, asOf }, _args, context) => factsOf(statements, asOf, context),
    }),
  }),
});

const GraphPaths = builder.objectRef<Dated<Paths>>('GraphPaths').implement({
  description: 'The shortest paths between two entities.',
  fields: (t) => ({
    asOf: t.field({
      type: AsOfType,
      description: 'The day and the moment that they are for.',
      resolve: ({ asOf }) => asOf,
    }),
    complete: t.boolean({
      description:
        'False when the search reached its limit: then there may be further paths, and shorter ones. Give `via` to search less.',
      resolve: ({ complete }) => complete,
    }),
    paths: t.field({
      type: [GraphPath],
      description:
        'The shortest first, then in the order of the ids of their entities; empty when there is none of that length.',
      resolve: ({ paths: found, asOf }) => found.map((path) => ({ ...path, asOf })),
    }),
  }),
});

/** A number of an argument; a typed error where it is out of range. */
export function inRange(field: string, value: number, most: number): number {
  if (value < 1 || value > most)
    throw badInput(field, `${field} is ${value}: give a number from 1 to ${most}.`);
  return value;
}

/** The id of an end that this release has and that statements can name. */
function endOf(field: string, id: string, context: GraphContext): string {
  const found = anyId(context, field, id);
  const { type } = parseId(field, found);
  if (!namedTypes.includes(type)) {
    throw badInput(
      field,
      `${field}: no statement names a ${type}, so no path leads there. Give an id of ${namedTypes.join(', ')}.`,
    );
  }
  return found;
}

function checkVia(via: readonly string[] | null | undefined): readonly string[] | null {
  if (!via) return null;
  for (const type of checkList('input.via', via)) {
    if (!statementTypes.includes(type)) {
      const found = JSON.stringify(type.slice(0, 40));
      throw badInput(
        'input.via',
        `input.via: there is no statement type ${found}; give any of ${statementTypes.join(', ')}.`,
      );
    }
  }
  return via;
}

builder.queryField('paths', (t) =>
  t.field({
    type: GraphPaths,
    description:
      'How one thing is connected to another: the shortest paths on which every hop is a cited statement that names both sides. Deprecated statements are left out.',
    args: { input: t.arg({ type: PathInput, required: true, description: 'The two ends and the limits.' }) },
    // Each hop reads the statements of what the last one reached, up to a limit: some 5 microseconds each.
    ...grows({
      work: (sizes, { input }: { readonly input: typeof PathInput.$inferInput }) => {
        const near = Math.min(maxStatements, (sizes.things('Statement') ?? 0) / 4);
        return ((input.maxLength ?? 5) * near) / 4;
      },
      below: (_sizes, { input }) => ({
        'GraphPaths.paths': input.first ?? 3,
        'GraphPath.nodes': (input.maxLength ?? 5) + 1,
        'GraphPath.statements': input.maxLength ?? 5,
      }),
    }),
    resolve: async (_root, { input }, context) => {
      const asOf = rootAsOf(input, context);
      const question = {
        via: checkVia(input.via),
        maxLength: inRange('input.maxLength', input.maxLength ?? 5, maxLength),
        limit: inRange('input.first', input.first ?? 3, maxPaths),
        from: endOf('input.from', input.from, context),
        to: endOf('input.to', input.to, context),
        asOf,
      };
      return { ...paths(context.store, question), asOf };
    },
  }),
);
