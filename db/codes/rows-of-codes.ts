/** The rows of a table about some codes: one statement, however many codes. */

import { selectList, type Table } from '../kit/table.ts';

/** SQL: those of `:codes`, a JSON array, that are as a condition on `t` says, code by code in the order of their ids. */
export function rowsOfCodes(table: Table, condition: string): string {
  return `
  select ${selectList(table, 't')}
  from json_each(:codes) k
  cross join ${table.name} t
  where t.code_id = k.value and ${condition}
  order by t.code_id, t.id`;
}
