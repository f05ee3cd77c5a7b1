/** Which lists of a thing are empty on a day although they are not on others: a list cannot say so itself. */

import { UnknownReason } from '../../db/enums/index.ts';
import { type OtherDays, otherDaysAlong, otherDaysInWords } from '../../db/history/other-days.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { AsOfInput, asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { edgesFrom, type FactRef, type NamedEdge, rankWhere } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList } from '../kit/errors.ts';
import { alongColumn, grows, passing, type Sizes } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { nearestFields } from './nearest-days.ts';

interface EmptyList extends OtherDays {
  readonly field: string;
  readonly day: string;
}

const EmptyListType = builder.objectRef<EmptyList>('StatedForOtherDays').implement({
  description: 'A list that is empty on a day although it is not on others.',
  fields: (t) => ({
    field: t.string({
      description: 'The field of the type that is empty on the day, such as feeSchedule.',
      resolve: ({ field }) => field,
    }),
    about: t.string({
      description: 'The type of the statements in it on other days, such as FeeScheduleEntry.',
      resolve: ({ type }) => type,
    }),
    reason: t.field({
      type: enumOf(UnknownReason),
      description:
        '`NO_RELEASE_READ` where releases state them and none that was read covers the day, else `STATED_FOR_OTHER_DAYS`.',
      resolve: ({ reason }) => reason,
    }),
    ...nearestFields(t, 'reason', (list) => list),
    sentence: t.string({
      description: 'The same in words.',
      resolve: (list) => `No ${list.type} on ${list.day}. ${otherDaysInWords(list, list.day, 'one')}`,
    }),
  }),
});

/** The edges to statements, which have days; of all of them, those with the given names. */
function datedEdges(parent: FactRef, names: readonly string[] | null | undefined): readonly NamedEdge[] {
  const dated = edgesFrom(parent).filter(({ edge }) => edge.table.kind === 'statement');
  if (!names) return dated;
  return [...new Set(checkList('fields', names))].map((name) => {
    const found = dated.find(({ field }) => field === name);
    if (found) return found;
    const known = dated.map(({ field }) => field).join(', ');
    throw badInput(
      'fields',
      `fields: ${JSON.stringify(name)} is no list of statements; give any of ${known}.`,
    );
  });
}

/** All statements of a list are looked through, whatever their days. */
function lookingThrough(edges: readonly NamedEdge[], sizes: Sizes): number {
  const work = edges.map(({ edge: { table, by, through } }) => {
    const { items, scattered = 1 } = alongColumn(table, through ? (table.walkedBy[0] ?? '') : by);
    return 2 + passing((items?.(sizes, {}, '') ?? 0) * scattered);
  });
  return work.reduce((sum, one) => sum + one, 0);
}

/** Adds to a type the field that says which of its lists are empty on a day although they are not on others. */
export function otherDays(parent: FactRef): void {
  const emptyOf = loaderOf(
    (
      context,
      ids: readonly string[],
      { names, asOf }: { readonly names: readonly string[] | null; readonly asOf: AsOf },
    ) => {
      const edges = datedEdges(parent, names);
      const walk = { asOf, where: [rankWhere(null)] };
      const found = otherDaysAlong(
        context.store,
        edges.map(({ edge }) => edge),
        ids,
        walk,
      );
      return ids.map((_, slot) =>
        edges.flatMap(({ field }, index) =>
          (found[index]?.[slot] ?? []).map(
            (kind): EmptyList => ({ ...kind, field, day: asOf.dateOfService }),
          ),
        ),
      );
    },
  );
  builder.objectField(parent, 'otherDays', (t) =>
    t.field({
      type: [EmptyListType],
      description:
        'Lists of this type that are empty on the date of service although something is in them on other days, as known at `knownAt`: why, and the nearest days. A list that is empty and not among them is empty on every day.',
      args: {
        fields: t.arg.stringList({
          required: false,
          description: 'Only these fields, such as feeSchedule. Default: all lists of statements.',
        }),
        asOf: t.arg({
          type: AsOfInput,
          required: false,
          description: 'Another day or state of knowledge than above.',
        }),
      },
      ...grows({
        eachOnce: false,
        items: (_sizes, { fields }: { readonly fields?: readonly string[] | null }) =>
          fields?.length ?? datedEdges(parent, null).length,
        work: (sizes, { fields }) =>
          lookingThrough(
            datedEdges(parent, null).filter(({ field }) => !fields || fields.includes(field)),
            sizes,
          ),
      }),
      resolve: async ({ id, asOf }, args, context) =>
        emptyOf(context, id, {
          names: args.fields ? datedEdges(parent, args.fields).map(({ field }) => field) : null,
          asOf: asOfFrom(args.asOf, asOf),
        }),
    }),
  );
}
