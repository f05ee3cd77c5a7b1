/** The entities that files name: each is there once, whatever the order in which they are named. All of them are synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../../../db/kit/table.ts';
import { diagnosisCode } from '../../../../db/tables/index.ts';
import { namedEntity } from '../../../../seed/load/format/format.ts';
import { entityMerger } from '../../../../seed/load/merge/entities.ts';
import { openEdition } from '../../../../seed/load/merge/series.ts';
import { add } from '../../../kit/synthetic.ts';
import { emptyStore } from '../../kit/empty-store.ts';
import { forget } from '../../kit/unit-limits.ts';

const entityOf = (code: string, label: string): Row<typeof diagnosisCode> => ({
  ...{
    id: `DiagnosisCode:ICD_10_CM:${code}`,
    system: 'ICD_10_CM' as const,
    code,
    label,
    billable: 1 as const,
  },
  ...{ parentId: null, release: 'SYNTHETIC', topic: null, relevance: null },
});

const code = fc.constantFrom(...['A00', 'A00.0', 'C7A', 'C76', 'Z99', 'Z99.1', 'M80.08XA', 'B99']);

test('an entity is new to the first that names it, and has the words of the newest that names it', () => {
  const store = emptyStore();
  fc.assert(
    fc.property(fc.uniqueArray(code), fc.array(code, { maxLength: 30 }), (inText, named) => {
      forget(store);
      store.exec('delete from diagnosis_code');
      for (const each of inText) add(store, diagnosisCode, entityOf(each, 'in the text'));
      const edition = openEdition(store, {
        ...{ path: 'synthetic', sourceId: 'Source:SYNTHETIC', release: 'SYNTHETIC', part: 'synthetic' },
        ...{ from: '2025-01-01', to: null, loadedAt: '2026-01-01T00:00:00Z', whole: true },
      });
      const entities = entityMerger(store, { added: new Set(), reworded: new Set() });
      const known = new Map<string, string>(inText.map((each) => [each, 'in the text']));
      for (const [line, each] of named.entries()) {
        const label = `named on ${line}`;
        const entity = namedEntity(diagnosisCode, entityOf(each, label), { line, authority: true });
        expect(entities.name(edition, entity, () => 1)).toBe(!known.has(each));
        // The words of people stay; those of files follow the last of them.
        if (!inText.includes(each)) known.set(each, label);
      }
      const rows = store.all<{ code: string; label: string }>('select code, label from diagnosis_code');
      expect(new Map(rows.map((row) => [row.code, row.label]))).toEqual(known);
    }),
    { numRuns: 200 },
  );
});
