/** Which releases speak of a code on a day, and where none was read for it, which were read before and after. */

import { ReleaseStatus, type ValueOf } from '../../db/enums/index.ts';
import { tablesCovered } from '../../db/history/other-days.ts';
import { type ReleasesAround, releasesAround } from '../../db/history/releases-read.ts';
import { type AsOf, dayBefore } from '../../db/kit/as-of.ts';
import { rowsAlong } from '../../db/kit/rows-along-edge.ts';
import type { Table } from '../../db/kit/table.ts';
import { statementTables } from '../../db/tables/index.ts';
import { Edition } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';
import { grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { BillingCode } from './code.ts';

/** The tables that a release fills with one row a code, or with one for each of its modifiers or services. */
const released = statementTables.filter(({ exclusiveBy }) => exclusiveBy?.[0] === 'codeId');

const tableNamed = new Map(released.map((table) => [table.name, table]));

interface CodeRelease extends ReleasesAround {
  readonly table: Table;
  readonly status: ValueOf<typeof ReleaseStatus>;
  /** Whether the code has a row on the day, be it of a release of other days. */
  readonly has: boolean;
  readonly day: string;
}

/** The releases around a day, and whether one was read for it: one look for all codes of a level. */
const aroundDay = loaderOf((context, names: readonly string[], asOf: AsOf) => {
  const tables = names.flatMap((name) => tableNamed.get(name) ?? []);
  const covered = tablesCovered(context.store, tables, asOf);
  return tables.map((table) => {
    const isRead = covered.get(table.name) === true;
    return { table, isRead, ...releasesAround(context.store, table, asOf) };
  });
});

/** Whether each of some codes has a row of a table on a day. */
const hasRow = loaderOf(
  (context, ids: readonly string[], { name, asOf }: { readonly name: string; readonly asOf: AsOf }) => {
    const table = tableNamed.get(name);
    if (!table) throw new Error(`${name} is filled by no release.`);
    const walk = { asOf, where: [] };
    return rowsAlong(context.store, { table, by: 'codeId' }, ids, walk, { limit: 1, backward: false }).map(
      (rows) => rows.length > 0,
    );
  },
);

const CodeReleaseType = builder.objectRef<CodeRelease>('CodeRelease').implement({
  description:
    'Whether a release that was read speaks of a code on a day. An empty list of statements has one of two reasons: the release of that day does not have the code, or no release of that day was read.',
  fields: (t) => ({
    about: t.string({
      description: 'The type of the statements that the releases make, such as OppsStatus.',
      resolve: ({ table }) => table.type,
    }),
    status: t.field({
      type: enumOf(ReleaseStatus),
      description: 'Whether the release of that day has a statement about the code.',
      resolve: ({ status }) => status,
    }),
    before: t.field({
      type: Edition,
      nullable: true,
      description: 'The newest release that begins on the day or before it; null where none was read.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: Edition,
      nullable: true,
      description: 'The first release that begins after the day; null where none was read.',
      resolve: ({ after }) => after,
    }),
    sentence: t.string({ description: 'The same in words.', resolve: inWords }),
  }),
});

function inWords({ table, status, has, before, after, day }: CodeRelease): string {
  if (status === 'IN_RELEASE') return `${table.type}: the release that holds on ${day} has the code.`;
  if (status === 'NOT_IN_RELEASE')
    return `${table.type}: the release that holds on ${day} does not have the code.`;
  const ends = before?.confirmedTo ?? before?.validTo;
  const last = before && ends ? ` Not confirmed after ${dayBefore(ends)}, where ${before.release} ends.` : '';
  const next = after ? ` The next that was read, ${after.release}, begins on ${after.validFrom}.` : '';
  const stated = has ? ' What others state reaches that day.' : '';
  return `${table.type}: no release was read that holds on ${day}.${stated}${last}${next}`;
}

builder.objectField(BillingCode, 'releases', (t) =>
  t.field({
    type: [CodeReleaseType],
    description:
      'For each kind of statement that published releases make about codes: whether the release of the date of service has this code, or none was read for that day. Kinds of which no release was read at all are left out.',
    ...grows({ items: () => released.length, eachOnce: false, work: () => released.length * 10 }),
    resolve: async ({ id, asOf }, _args, context): Promise<CodeRelease[]> => {
      const days = await Promise.all([...tableNamed.keys()].map((name) => aroundDay(context, name, asOf)));
      const read = days.filter(({ before, after }) => before ?? after);
      return Promise.all(
        read.map(async ({ table, isRead, before, after }) => {
          const has = await hasRow(context, id, { name: table.name, asOf });
          const status = !isRead ? 'NO_RELEASE_READ' : has ? 'IN_RELEASE' : 'NOT_IN_RELEASE';
          return { table, status, has, before, after, day: asOf.dateOfService } as const;
        }),
      );
    },
  }),
);
