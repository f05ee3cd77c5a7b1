/** Prints the SQL that the data dictionary asks for; the first migration was made with it, and a test holds both together. */

import { createTable, snake } from './table.ts';
import { statementTables, tables } from './tables.ts';

/** The union view over the statement tables: what `statements` and the checks read. */
export function statementView(): string {
  const shared = ['id', 'value_state', 'unknown_reason', 'rank', 'valid_from', 'valid_to', 'recorded_from', 'recorded_to'];
  const parts = statementTables.map((table) => {
    const payer = 'payerId' in table.columns ? 'payer_id' : 'null';
    const columns = [`'${table.type}' as type`, `${snake(String(table.subject))} as subject_id`, `${payer} as payer_id`, ...shared];
    return `select ${columns.join(', ')} from ${table.name}`;
  });
  return `create view statement as\n${parts.join('\nunion all\n')};`;
}

/** Which criteria of its policy version are conditions of a coverage statement: those that speak of its code. */
const coverageCondition = `create view coverage_condition as
select c.id as coverage_id, k.id as criterion_id
from coverage c
join coverage_criterion k on k.policy_version_id = c.policy_version_id
join statement_code s on s.statement_id = k.id and s.code_id = c.code_id;`;

/** Every table, index and view. */
export function schemaDdl(): string {
  return `${[...tables.map(createTable), statementView(), coverageCondition].join('\n\n')}\n`;
}

if (import.meta.main) process.stdout.write(schemaDdl());
