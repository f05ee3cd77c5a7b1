/** Merges what an official file states into a database that is being built: what is new, what stays, what it ends or corrects. */

import type { Params, WritableStore } from '../../db/store.ts';
import { insertSql, selectList, type Table } from '../../db/table.ts';
import { type Envelope, envelope } from '../../db/tables.ts';
import { FileError } from './file.ts';
import type { Stated } from './format.ts';

/** How many statements a load made, ended, corrected and found as they were. */
export interface Tally {
  added: number;
  /** Said no more from the first day of the release on. */
  ended: number;
  /** Found wrong: held no more, and followed by another for the same days. */
  corrected: number;
  unchanged: number;
}

/** A load as its rows see it. */
export interface Load {
  /** The file, as people quote it. */
  readonly path: string;
  readonly sourceId: string;
  /** When the graph came to hold it; no two loads share a moment. */
  readonly loadedAt: string;
}

type Values = Readonly<Record<string, string | number | null>>;
type Held = Values & Pick<Envelope, 'id' | 'validFrom' | 'validTo' | 'validEnd' | 'recordedFrom'>;

const start = ({ validFrom }: Held) => validFrom ?? '0000';
const end = ({ validTo }: Held) => validTo ?? '9999';

/** The SQL of one table, written once. */
function statementsOf(table: Table) {
  const columns = selectList(table, 't');
  const live = `t.recorded_to is null and t.rank <> 'DEPRECATED'`;
  const snakes = new Map(
    columns.split(', ').map((part) => [part.split(' as ')[1]?.replaceAll('"', ''), part.split(' as ')[0]]),
  );
  const sameKey = (table.exclusiveBy ?? []).map((name) => `${snakes.get(name)} is :${name}`).join(' and ');
  return {
    insert: insertSql(table),
    byKey: `select ${columns} from ${table.name} t where ${sameKey} and ${live} order by t.valid_from`,
    byId: `select ${columns} from ${table.name} t where t.id = :id and t.recorded_to is null`,
    close: `update ${table.name} set recorded_to = :recordedTo, superseded_by = :supersededBy where id = :id`,
    shorten: `update ${table.name} set valid_to = :validTo, valid_end = 'KNOWN' where id = :id`,
    exists: `select 1 from ${table.name} t where t.id = :id`,
    /** What a row says, without its envelope and without where it was read. */
    says: Object.entries(table.columns)
      .filter(([name, column]) => !(name in envelope) && !column.origin)
      .map(([name]) => name),
  };
}

const citeFirst = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  values (:id, 0, :sourceId, 'PRIMARY_KNOWLEDGE_SOURCE', :locator, null)`;

/** Once for each source that says the same. */
const citeAlso = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  select :id, max(c.seq) + 1, :sourceId, 'SUPPORTING_DATA_SOURCE', :locator, null
  from citation c where c.subject_id = :id
  having not exists (select 1 from citation x where x.subject_id = :id and x.source_id = :sourceId)`;

const citeLike = `
  insert into citation (subject_id, seq, source_id, role, locator, part)
  select :id, c.seq, c.source_id, c.role, c.locator, c.part from citation c where c.subject_id = :like`;

/** Takes in what files state, load after load, oldest release first. */
export interface Merger {
  take(load: Load, stated: Stated, tally: Tally): void;
  /** Ends what earlier releases of the same part held and this whole one does not, on its first day. */
  endMissing(load: Load, part: string, from: string, tally: Tally): void;
  /** Says that what follows belongs to this part of a release. */
  begin(part: string): void;
}

/** A statement of an earlier load by what it is about, and the load that said it last. */
interface Current {
  readonly table: Table;
  readonly id: string;
  sourceId: string;
}

