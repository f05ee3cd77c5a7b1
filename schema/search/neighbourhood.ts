/** The neighbourhood: what is near some things, as nodes and the links between them, for a picture of a part of the graph. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { typeOf } from '../../db/kit/id-parts.ts';
import { maxStatements } from '../../db/search/adjacency.ts';
import {
  type Around,
  type NearLink,
  type Neighbourhood,
  neighbourhood,
} from '../../db/search/neighbourhood.ts';
import { nearTypes } from '../../db/search/references.ts';
import { AsOfInput, AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { EntityInterface } from '../kit/entity.ts';
import { badInput, checkList } from '../kit/errors.ts';
import { anyOne, type Fact } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { anyId } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { factsOf, inRange } from './paths.ts';

type Dated<T> = T & { readonly asOf: AsOf };

/** The most things whose neighbours can be requested at once. */
const maxOf = 12;
/** The most neighbours that can be requested: more are no picture. */
const maxNeighbours = 200;

const NeighbourhoodInput = builder.inputType('NeighbourhoodInput', {
  description: 'Whose neighbours, of which types, and how many.',
  fields: (t) => ({
    of: t.idList({
      required: true,
      description: `The things whose neighbours are wanted, by id, code or slug, such as Payer:aetna, 77090 or 77080-26; at most ${maxOf}.`,
    }),
    types: t.stringList({
      required: false,
      description: `Only neighbours of these types, such as Payer; any when left out. There are ${nearTypes.join(', ')}.`,
    }),
    first: t.int({
      required: false,
      defaultValue: 60,
      description: `The most neighbours of all of them together, from 1 to ${maxNeighbours}.`,
    }),
    asOf: t.field({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
  }),
});

async function entityOf(id: string, asOf: AsOf, context: GraphContext): Promise<Fact> {
  const found = await anyOne(context, id, asOf);
  if (!found) throw new Error(`${id} is linked and not in the release.`);
  return found;
}

const EntityLink = builder.objectRef<Dated<NearLink>>('EntityLink').implement({
  description: 'That two entities are neighbours, and why.',
  fields: (t) => ({
    from: t.field({
      type: EntityInterface,
      description: 'One of the two: the one named in `of` where one is.',
      resolve: async ({ from, asOf }, _args, context) => entityOf(from, asOf, context),
    }),
    to: t.field({
      type: EntityInterface,
      description: 'The other.',
      resolve: async ({ to, asOf }, _args, context) => entityOf(to, asOf, context),
    }),
    relation: t.string({
      description:
        'What links them: the type of `statement`, such as CoverageStatement; the field by which one names the other itself, such as Policy.payer; or Citation where one, or a statement about it, rests on the other.',
      resolve: ({ relation }) => relation,
    }),
    statement: t.field({
      type: StatementInterface,
      nullable: true,
      description:
        'The best statement that links them: one that names both by itself, preferred, with a value. Null where they name each other and no statement does.',
      resolve: async ({ statementId, asOf }, _args, context) =>
        statementId === null ? null : ((await factsOf([statementId], asOf, context))[0] ?? null),
    }),
    statements: t.int({
      description: 'How many statements that hold on the day link them, so far as they were read.',
      resolve: ({ statements }) => statements,
    }),
  }),
});

const NeighbourCount = builder.objectRef<Dated<Around>>('NeighbourCount').implement({
  description: 'How many neighbours a thing has.',
  fields: (t) => ({
    entity: t.field({
      type: EntityInterface,
      description: 'The thing.',
      resolve: async ({ id, asOf }, _args, context) => entityOf(id, asOf, context),
    }),
    total: t.int({
      description: 'Its neighbours of the types in `types`, so far as they were read.',
      resolve: ({ total }) => total,
    }),
    given: t.int({
      description: 'Those of them that are among the nodes.',
      resolve: ({ given }) => given,
    }),
  }),
});

const NeighbourhoodType = builder.objectRef<Dated<Neighbourhood>>('Neighbourhood').implement({
  description: 'Things, what is near them, and what links them.',
  fields: (t) => ({
    asOf: t.field({
      type: AsOfType,
      description: 'The day and the moment that it is for.',
      resolve: ({ asOf }) => asOf,
    }),
    nodes: t.field({
      type: [EntityInterface],
      description:
        'Those named in `of`, then their neighbours: the closest of each type, then the second of each type, and so on. A reference of one to the other is closest, then the best statement; ties go to more statements.',
      resolve: async ({ nodes, asOf }, _args, context) => factsOf(nodes, asOf, context),
    }),
    links: t.field({
      type: [EntityLink],
      description:
        'One for each pair of nodes that is linked: those named in `of` with all nodes, and the other nodes with each other where one refers to the other itself.',
      resolve: ({ links, asOf }) => links.map((link) => ({ ...link, asOf })),
    }),
    around: t.field({
      type: [NeighbourCount],
      description:
        'For each of those named in `of`, in their order, how many neighbours it has and how many are given.',
      resolve: ({ around, asOf }) => around.map((count) => ({ ...count, asOf })),
    }),
    leftOut: t.int({
      description: 'Neighbours that `first` leaves out.',
      resolve: ({ leftOut }) => leftOut,
    }),
    complete: t.boolean({
      description: `False when more than ${maxStatements} statements or references are about the things named: then there may be further neighbours. Ask for fewer things at once.`,
      resolve: ({ complete }) => complete,
    }),
  }),
});

function checkTypes(types: readonly string[] | null | undefined): readonly string[] | null {
  if (!types) return null;
  for (const type of checkList('input.types', types)) {
    if (nearTypes.includes(type)) continue;
    const found = JSON.stringify(type.slice(0, 40));
    throw badInput(
      'input.types',
      `input.types: there is no entity type ${found}; give any of ${nearTypes.join(', ')}.`,
    );
  }
  return types;
}

function idsOf(of: readonly string[], context: GraphContext): readonly string[] {
  if (of.length > maxOf)
    throw badInput('input.of', `input.of holds ${of.length} items, the most is ${maxOf}: give fewer.`);
  return checkList('input.of', of).map((text, i) => {
    const id = anyId(context, `input.of[${i}]`, text);
    if (nearTypes.includes(typeOf(id))) return id;
    throw badInput(
      `input.of[${i}]`,
      `input.of[${i}]: ${id} is no entity: give one of ${nearTypes.join(', ')}, such as what a statement is about.`,
    );
  });
}

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: NeighbourhoodType,
    description:
      'What is near some things: the entities that a cited statement, a reference or a source links with them, as nodes and links of a picture. Deprecated statements are left out. To see how two things are connected over several hops ask `paths`.',
    args: {
      input: t.arg({
        type: NeighbourhoodInput,
        required: true,
        description: 'Whose neighbours, and the limits.',
      }),
    },
    // All links of those named are read before the closest are chosen: some 5 microseconds each.
    ...grows({
      work: (sizes) => Math.min(maxStatements, sizes.things('Statement') ?? 0) / 4,
      below: (_sizes, { input }: { readonly input: typeof NeighbourhoodInput.$inferInput }) => {
        const nodes = (input.first ?? 60) + input.of.length;
        return {
          'Neighbourhood.nodes': nodes,
          'Neighbourhood.links': nodes * (1 + Math.min(3, input.of.length)),
          'Neighbourhood.around': input.of.length,
        };
      },
    }),
    resolve: async (_root, { input }, context) => {
      const asOf = rootAsOf(input, context);
      const question = {
        of: idsOf(input.of, context),
        types: checkTypes(input.types),
        limit: inRange('input.first', input.first ?? 60, maxNeighbours),
        asOf,
      };
      return { ...neighbourhood(context.store, question), asOf };
    },
  }),
);
