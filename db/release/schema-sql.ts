/** Makes the tables, views and indexes of a new database from the data dictionary; and tells by a hash whether a file has these. */

import { createHash } from 'node:crypto';
import { citedByRun } from '../history/citations.ts';
import { createTable } from '../kit/create-table.ts';
import { precedenceSql } from '../kit/order.ts';
import { createStore, type Store, type WritableStore } from '../kit/store.ts';
import { ownName, snake, type Table } from '../kit/table.ts';
import { searchTables } from '../search/search-tables.ts';
import * as t from '../tables/index.ts';
import { statementTables, tables } from '../tables/index.ts';
import { ptpViews } from '../tables/pair-edit-views.ts';

/** The precedence of a row of a table, null where it declares no order; cast for one affinity, as below. */
const precedence = ({ order }: Table, alias: string) =>
  `cast(${order ? precedenceSql(order, alias) : null} as integer) as precedence`;

/** A view of parts, each made of a table, and the same of those whose tables declare an order: it is sorted by that. */
function viewInOrder(name: string, parts: readonly (readonly [table: Table, sql: string])[]): string {
  const made = (some: typeof parts) => some.map(([, sql]) => sql).join('\nunion all\n');
  const inOrder = parts.filter(([{ order }]) => order);
  return `create view ${name} as\n${made(parts)};\n\ncreate view ${name}_in_order as\n${made(inOrder)};`;
}

/** The union view over the statement tables: what `statements` and the checks read. */
function statementView(): string {
  const shared = [
    'id',
    'value_state',
    'unknown_reason',
    'rank',
    'valid_from',
    'valid_to',
    'recorded_from',
    'recorded_to',
    'superseded_by',
    'run',
    'own_from',
    'own_to',
  ];
  const parts = statementTables.map((table) => {
    // Cast, so that every part has one affinity: else SQLite reads the whole view before it looks for a row.
    const payer = 'payerId' in table.columns ? 'payer_id' : 'cast(null as text)';
    const columns = [
      `'${table.type}' as type`,
      `${snake(String(table.subject))} as subject_id`,
      `${payer} as payer_id`,
      ...shared,
      precedence(table, table.name),
    ];
    return [table, `select ${columns.join(', ')} from ${table.name}`] as const;
  });
  return viewInOrder('statement', parts);
}

/** The union view over the entity tables: what the checks read. */
function entityView(): string {
  const parts = tables
    .filter(({ kind }) => kind === 'entity')
    .map(({ name, type }) => `select '${type}' as type, id, run from ${name}`);
  return `create view entity as\n${parts.join('\nunion all\n')};`;
}

const columnsOf = (alias: string, names: readonly string[]) =>
  names.map((column) => `${alias}.${column}`).join(', ');

const dates = (alias: string) => columnsOf(alias, ['valid_from', 'valid_to', 'recorded_from', 'recorded_to']);

/** What as-of is tested against in a statement. */
const inRun = (alias: string) => columnsOf(alias, ['run', 'own_from', 'own_to']);

/** The tables whose rows are in runs: statements, and entities that files name. */
const citing = tables.filter(({ kind }) => kind !== 'link');

/** Every citation, and what cites a source. By id they are read from the table of its type (see history/citations.ts). */
function citationViews(): string {
  const own = ownName(t.citation);
  const all = citing.map((table) => `${citedByRun(table)}\nwhere s.run = r.run`);
  const bySource = (table: Table) =>
    `select r.id as subject_id, s.source_id from run_source s cross join ${ownName(table)} r where r.run = s.run`;
  // A row with citations of its own may cite one source twice, for two passages.
  const ownBySource = `select c.subject_id, c.source_id
from ${own} c
where not exists (
  select 1 from ${own} e where e.subject_id = c.subject_id and e.source_id = c.source_id and e.seq < c.seq)`;
  const everything = [`select subject_id, seq, source_id, role, locator, part from ${own}`, ...all];
  return `create view citation as\n${everything.join('\nunion all\n')};

create view citing as\n${[ownBySource, ...citing.map(bySource)].join('\nunion all\n')};`;
}

/** Which criteria of its policy version are conditions of a coverage statement: those that speak of its code. */
const coverageCondition = `create view coverage_condition as
select c.id as coverage_id, k.id as criterion_id
from coverage c
join coverage_criterion k on k.policy_version_id = c.policy_version_id
join statement_code s on s.statement_id = k.id and s.code_id = c.code_id;`;

/** The statements of a conflict with their own dates, and the conflicts of a statement with theirs. */
const conflictViews = `create view conflict_statement as
select m.conflict_id, m.statement_id, ${inRun('s')}
from conflict_member m
cross join statement s
where s.id = m.statement_id;

create view statement_conflict as
select m.statement_id, m.conflict_id, ${dates('c')}
from conflict_member m
join conflict c on c.id = m.conflict_id;`;

/** Cast, so that every part of the view has the affinity of `report_passage.section`: else SQLite reads the whole view first. */
const section = (key: string) => `cast('${key}' as text)`;