export function merger(store: WritableStore): Merger {
  const sql = new Map<Table, ReturnType<typeof statementsOf>>();
  const parts = new Map<string, Map<string, Current>>();
  /** The row that stands today for an id that was corrected. */
  const successors = new Map<string, string>();
  let current = new Map<string, Current>();

  function of(table: Table) {
    let found = sql.get(table);
    if (!found) {
      found = statementsOf(table);
      sql.set(table, found);
    }
    return found;
  }

  function freeId(table: Table, id: string, suffix: string): string {
    let free = id;
    for (let n = 1; store.get(of(table).exists, { id: free }); n += 1)
      free = n === 1 ? `${id}/${suffix}` : `${id}/${suffix}-${n}`;
    return free;
  }

  function insert(load: Load, table: Table, row: Values, locator: string): void {
    store.run(of(table).insert, row);
    store.run(citeFirst, { id: String(row.id), sourceId: load.sourceId, locator });
  }

  /** Ends a row on a day. What others may have seen stays reachable: the row is closed and a shorter one follows it. */
  function endOn(load: Load, table: Table, row: Held, day: string, tally: Tally): string {
    tally.ended += 1;
    if (row.recordedFrom >= load.loadedAt) {
      store.run(of(table).shorten, { id: row.id, validTo: day });
      return row.id;
    }
    const id = freeId(table, row.id, `until-${day}`);
    store.run(of(table).insert, { ...row, id, validTo: day, validEnd: 'KNOWN', recordedFrom: load.loadedAt });
    store.run(citeLike, { id, like: row.id });
    store.run(citeAlso, { id, sourceId: load.sourceId, locator: null });
    retire(load, table, row, id);
    return id;
  }

  function retire(load: Load, table: Table, row: Held, supersededBy: string | null): void {
    store.run(of(table).close, { id: row.id, recordedTo: load.loadedAt, supersededBy });
    if (supersededBy) successors.set(row.id, supersededBy);
  }

  function rowOf(load: Load, stated: Stated, id: string, from: string | null, to: string | null): Values {
    const row = {
      valueState: 'VALUE',
      unknownReason: null,
      rank: 'NORMAL',
      rankReason: null,
      supersededBy: null,
      knowledgeLevel: 'ASSERTION',
      agentType: 'AUTOMATED_AGENT',
      evidence: 'PRIMARY',
      note: null,
      ...stated.envelope,
      ...stated.says,
      id,
      validFrom: from,
      validTo: to,
      validEnd: to ? 'KNOWN' : stated.open ? 'OPEN' : 'NOT_KNOWN',
      recordedFrom: load.loadedAt,
      recordedTo: null,
    };
    return row as Values;
  }

  function sameAs(table: Table, row: Held, stated: Stated): boolean {
    return (
      of(table).says.every((name) => row[name] === (stated.says[name] ?? null)) &&
      (stated.envelope.unknownReason ?? null) === row.unknownReason
    );
  }

  const keyOf = ({ table, key }: Stated) => `${table.name} ${key}`;
  const idOf = ({ table, key }: Stated, from: string | null) =>
    `${table.type}:${key}/${from ?? 'start-not-known'}`;
  const locatorOf = ({ at, line }: Stated) => at ?? `line ${line}`;

  function confirm(load: Load, stated: Stated, id: string, tally: Tally): void {
    store.run(citeAlso, { id, sourceId: load.sourceId, locator: locatorOf(stated) });
    tally.unchanged += 1;
    remember(load, stated, id);
  }

  function remember(load: Load, stated: Stated, id: string): void {
    current.set(keyOf(stated), { table: stated.table, id, sourceId: load.sourceId });
  }

  function add(load: Load, stated: Stated, from: string | null, to: string | null): string {
    const id = freeId(stated.table, idOf(stated, from), `recorded-${load.loadedAt}`);
    insert(load, stated.table, rowOf(load, stated, id, from, to), locatorOf(stated));
    remember(load, stated, id);
    return id;
  }

  /** A statement that shares its days with no other of the same key. */
  function takeExclusive(load: Load, stated: Stated, tally: Tally): void {
    const { table, from, to } = stated;
    const key = Object.fromEntries(
      (table.exclusiveBy ?? []).map((name) => [name, stated.says[name]]),
    ) as Params;
    const rows = store.all<Held>(of(table).byKey, key);
    const first = from ?? '0000';
    const last = to ?? '9999';
    const next = rows.find((row) => start(row) > first);
    const until = next && start(next) < last ? start(next) : to;
    const there = rows.find((row) => start(row) <= first && first < end(row));
    if (!there) {
      add(load, stated, from, until);
      tally.added += 1;
    } else if (sameAs(table, there, stated) && there.recordedFrom <= load.loadedAt) {
      confirm(load, stated, there.id, tally);
    } else if (start(there) < first) {
      endOn(load, table, there, first, tally);
      add(load, stated, from, until);
      tally.added += 1;
    } else {
      refuseTwice(load, stated, there);
      correct(load, table, there, add(load, stated, from, until), tally);
    }
  }

  /** One file does not correct itself. */
  function refuseTwice(load: Load, { key, line }: Stated, row: Held): void {
    if (row.recordedFrom !== load.loadedAt) return;
    throw new FileError(
      { path: load.path, line },
      `${key} stands in this file twice for the same days, and says two things. Look at both rows; the file may be damaged or put together from several.`,
    );
  }

  function correct(load: Load, table: Table, old: Held, id: string, tally: Tally): void {
    retire(load, table, old, id);
    tally.corrected += 1;
  }

  /** A statement with days of its own: it is the same or it corrects the one with its id. */
  function takeDated(load: Load, stated: Stated, tally: Tally): void {
    const { table, from, to } = stated;
    const first = idOf(stated, from);
    const row = store.get<Held>(of(table).byId, { id: latest(first) });
    if (!row) {
      add(load, stated, from, to);
      tally.added += 1;
    } else if (row.validTo === to && sameAs(table, row, stated)) confirm(load, stated, row.id, tally);
    else {
      refuseTwice(load, stated, row);
      correct(load, table, row, add(load, stated, from, to), tally);
    }
  }

  function latest(id: string): string {
    let found = id;
    for (let next = successors.get(found); next; next = successors.get(found)) found = next;
    return found;
  }

  return {
    begin(part) {
      current = parts.get(part) ?? new Map();
      parts.set(part, current);
    },
    take(load, stated, tally) {
      if (stated.table.exclusiveBy) takeExclusive(load, stated, tally);
      else takeDated(load, stated, tally);
    },
    endMissing(load, part, from, tally) {
      for (const [key, { table, id, sourceId }] of parts.get(part) ?? []) {
        if (sourceId === load.sourceId) continue;
        const row = store.get<Held>(of(table).byId, { id });
        parts.get(part)?.delete(key);
        if (!row || end(row) <= from) continue;
        if (start(row) < from) endOn(load, table, row, from, tally);
        else {
          retire(load, table, row, null);
          tally.ended += 1;
        }
      }
    },
  };
}
