/**
 * Official procedure-to-procedure edits of NCCI: millions of rows a quarter, so that each has only a few dozen bytes. Its
 * id, envelope and citations follow from its columns and are built by the views below on reading.
 */

import type { Bulk } from '../kit/compact-table.ts';

/** SQL: the first code in an id such as `CodePairEdit:CPT:77090/CPT:77089/PRACTITIONER/2022-01-01`; codes have five characters. */
const firstCode = (id: string) => `substr(${id}, instr(${id}, '/') - 5, 5)`;
/** SQL: the second code. */
const secondCode = (id: string) =>
  `substr(${id}, instr(${id}, '/') + instr(substr(${id}, instr(${id}, '/') + 1), '/') - 5, 5)`;

/** Ids begin with column 1, by which the rows are stored; ids of other types sort before or after all of them. */
function bulk(view: string, id: string, every?: Bulk['all']): Bulk {
  const [all, none] = ["'CodePairEdit:'", "'CodePairEdit;'"];
  return {
    view,
    rows: 'ptp_edit',
    order: ['column1', 'column2', 'practitioner', 'starts', 'version'],
    ...(every && { all: every }),
    found: (given) =>
      `t.column1 = ${firstCode(given)} and t.column2 = ${secondCode(given)} and t.${id} = ${given}`,
    after: (given) =>
      `${given} < ${none} and t.column1 >= iif(${given} > ${all}, ${firstCode(given)}, '') and t.${id} > ${given}`,
    before: (given) =>
      `${given} > ${all} and t.column1 <= iif(${given} < ${none}, ${firstCode(given)}, '~') and t.${id} < ${given}`,
  };
}

/** The edits as statements. */
export const ptpStatements: Bulk = {
  ...bulk('ptp_statement', 'id', { by: [], listed: 'ptp_listed', counted: 'ptp_tallied' }),
  viewBy: { column2_id: 'ptp_by_column2' },
  walkedBy: { column1_id: 'column1', column2_id: 'column2' },
};
/** The files that state an edit. */
export const ptpCitations = bulk('ptp_citation', 'subject_id');
/** The edits that a file states. */
export const ptpCiting = bulk('ptp_citing', 'subject_id', {
  by: ['source_id'],
  listed: 'ptp_citing',
  counted: 'ptp_cited',
});
/** The edits in the report on either of their codes. */
export const ptpInReports = bulk('ptp_in_report', 'statement_id');

const asText = (sql: string) => `cast(${sql} as text)`;

/** The id of the edit `e` of the codes `a` and `b` in the run `u`. That of a correction has its recorded time in it. */
const idOf = (e: string, u: string) =>
  asText(
    `'CodePairEdit:' || substr(a.id, 13) || '/' || substr(b.id, 13) || '/' || iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL') || '/' || e.starts || iif(${e}.version = 0, '', '/recorded-' || ${u}.recorded_from)`,
  );

/** SQL: the edit `e` has a code among `codes`, or all codes are meant. */
export const isOfCodes = (codes: string) =>
  `(${codes} is null or instr(${codes}, e.column1) > 0 or instr(${codes}, e.column2) > 0)`;

/**
 * SQL: the file `f`, which is the edition `d`, states the edit `e` of the run `u`: it was on record then, the file covers it, and it
 * is not among those that the file lacks.
 */
export const isStated = `f.series = u.series and u.first_edition <= f.edition and e.column1 between f.first_column1 and f.last_column1
  and d.series = f.series and d.number = f.edition
  and u.recorded_from <= d.recorded_from and (u.recorded_to is null or u.recorded_to > d.recorded_from)
  and ${isOfCodes('f.codes')}
  and not exists (
    select 1 from ptp_unstated x
    where x.file = f.number and x.column1 = e.column1 and x.column2 = e.column2 and x.starts = e.starts and x.version = e.version)`;

/** The columns of a view of an edit `e` of the codes `a` and `b`, with the term `t`, in the run `u`. */
const statementColumns = {
  id: idOf('e', 'u'),
  value_state: asText("'VALUE'"),
  unknown_reason: asText('null'),
  rank: asText("'NORMAL'"),
  rank_reason: asText('null'),
  valid_from: asText("nullif(e.starts, 'start-not-known')"),
  valid_to: 't.valid_to',
  valid_end: asText("iif(t.valid_to is null, 'OPEN', 'KNOWN')"),
  recorded_from: 'u.recorded_from',
  recorded_to: 'u.recorded_to',
  superseded_by: asText(`(
    select ${idOf('n', 'c')} from ptp_edit n cross join run c on c.number = n.run
    where n.column1 = e.column1 and n.column2 = e.column2 and n.practitioner = e.practitioner and n.starts = e.starts
      and n.version = e.version + 1 and c.recorded_from = u.recorded_to)`),
  knowledge_level: asText("'ASSERTION'"),
  agent_type: asText("'AUTOMATED_AGENT'"),
  evidence: asText("'PRIMARY'"),
  note: asText("iif(t.before1996, 'It was in existence before 1996.', null)"),
  column1_id: 'a.id',
  column2_id: 'b.id',
  kind: asText("'NCCI_PTP'"),
  service_type: asText("iif(e.practitioner, 'PRACTITIONER', 'OUTPATIENT_HOSPITAL')"),
  modifier_indicator: 't.modifier_indicator',
  rationale: 't.rationale',
  type: asText("'CodePairEdit'"),
  subject_id: 'a.id',
  payer_id: asText('null'),
  source_kind: asText("'CODE_EDIT_FILE'"),
  column1: 'e.column1',
  column2: 'e.column2',
  practitioner: 'e.practitioner',
  starts: 'e.starts',
  version: 'e.version',
} as const;