/** Which statements stand in which section of the report on a code: the table and the column that leads from the code. */
const reportSections = [
  [t.coverage, 'code_id', section('PAYERS_COVERED')],
  [t.priorAuthorization, 'code_id', section('PAYERS_COVERED')],
  [t.policyListing, 'code_id', section('PAYERS_COVERED')],
  [t.codeValidity, 'code_id', section('BILLING_CODE_OVERVIEW')],
  [t.pcTcIndicator, 'code_id', section('BILLING_CODE_OVERVIEW')],
  [t.unitLimit, 'code_id', section('BILLING_CODE_OVERVIEW')],
  [t.hcpcsRecord, 'code_id', section('BILLING_CODE_OVERVIEW')],
  [t.siteRule, 'code_id', section('SITE_OF_SERVICE')],
  [t.modifierRule, 'code_id', section('MODIFIERS')],
  [t.diagnosisSupport, 'code_id', section('DIAGNOSES')],
  [t.codeRelation, 'code_id', section('RELATED_CODES')],
  [t.codeRelation, 'other_code_id', section('RELATED_CODES')],
  [t.addOnEdit, 'code_id', section('RELATED_CODES')],
  [t.addOnEdit, 'primary_id', section('RELATED_CODES')],
  [t.codePairEdit, 'column1_id', section('RELATED_CODES')],
  [t.codePairEdit, 'column2_id', section('RELATED_CODES')],
  [t.serviceClassification, 'code_id', section('SERVICE_TYPE')],
  [t.feeScheduleEntry, 'code_id', section('BENCHMARKS')],
  [t.oppsStatus, 'code_id', section('BENCHMARKS')],
  [t.laboratoryFee, 'code_id', section('BENCHMARKS')],
  [t.rateBenchmark, 'subject_id', section('BENCHMARKS')],
  [t.utilization, 'subject_id', section('BENCHMARKS')],
] as const;

/** And of those that name several codes. */
const severalReported = [
  [t.coverageCriterion, section('PAYERS_COVERED')],
  [t.billingRule, section('BILLING_CODE_OVERVIEW')],
  [t.policyEvent, section('POLICY_UPDATES')],
  [t.disagreement, section('DATA_LIMITATIONS')],
] as const;

function codeReportView(): string {
  const part = (table: Table, code: string, section: string, from: string, id = 'x.id') =>
    [
      table,
      `select ${code} as code_id, ${section} as section, ${id} as statement_id, cast('${table.type}' as text) as type, ${precedence(table, 'x')}, x.rank, ${inRun('x')} from ${from}`,
    ] as const;
  const parts = [
    ...reportSections.map(([table, code, section]) => part(table, `x.${code}`, section, `${table.name} x`)),
    ...severalReported.map(([table, section]) =>
      part(
        table,
        's.code_id',
        section,
        `statement_code s cross join ${table.name} x where x.id = s.statement_id`,
        's.statement_id', // by that of the link, whose index is in its order
      ),
    ),
    // What is stated of the service is stated of its codes.
    ...[t.clinicalFact, t.deviceClearance].map((table) =>
      part(
        table,
        'b.id',
        section('CLINICAL_CONTEXT'),
        `billing_code b cross join ${table.name} x where x.family_id = b.family_id`,
      ),
    ),
    part(
      t.serviceContextStatement,
      'x.code_id',
      `cast(iif(c.kind = 'AUDIENCE', 'SUMMARY', 'CLINICAL_CONTEXT') as text)`,
      `${t.serviceContextStatement.name} x cross join ${t.serviceContext.name} c where c.id = x.context_id`,
    ),
    // A passage that says that something is not there is a gap (see findings/gaps/report-passages.sql).
    part(
      t.reportPassage,
      'x.code_id',
      'x.section',
      `${t.reportPassage.name} x where x.value_state <> 'UNKNOWN_VALUE' and x.section <> 'DATA_LIMITATIONS'`,
    ),
  ];
  return viewInOrder('code_report', parts);
}

let ddl: string | undefined;

/** Every table, index and view, in the order in which they are made; written once. */
function schemaDdl(): string {
  ddl ??= [
    ...tables.map(createTable),
    citationViews(),
    statementView(),
    entityView(),
    coverageCondition,
    conflictViews,
    codeReportView(),
    ptpViews(),
    searchTables,
  ].join('\n\n');
  return ddl;
}

/** Makes all of them in an empty database. */
export function createTables(store: WritableStore): void {
  store.transaction(() => store.exec(schemaDdl()));
}

const definitions = `
  select s.type, s.name, s.sql from sqlite_schema s
  where s.name not like 'sqlite_%' order by s.type, s.name`;

/** A hash over the tables, views and indexes that a file really has, but for those of SQLite itself. */
export function tablesHash(store: Store): string {
  return createHash('sha256')
    .update(JSON.stringify(store.all(definitions)))
    .digest('hex');
}

let own: string | undefined;

/** The same of the tables that this program makes and reads. */
export function ownTablesHash(): string {
  if (own === undefined) {
    const store = createStore(':memory:');
    createTables(store);
    own = tablesHash(store);
    store.close();
  }
  return own;
}
