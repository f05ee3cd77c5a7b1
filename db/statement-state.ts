/** Statements as they are held against those of another release: what they say, what they cite, whom they concern. */

import type { Store } from './store.ts';
import { snake, type Table } from './table.ts';

/** A statement in one release. Texts are JSON, so that two states are alike when their texts are. */
export interface State {
  readonly id: string;
  /** What its columns hold, in their order. */
  readonly row: string;
  /** Sources, roles and passages, in order. */
  readonly citations: string;
  /** Of each source what changes when it is read anew. */
  readonly sources: string;
  readonly payerIds: string;
  readonly codeIds: string;
}

/** How many states are in memory at once. */
const pageSize = 1_000;

const cited = (...columns: readonly string[]) =>
  `(select json_group_array(json_array(${columns.map((name) => `x.${name}`).join(', ')})) from (
    select c.source_id, c.role, c.locator, c.part,
      s.url, s.published_on, s.effective_on, s.retrieved_on, s.evidence, s.sha256
    from citation c cross join source s
    where c.subject_id = t.id and s.id = c.source_id order by c.seq) x)`;

/** A JSON array of the ids that some selects find, each once and in order. */
const ids = (selects: readonly string[]) =>
  `(select json_group_array(x.id) from (${selects.join(' union ')} order by 1) x where x.id is not null)`;

/** The payers that a statement speaks of: named by itself, or those of its policy. */
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

/** The codes that a statement speaks of, in whichever column, or in its list of codes. */
function codesOf({ columns }: Table): string {
  const found = ['select s.code_id as id from statement_code s where s.statement_id = t.id'];
  for (const [name, { references }] of Object.entries(columns)) {
    if (references === 'billing_code') found.push(`select t.${snake(name)}`);
  }
  if ('subjectId' in columns) found.push('select b.id from billing_code b where b.id = t.subject_id');
  return ids(found);
}

function selectStates(table: Table, condition: string): string {
  const columns = Object.keys(table.columns).map((name) => `t.${snake(name)}`);
  return `select t.id, json_array(${columns.join(', ')}) as "row",
    ${cited('source_id', 'role', 'locator', 'part')} as "citations",
    ${cited('url', 'published_on', 'effective_on', 'retrieved_on', 'evidence', 'sha256')} as "sources",
    ${payersOf(table)} as "payerIds", ${codesOf(table)} as "codeIds"
  from ${table.name} t where ${condition}`;
}

/** Every statement of a table in the order of their ids, some at a time. */
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

/** The names of the columns in which two states of one statement differ. */
export function changedColumns(table: Table, before: State, after: State): readonly string[] {
  if (before.row === after.row) return [];
  const [old, now] = [before, after].map(({ row }) => JSON.parse(row) as readonly unknown[]);
  return Object.keys(table.columns).filter((_, i) => old?.[i] !== now?.[i]);
}

/** What a state holds in a column. */
export function valueIn(table: Table, { row }: State, column: string): unknown {
  return (JSON.parse(row) as readonly unknown[])[Object.keys(table.columns).indexOf(column)];
}
