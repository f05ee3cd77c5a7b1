/** What changed between two as-of points, and where two payers differ. */

import { decidingPayers, payersStating } from '../../db/coverage/deciding-payers.ts';
import {
  compare,
  type Diff,
  type DiffRow,
  differingFields,
  maxDiffed,
  statementsAt,
} from '../../db/history/diff.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Where } from '../../db/kit/edge.ts';
import type { Table } from '../../db/kit/table.ts';
import {
  coverage,
  payer,
  priorAuthorization,
  serviceComponent,
  serviceFamily,
  statementTables,
} from '../../db/tables/index.ts';
import { componentsOf } from '../codes/code-families.ts';
import { familiesBelow } from '../codes/family.ts';
import { AsOfInput, AsOfType, asOfFrom, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { StatementFilter, type StatementFilterShape, statementWhere } from '../kit/edge-to-any-type.ts';
import { badInput } from '../kit/errors.ts';
import { at, type Fact, known, mustHave } from '../kit/fact.ts';
import { grows, mostOf, passing, type Sizes } from '../kit/growth.ts';
import { idOf, idOfShort } from '../kit/id.ts';
import { knownId } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';

interface Sides {
  readonly from: AsOf;
  readonly to: AsOf;
}
type GraphDiffShape = Diff & Sides;

interface StatementChangeShape {
  readonly before: Fact;
  readonly after: Fact;
  readonly fields: readonly string[];
}

const StatementChange = builder.objectRef<StatementChangeShape>('StatementChange').implement({
  description: 'A statement that takes the place of another: about the same thing, with other content.',
  fields: (t) => ({
    before: t.field({
      type: StatementInterface,
      description: 'The statement on the first side.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: StatementInterface,
      description: 'The statement on the second side.',
      resolve: ({ after }) => after,
    }),
    fields: t.stringList({
      description:
        'The fields in which they differ, by column name; empty where the same was recorded again.',
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

const GraphDiff = builder.objectRef<GraphDiffShape>('GraphDiff').implement({
  description:
    'What differs between two sides. Applied to the first (drop `removed` and `before`, add `added` and `after`) it gives the second.',
  fields: (t) => ({
    from: t.field({ type: AsOfType, description: 'As-of of the first side.', resolve: ({ from }) => from }),
    to: t.field({ type: AsOfType, description: 'As-of of the second side.', resolve: ({ to }) => to }),
    added: t.field({
      type: [StatementInterface],
      description: 'Only on the second side.',
      resolve: ({ added, to }) => facts(added, to),
    }),
    removed: t.field({
      type: [StatementInterface],
      description: 'Only on the first side.',
      resolve: ({ removed, from }) => facts(removed, from),
    }),
    changed: t.field({
      type: [StatementChange],
      description: 'About the same thing on both sides, with other content.',
      resolve: ({ changed, from, to }) =>
        changed.map(({ before, after, fields }) => ({
          before: at(before, from),
          after: at(after, to),
          fields,
        })),
    }),
    unchangedCount: t.int({
      description: 'How many are on both sides.',
      resolve: ({ unchangedCount }) => unchangedCount,
    }),
  }),
});

function facts(rows: readonly DiffRow[], asOf: AsOf): Fact[] {
  return rows.map((row) => at(row, asOf));
}

function sideOf(context: GraphContext, asOf: AsOf, where: readonly Where[]): readonly DiffRow[] {
  const rows = statementsAt(context.store, asOf, where);
  if (!rows)
    throw badInput(
      'scope',
      `scope: more than ${maxDiffed} statements on one side. Narrow it by types, payers or subjects.`,
    );
  return rows;
}

function narrowed(scope: StatementFilterShape): StatementFilterShape {
  if (!scope.payers && !scope.subjects)
    throw badInput('scope', 'scope: give payers or subjects, such as payers: ["Payer:aetna"].');
  if (scope.asOf) throw badInput('scope.asOf', 'scope.asOf has no meaning here: give from and to.');
  return scope;
}

/** Each side is searched for among all statements. */
const searched = (sizes: Sizes) => 250 + passing(2 * (sizes.things('Statement') ?? 0));

/** A column, if the table is walked by it; otherwise none of its statements can match. */
function keyed(table: Table, column: string) {
  return table.walkedBy.some((key) => key === column) ? [{ table, column }] : [];
}

/** The estimated length of each list: the most statements of some tables that so many payers, or so many subjects, have. */
function differing(sizes: Sizes, among: readonly Table[], payers: number, subjects: number) {
  const most = (column: (table: Table) => string, count: number) =>
    count *
    (mostOf(
      sizes,
      among.flatMap((table) => keyed(table, column(table))),
    ) ?? maxDiffed);
  const bounds = [
    ...(payers > 0 ? [most(() => 'payerId', payers)] : []),
    ...(subjects > 0 ? [most(({ subject = '' }) => subject, subjects)] : []),
  ];
  const length = Math.min(maxDiffed, ...bounds);
  return { 'GraphDiff.added': length, 'GraphDiff.removed': length, 'GraphDiff.changed': length };
}

const ownNames = new Set(['payerId', 'policyVersionId']);

/** Compares statements of two payers without the columns that name the payer, so that only content counts. */
function compareAcross(left: readonly DiffRow[], right: readonly DiffRow[]): Diff {
  const as = (row: DiffRow): DiffRow => ({ ...row, payerId: null });
  const originals = new Map([...left, ...right].map((row) => [row.id, row]));
  const original = (row: DiffRow) => originals.get(row.id) ?? row;
  const diff = compare(left.map(as), right.map(as));
  const pairs = diff.changed.map(({ before, after }) => {
    const [first, second] = [original(before), original(after)];
    return { before: first, after: second, fields: differingFields(first, second, ownNames) };
  });
  return {
    added: diff.added.map(original),
    removed: diff.removed.map(original),
    changed: pairs.filter(({ fields }) => fields.length > 0),
    unchangedCount: diff.unchangedCount + pairs.filter(({ fields }) => fields.length === 0).length,
  };
}

builder.queryFields((t) => ({
  diff: t.field({
    type: GraphDiff,
    description: `What changed between two as-of points, in the scope given. At most ${maxDiffed} statements a side.`,
    args: {
      from: t.arg({ type: AsOfInput, required: true, description: 'The first point.' }),
      to: t.arg({ type: AsOfInput, required: true, description: 'The second point.' }),
      scope: t.arg({
        type: StatementFilter,
        required: true,
        description: 'Which statements; payers or subjects must be given.',
      }),
    },
    ...grows({
      work: searched,
      below: (sizes, { scope: { types, payers, subjects } }: { readonly scope: StatementFilterShape }) => {
        const among = statementTables.filter(({ type }) => types?.includes(type) ?? true);
        return differing(sizes, among, payers?.length ?? 0, subjects?.length ?? 0);
      },
    }),
    resolve: async (_root, args, context) => {
      const where = statementWhere(narrowed(args.scope), context);
      const from = asOfFrom(args.from, context.asOf);
      const to = asOfFrom(args.to, context.asOf);
      return { ...compare(sideOf(context, from, where), sideOf(context, to, where)), from, to };
    },
  }),
  comparePayers: t.field({
    type: GraphDiff,
    description:
      'Where two payers differ on a service family: coverage and prior authorization, by component and line of business. An association is compared by what its licensees state, Medicare with what its contractors state differently or further for one of the components: `payer` of each statement says whose it is.',
    args: {
      left: t.arg.id({ required: true, description: 'The first payer by slug or id, such as aetna.' }),
      right: t.arg.id({ required: true, description: 'The second payer by slug or id, such as cigna.' }),
      family: t.arg.id({
        required: true,
        description:
          'The service family by slug or id, such as trabecular-bone-score, a group of them, or what is worked out around a code, such as proposed-93000.',
      }),
      asOf: t.arg({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
    },
    ...grows({
      work: searched,
      below: (sizes, { left, right }: { readonly left: string; readonly right: string }) => {
        const families = 1 + (sizes.most(serviceFamily, 'groupId') ?? 0);
        const components = families * (sizes.most(serviceComponent, 'familyId') ?? 0);
        const { memory } = sizes;
        const deciding = (text: string) =>
          memory ? decidingPayers(memory, [idOfShort('Payer', text) ?? text]).payerIds.length : 1;
        // Few of those that decide for one that was named state as much as the one that states most.
        const payers = Math.ceil(Math.max(deciding(left), deciding(right)) / 3);
        return differing(sizes, [coverage, priorAuthorization], payers, components);
      },
    }),
    resolve: async (_root, args, context) => {
      const asOf = rootAsOf(args, context);
      const subjects = await componentsBelow(context, args.family, asOf);
      const left = knownId(context, payer, 'left', args.left);
      const right = knownId(context, payer, 'right', args.right);
      const side = (named: string, other: string) => {
        // A contractor that is compared with its programme is on its own side alone.
        const payers = payersStating(context.store, context.memory, [named], subjects, asOf).filter(
          (id) => id === named || id !== other,
        );
        return sideOf(
          context,
          asOf,
          statementWhere(
            { payers, subjects, types: ['CoverageStatement', 'PriorAuthorizationStatement'] },
            context,
          ),
        );
      };
      return { ...compareAcross(side(left, right), side(right, left)), from: asOf, to: asOf };
    },
  }),
}));

/** The components of a family, or of the members of a group; a typed error when this release does not have it on the day. */
async function componentsBelow(context: GraphContext, text: string, asOf: AsOf): Promise<string[]> {
  const { id } = await known(
    context,
    serviceFamily,
    'family',
    idOf('ServiceFamily', 'family', text),
    asOf,
    'serviceFamilies { slug }',
  );
  const families = await Promise.all(
    familiesBelow(context.memory, id).map((below) => mustHave(context, serviceFamily, below, asOf)),
  );
  const found = families.flatMap((family) => componentsOf(context, family));
  if (found.length === 0) throw badInput('family', `family: ${id} has no components to compare.`);
  return found.map((component) => component.id);
}
