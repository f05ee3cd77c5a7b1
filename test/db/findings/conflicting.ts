/** What the rules find in a synthetic service of which some rows speak. */

import { derive } from '../../../db/findings/derive.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import type { Table } from '../../../db/kit/table.ts';
import {
  citation,
  coverage,
  diagnosisCode,
  modifier,
  rateBenchmark,
  source,
} from '../../../db/tables/index.ts';
import { add, addIndicators, ids, serviceStore } from '../../kit/synthetic.ts';

export type TestRowValues = Parameters<typeof add>[2];
/** A row of a table, its id without the type, and the columns that matter. */
export type TestRow = readonly [table: Table, id: string, values: TestRowValues];

/** A conflict; statements by their ids without the type. */
interface Found {
  readonly kind: string;
  readonly resolution: string;
  readonly preferred: string | null;
  readonly members: string;
}

/** What the rules find in a service of which these rows speak. */
export function conflicts(...rows: readonly TestRow[]): readonly Found[] {
  const store = serviceStore();
  for (const [code, componentRole] of Object.entries({
    26: 'PROFESSIONAL_INTERPRETATION_AND_REPORT',
    TC: 'TECHNICAL',
    59: null,
  }))
    add(store, modifier, { id: `Modifier:CPT_MODIFIER:${code}`, code, componentRole });
  addIndicators(store);
  add(store, diagnosisCode, { id: 'DiagnosisCode:ICD_10_CM:M81.0', code: 'M81.0' });
  for (const id of ['Source:a', 'Source:b']) add(store, source, { id, title: id });
  for (const [table, id, values] of rows)
    add(store, table, { id: `${table.type}:${id}`, ...subject(table), ...values });
  cite(store, rows);
  derive(store);
  return store.all<Found>(`
    select c.kind, c.resolution, substr(c.preferred_id, instr(c.preferred_id, ':') + 1) as preferred,
      (select group_concat(substr(m.statement_id, instr(m.statement_id, ':') + 1), ' ' order by m.statement_id) from conflict_member m where m.conflict_id = c.id) as members
    from conflict c order by c.id`);
}

function subject(table: Table): TestRowValues {
  if (table === coverage)
    return { componentId: ids.component, codeId: ids.code, payerId: ids.payer, lineOfBusiness: 'COMMERCIAL' };
  if (table === rateBenchmark) return { subjectId: ids.code, amountKind: 'FEE_SCHEDULE_AMOUNT' };
  return { codeId: ids.code };
}

/** Cites each row from the source after the slash of its id, else from the first. */
function cite(store: WritableStore, rows: readonly TestRow[]): void {
  for (const [table, id] of rows) {
    add(store, citation, {
      subjectId: `${table.type}:${id}`,
      seq: 0,
      sourceId: id.endsWith('/b') ? 'Source:b' : 'Source:a',
    });
  }
}
