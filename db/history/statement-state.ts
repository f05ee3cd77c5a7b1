/** Statements as two releases are compared by them: their content, citations, payers and codes. */

import type { Store } from '../kit/store.ts';
import { snake, type Table } from '../kit/table.ts';
import { citationsOf } from './citations.ts';

/** A statement in one release. Its parts are JSON texts, so that two states are equal when their texts are. */
export interface State {
  readonly id: string;
  /** The values of its columns, in column order. */
  readonly row: string;
  readonly payerIds: string;
  readonly codeIds: string;
  readonly policyIds: string;
}

/** How many states are in memory at once. */
const pageSize = 1_000;

/** A JSON array of the ids that some selects find, each once and in order. */
const ids = (selects: readonly string[]) =>
  `(select json_group_array(x.id) from (${selects.join(' union ')} order by 1) x where x.id is not null)`;

/** The payers that a statement names, by itself or through its policy. */
function payersOf({ columns }: Table): string {
  const found = ['select null as id'];
  if ('payerId' in columns) found.push('select t.payer_id');
  if ('policyId' in columns) found.push('select p.payer_id from policy p where p.id = t.policy_id');
  if ('policyVersionId' in columns) {
    const policies = 'policy_version v cross join policy p';
    found.push(`select p.payer_id from ${policies} where v.id = t.policy_version_id and p.id = v.policy_id`);
  }
  if ('subjectId' in columns) {
    found.push('select p.id from payer p where p.id = t.subject_id');
    found.push('select p.payer_id from policy p where p.id = t.subject_id');
  }
  return ids(found);
}

/** The codes that a statement names, in any column or in its list of codes. */
function codesOf({ columns }: Table): string {
  const found = ['select s.code_id as id from statement_code s where s.statement_id = t.id'];
  for (const [name, { references }] of Object.entries(columns)) {
    if (references === 'billing_code') found.push(`select t.${snake(name)}`);
  }
  if ('subjectId' in columns) found.push('select b.id from billing_code b where b.id = t.subject_id');
  return ids(found);
}

/** The policies that a statement names, by themselves or by a version. */
function policiesOf({ columns }: Table): string {
  const found: string[] = [];
  for (const [name, { references }] of Object.entries(columns)) {
    if (references === 'policy') found.push(`select t.${snake(name)} as id`);
    if (references === 'policy_version')
      found.push(`select v.policy_id as id from policy_version v where v.id = t.${snake(name)}`);
  }
  if ('subjectId' in columns) {
    found.push('select p.id as id from policy p where p.id = t.subject_id');
    found.push('select v.policy_id as id from policy_version v where v.id = t.subject_id');
  }
  return found.length > 0 ? ids(found) : "'[]'";
}

function stateColumns(table: Table): string {
  const columns = Object.keys(table.columns).map((name) => `t.${snake(name)}`);
  return `t.id, json_array(${columns.join(', ')}) as "row",
    ${payersOf(table)} as "payerIds", ${codesOf(table)} as "codeIds", ${policiesOf(table)} as "policyIds"`;
}

function selectStates(table: Table, condition: string): string {
  return `select ${stateColumns(table)}
  from ${table.name} t where ${condition}`;
}

/** Every statement of a table in order of id, read in pages. */
export function* statesOf(store: Store, table: Table): Generator<State, undefined> {
  const sql = `${selectStates(table, 't.id > :after')} order by t.id limit :limit`;
  for (let after = ''; ; ) {
    const page = store.all<State>(sql, { after, limit: pageSize });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return undefined;
    after = last.id;
  }
}

/** One statement of a table. */
export function stateOf(store: Store, table: Table, id: string): State | undefined {
  return store.get<State>(selectStates(table, 't.id = :id'), { id });
}

/** Some statements of a table, by their ids: read for all at once, which costs a tenth. */
export function statesById(store: Store, table: Table, some: readonly string[]): ReadonlyMap<string, State> {
  const { name, bulk } = table;
  const select = (rows: string, found: string) => `
    select ${stateColumns(table)}
    from json_each(:ids) k cross join ${rows} t where ${found}`;
  const parts = [select(name, 't.id = k.value'), ...(bulk ? [select(bulk.view, bulk.found('k.value'))] : [])];
  const rows = store.all<State>(parts.join('\nunion all\n'), { ids: JSON.stringify(some) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a statement cites. */
export interface Cited {
  /** Sources, roles and passages, in order, as JSON texts. */
  readonly citations: string;
  readonly sourceIds: readonly string[];
}

const nothingCited: Cited = { citations: '', sourceIds: [] };

/** What some statements cite, by their ids. */
export function citedBy(store: Store, ids: readonly string[]): (id: string) => Cited {
  const rows = citationsOf(store, ids);
  const found = new Map(
    ids.map((id, slot) => {
      const cited = rows[slot] ?? [];
      const citations = cited.map(({ sourceId, role, locator, part }) =>
        JSON.stringify([sourceId, role, locator, part]),
      );
      return [id, { citations: citations.join(), sourceIds: cited.map(({ sourceId }) => sourceId) }];
    }),
  );
  return (id) => found.get(id) ?? nothingCited;
}

const sources = `
  select s.id, json_array(s.url, s.published_on, s.effective_on, s.retrieved_on, s.evidence, s.sha256) as "reading"
  from source s`;

/** The sources that were read again between two releases: their record differs. */
export function sourcesReadAnew(last: Store, next: Store): ReadonlySet<string> {
  interface Row {
    readonly id: string;
    readonly reading: string;
  }
  const before = new Map(last.all<Row>(sources).map(({ id, reading }) => [id, reading]));
  const anew = next
    .all<Row>(sources)
    .filter(({ id, reading }) => before.has(id) && before.get(id) !== reading);
  return new Set(anew.map(({ id }) => id));
}

/** The names of the columns in which two states of one statement differ. */
export function changedColumns(table: Table, before: State, after: State): readonly string[] {
  if (before.row === after.row) return [];
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return Object.keys(table.columns).filter((_, i) => old[i] !== now[i]);
}

/** The value of a column in a state. */
export function valueIn(table: Table, state: State, column: string): unknown {
  return valuesOf(state)[Object.keys(table.columns).indexOf(column)];
}

const parsed = new WeakMap<Pick<State, 'row'>, readonly unknown[]>();

/** The values of a state's columns, in column order; parsed once, as an event reads its statement several times. */
export function valuesOf(state: Pick<State, 'row'>): readonly unknown[] {
  const values = parsed.get(state) ?? (JSON.parse(state.row) as readonly unknown[]);
  parsed.set(state, values);
  return values;
}
