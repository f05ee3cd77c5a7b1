/** The rows of one statement table while an edition is merged: those of its series, and those of the seed's text. */

import { type Runs, seriesOfText } from '../../../db/history/runs.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { type InRun, rowWriter } from '../../../db/kit/stored-rows.ts';
import { ownName, snake, type Table } from '../../../db/kit/table.ts';
import { envelope } from '../../../db/tables/index.ts';
import type { Stated } from '../format/format.ts';
import type { OpenEdition } from './series.ts';
import type { TakenIds } from './taken-ids.ts';

/** The text in place of the first day of a statement whose start is not known. */
export const noFirstDay = 'start-not-known';

/** What a stored row says: the values of the columns that are compared, and what of its envelope is its own. */
export interface StoredRow {
  readonly id: string;
  run: number;
  readonly unknownReason: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly continues: string | null;
  readonly [column: string]: unknown;
  /** Whether the edition states it as well. */
  isStated?: boolean;
}

export interface TableRows {
  /** The rows of the series that go by a key. */
  ofKey(key: string): StoredRow[];
  /** All rows of the series. */
  ofSeries(): Iterable<StoredRow>;
  /** The rows of the seed's text that are on record now for what the statement is about, or with the id: earliest first. */
  ofText(stated: Stated, id: string): readonly StoredRow[];
  /** Whether the statement says what the row says on the same days. */
  isSame(
    row: StoredRow,
    stated: Stated,
    own: { readonly from: string | null; readonly to: string | null },
  ): boolean;
  insert(row: Readonly<Record<string, unknown>>, key: string, inRun: InRun & { readonly run: number }): void;
  /** Writes another run of a row, and with it what it is superseded by. */
  move(row: StoredRow, run: number, supersededBy?: string | null): void;
  drop(row: StoredRow, key: string): void;
  /** An id that no row has: the one that is wanted, or one with the suffix. */
  free(wanted: string, suffix: string): string;
  /** A copy of a row in another run, under another id. */
  copy(
    row: StoredRow,
    id: string,
    run: number,
    days?: Partial<Pick<StoredRow, 'validFrom' | 'validTo'>>,
  ): StoredRow;
}

const dayInId = /^[^:]+:(.*)\/(?:\d{4}-\d\d-\d\d|start-not-known)(?:\/(?:recorded|from|until)-.*)?$/;

/** The key in the id of a statement: what is between its type and its first day. */
const keyInId = (id: string) => dayInId.exec(id)?.[1] ?? id;

/** By what the rows of a series are known: their key, and their first day where they have days of their own. */
export const keyOfRow = (key: string, ownDays: boolean, from: string | null) =>
  ownDays ? `${key}/${from ?? noFirstDay}` : key;

const inRunsOf = (condition: string) => `r.run in (select u.number from run u where ${condition})`;