type Name = keyof typeof statementColumns;

const selected = (names: readonly Name[]) =>
  names.map((name) => `${statementColumns[name]} as ${name}`).join(',\n  ');

/** Columns by which statements of all types are filtered and counted; all edits have the same values in them. */
const alike: readonly Name[] = ['type', 'payer_id', 'rank', 'value_state', 'source_kind'];
/** The same, and the columns of their order. */
const shared: readonly Name[] = [
  ...alike,
  ...(['column1', 'column2', 'practitioner', 'starts', 'version'] as const),
];

/** The validity and the recorded time of a row. */
const dates: readonly Name[] = ['valid_from', 'valid_to', 'recorded_from', 'recorded_to'];

/** The order of joins, which SQLite cannot choose while there are no rows: from column 1, from column 2, or from the stored rows. */
const joins = {
  column1: `from billing_code a
cross join ptp_edit e on e.column1 = a.code
cross join billing_code b on b.code = e.column2`,
  column2: `from billing_code b
cross join ptp_edit e on e.column2 = b.code
cross join billing_code a on a.code = e.column1`,
  rows: `from ptp_edit e
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2`,
} as const;

/** The citations of the file that stated an edit first, and of those that state it since. */
const citations = `select ${statementColumns.id} as subject_id, iif(f.edition = u.first_edition, 0, f.number) as seq, f.source_id,
  ${asText("iif(f.edition = u.first_edition, 'PRIMARY_KNOWLEDGE_SOURCE', 'SUPPORTING_DATA_SOURCE')")} as role,
  ${asText("iif(f.edition = u.first_edition, 'line ' || e.line || ', ', '') || 'column 1 ' || e.column1 || ', column 2 ' || e.column2")} as locator, ${asText('null')} as part,
  ${selected(['column1', 'column2'])}
${joins.rows}
cross join run u on u.number = e.run
cross join ptp_file f
cross join edition d
where ${isStated}`;

/** The edits that a file states. */
const citing = `select ${statementColumns.id} as subject_id, f.source_id,
  ${selected(shared)}
from ptp_file f
cross join edition d
cross join ptp_edit e on e.column1 between f.first_column1 and f.last_column1
cross join run u on u.number = e.run
cross join billing_code a on a.code = e.column1
cross join billing_code b on b.code = e.column2
where ${isStated}`;

function statements(begin: keyof typeof joins, names: readonly Name[], first = ''): string {
  return `select ${first}${selected(names)}
${joins[begin]}
cross join ptp_term t on t.number = e.term
cross join run u on u.number = e.run`;
}

/** The edits in the report on one of their codes. */
function reported(begin: 'column1' | 'column2'): string {
  const code = begin === 'column1' ? 'a' : 'b';
  const first = `${code}.id as code_id, ${asText("'RELATED_CODES'")} as section, ${statementColumns.id} as statement_id,\n  `;
  return statements(begin, [...shared, ...dates], first);
}

const all = Object.keys(statementColumns) as Name[];

/** The views through which the edits are read. */
export function ptpViews(): string {
  const views = {
    ptp_statement: [statements('column1', all)],
    ptp_by_column2: [statements('column2', all)],
    ptp_listed: [statements('rows', ['id', ...shared, ...dates])],
    ptp_citation: [citations],
    ptp_citing: [citing],
    ptp_in_report: [reported('column1'), reported('column2')],
    ptp_tallied: [
      `select y.edits, ${asText("nullif(y.starts, 'start-not-known')")} as valid_from, y.valid_to, u.recorded_from, u.recorded_to,
  ${selected(alike)}
from ptp_tally y
cross join run u on u.number = y.run`,
    ],
    ptp_cited: [
      `select f.source_id, f.edits,
  ${selected(alike)}
from ptp_file f`,
    ],
  };
  return Object.entries(views)
    .map(([name, parts]) => `create view ${name} as\n${parts.join('\nunion all\n')};`)
    .join('\n\n');
}
