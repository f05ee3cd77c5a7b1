/** The ground of a cell on generated graphs: exactly the statements that a plain reading of all rows picks, and the state that follows. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageMatrix } from '../../../db/coverage/matrix.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import {
  billingUnit,
  codeValidity,
  coverage,
  dataGap,
  modifier,
  serviceComponent,
} from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const part = 'ServiceComponent:synthetic/part';
const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-01T00:00:00Z' };

const bounds = fc.constantFrom(
  { validFrom: null, validTo: null },
  { validFrom: '2025-06-01', validTo: null },
  { validFrom: null, validTo: '2025-06-02' },
  { validFrom: null, validTo: '2025-06-01' },
  { validFrom: '2025-06-02', validTo: null },
);
const said = fc.record({
  componentId: fc.constantFrom(ids.component, part),
  payerId: fc.constantFrom(ids.payer, ids.payer, ids.otherPayer),
  lineOfBusiness: fc.constantFrom('COMMERCIAL', 'MEDICAID', 'ANY_NOT_STATED'),
  covered: fc.constantFrom('COVERED', 'NOT_COVERED', 'CONDITIONAL', null),
  rank: fc.constantFrom('NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'),
  recordedTo: fc.constantFrom(null, null, asOf.knownAt),
  policyVersionId: fc.constantFrom(null, 'PolicyVersion:synthetic/1'),
  dated: bounds,
});
const gaps = fc.array(fc.constantFrom('NO_POLICY_FOUND', 'POLICY_TEXT_NOT_SEEN'), { maxLength: 1 });
const validity = fc.array(
  fc.record({
    codeStatus: fc.constantFrom('ACTIVE', 'DELETED'),
    rank: fc.constantFrom('NORMAL', 'DEPRECATED'),
    dated: bounds,
  }),
  { maxLength: 2 },
);

type Said = typeof said extends fc.Arbitrary<infer T> ? T & { readonly id: string } : never;
interface Bounds {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}
const inForce = ({ validFrom, validTo }: Bounds, day = asOf.dateOfService) =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo > day);

/** What a cell rests on, picked from all rows: own before those of the code alone, those with a value before others, preferred before normal. */
function picked(
  all: readonly Said[],
  componentId: string,
  line: string,
  day = asOf.dateOfService,
): readonly Said[] {
  const there = all.filter(
    (row) =>
      row.payerId === ids.payer &&
      // A report that only names a payer decides nothing.
      (row.policyVersionId !== null || row.covered !== null) &&
      [line, 'ANY_NOT_STATED'].includes(row.lineOfBusiness) &&
      row.rank !== 'DEPRECATED' &&
      row.recordedTo === null &&
      inForce(row.dated, day),
  );
  const own = there.filter((row) => row.componentId === componentId);
  const reaching = own.length > 0 ? own : there.filter((row) => row.componentId === ids.component);
  const valued = reaching.filter(({ covered }) => covered !== null);
  const preferred = valued.filter(({ rank }) => rank === 'PREFERRED');
  return [preferred, valued, reaching].find((rows) => rows.length > 0) ?? [];
}

test('the ground is what a plain reading picks, and state and reason follow from it', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), gaps, validity, (rows, reasons, codes) => {
      const store = serviceStore();
      add(store, modifier, { id: 'Modifier:CPT_MODIFIER:26', code: '26' });
      add(store, serviceComponent, { id: part, familyId: ids.family, seq: 1 });
      add(store, billingUnit, {
        componentId: part,
        codeId: ids.code,
        modifierId: 'Modifier:CPT_MODIFIER:26',
      });
      const all = rows.map((row, i) => ({ ...row, id: `CoverageStatement:synthetic/${i}` }));
      for (const { dated, ...row } of all) {
        const unknownReason = row.policyVersionId ? 'POLICY_SILENT_ON_CODE' : 'NOT_STATED_IN_SOURCE';
        const open = row.covered === null ? { valueState: 'UNKNOWN_VALUE', unknownReason } : {};
        const why = row.rank === 'NORMAL' ? {} : { rankReason: 'Synthetic.' };
        add(store, coverage, { codeId: ids.code, ...row, ...dated, ...open, ...why });
      }
      for (const [i, reason] of reasons.entries()) {
        const about = {
          componentId: ids.component,
          codeId: ids.code,
          payerId: ids.payer,
          lineOfBusiness: 'COMMERCIAL',
        };
        add(store, dataGap, { id: `DataGap:${i}`, ...about, reason });
      }
      const dates = codes.map(({ dated, ...row }, i) => ({
        ...row,
        ...dated,
        id: `CodeValidity:synthetic/${i}`,
      }));
      for (const row of dates)
        add(store, codeValidity, {
          codeId: ids.code,
          ...row,
          ...(row.rank === 'NORMAL' ? {} : { rankReason: 'Synthetic.' }),
        });
      const held = dates.filter(({ rank }) => rank !== 'DEPRECATED');
      const gone = held.length > 0 && !held.some((row) => row.codeStatus === 'ACTIVE' && inForce(row));

      const question = {
        componentIds: [ids.component, part],
        payerIds: [ids.payer],
        linesOfBusiness: ['COMMERCIAL', 'MEDICAID'] as const,
        asOf,
      };
      const matrix = coverageMatrix(store, memoryOf(releaseOf(store)), question);
      for (const cell of matrix.rows.flatMap(({ cells }) => cells)) {
        const ground = picked(all, cell.componentId, cell.lineOfBusiness);
        const values = [...new Set(ground.map(({ covered }) => covered))];
        const silent = values.length === 0 || values[0] === null;
        const state = silent ? 'UNKNOWN' : values.length > 1 ? 'CONFLICTING' : values[0];
        const searched = cell.lineOfBusiness === 'COMMERCIAL' ? reasons[0] : undefined;
        const [before, after] = ['2025-05-31', '2025-06-02'].map((day) =>
          picked(all, cell.componentId, cell.lineOfBusiness, day).length > 0 ? day : null,
        );
        const isElsewhere = ground.length === 0 && !searched && (before ?? after) !== null;
        const unsearched = isElsewhere ? 'STATED_FOR_OTHER_DAYS' : 'NOT_YET_REVIEWED';
        const reason = ground.length > 0 ? 'POLICY_SILENT_ON_CODE' : (searched ?? unsearched);
        expect([cell.state, cell.because.map(({ id }) => id).sort(), cell.unknownReason]).toEqual(
          gone
            ? ['NOT_APPLICABLE', held.map(({ id }) => id), null]
            : [state, ground.map(({ id }) => id).sort(), silent ? reason : null],
        );
        expect(cell.nearest).toEqual(isElsewhere && !gone ? { before, after } : null);
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});