export function tableRows(
  store: WritableStore,
  table: Table,
  runs: Runs,
  edition: OpenEdition,
  takenIds: TakenIds,
): TableRows {
  const {
    exclusiveBy = [],
    columns,
    cluster: [cluster = 'id'],
  } = table;
  const name = ownName(table);
  const compared = Object.keys(columns).filter((each) => !(each in envelope) && !columns[each]?.origin);
  const comparedToText = compared.filter((each) => !columns[each]?.derived);
  const read = [
    ...new Set(['id', 'run', 'unknownReason', 'validFrom', 'validTo', 'continues', cluster, ...compared]),
  ];
  const selected = read.map((each) => `r.${snake(each)} as "${each}"`).join(', ');
  const writer = rowWriter(table);
  const one = `${snake(cluster)} = :cluster and id = :id`;
  const stored = writer.into.slice(writer.into.indexOf('(') + 1, -1).split(', ');
  const byKey = new Map<string, StoredRow[]>();
  const note = (key: string, row: StoredRow) => {
    const rows = byKey.get(key);
    if (rows) rows.push(row);
    else byKey.set(key, [row]);
    return row;
  };
  const noteStored = (row: StoredRow) => {
    const key = row.continues ?? keyInId(row.id);
    return note(keyOfRow(key, runs.run(row.run).ownDays, row.validFrom), row);
  };
  if (edition.editions.length > 1) {
    const sql = `select ${selected} from ${name} r where ${inRunsOf('u.series = :series and u.closed_at is null')}`;
    for (const row of store.all<StoredRow>(sql, { series: edition.series })) noteStored(row);
  }

  const isOfText = (row: StoredRow) => runs.run(row.run).series === seriesOfText;
  const onRecord = inRunsOf(`u.series = ${seriesOfText} and u.last_edition is null`);
  const textKey = (row: Readonly<Record<string, unknown>>, id: string) =>
    exclusiveBy.length > 0 ? JSON.stringify(exclusiveBy.map((each) => row[each] ?? null)) : id;
  /** The rows of the text are few: they are in memory. */
  const text = Map.groupBy(
    store.all<StoredRow>(
      `select ${selected} from ${name} r where ${onRecord} and r.rank is not 'DEPRECATED' order by r.valid_from`,
    ),
    (row) => textKey(row, row.id),
  );
  const forget = (row: StoredRow) => {
    const key = textKey(row, row.id);
    text.set(
      key,
      (text.get(key) ?? []).filter((each) => each !== row),
    );
  };
  const at = (row: StoredRow) => ({ cluster: row[cluster] as string | null, id: row.id });

  return {
    ofKey: (key) => byKey.get(key) ?? [],
    *ofSeries() {
      for (const rows of byKey.values()) yield* rows;
    },
    ofText: ({ values }, id) => text.get(textKey(values, id)) ?? [],
    isSame: (row, { values, envelope: { unknownReason = null } }, { from, to }) =>
      row.unknownReason === unknownReason &&
      row.validFrom === from &&
      row.validTo === to &&
      (isOfText(row) ? comparedToText : compared).every((each) => row[each] === (values[each] ?? null)),
    insert(row, key, inRun) {
      store.add(writer.into, writer.valuesOf(row, inRun));
      takenIds(table).add(String(row.id));
      const { run, continues = null } = inRun;
      const values = { unknownReason: null, validFrom: null, validTo: null, ...row, run, continues };
      note(key, { ...values, isStated: true } as unknown as StoredRow); // the row as it was written
    },
    move(row, run, supersededBy = null) {
      store.run(`update ${name} set run = :run, superseded_by = :supersededBy where ${one}`, {
        ...{ ...at(row), run, supersededBy },
      });
      if (isOfText(row)) forget(row);
      row.run = run;
    },
    drop(row, key) {
      store.run(`delete from ${name} where ${one}`, at(row));
      takenIds(table).delete(row.id);
      byKey.set(
        key,
        (byKey.get(key) ?? []).filter((each) => each !== row),
      );
    },
    free(wanted, suffix) {
      const taken = takenIds(table);
      let found = wanted;
      for (let n = 1; taken.has(found); n += 1)
        found = n === 1 ? `${wanted}/${suffix}` : `${wanted}/${suffix}-${n}`;
      return found;
    },
    copy(row, id, run, days = {}) {
      const { validFrom = row.validFrom, validTo = row.validTo } = days;
      const validEnd = validTo === null ? 'valid_end' : "'KNOWN'";
      const made: Readonly<Record<string, string>> = {
        id: ':copy',
        run: ':run',
        valid_from: ':validFrom',
        valid_to: ':validTo',
        valid_end: validEnd,
        superseded_by: 'null',
      };
      store.run(
        `insert into ${name} (${stored.join(', ')}) select ${stored.map((each) => made[each] ?? each).join(', ')} from ${name} where ${one}`,
        { ...at(row), copy: id, run, validFrom, validTo },
      );
      takenIds(table).add(id);
      const copied = { ...row, id, run, validFrom, validTo };
      return runs.run(run).series === edition.series ? noteStored(copied) : copied;
    },
  };
}
