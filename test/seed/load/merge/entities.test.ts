/** The things that files name: each is there once, whatever the order in which they are named. All of them are synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectCitation } from '../../../../db/kit/plain.ts';
import { insertSql, type Row } from '../../../../db/kit/table.ts';
import { diagnosisCode } from '../../../../db/tables/index.ts';
import { namedEntity } from '../../../../seed/load/format/format.ts';
import { entityMerger } from '../../../../seed/load/merge/entities.ts';
import { emptyStore } from '../../kit/empty-store.ts';

const thing = (code: string, label: string): Row<typeof diagnosisCode> => ({
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

test('a thing is brought by whoever names it first, and named beside others from then on', () => {
  const store = emptyStore();
  fc.assert(
    fc.property(fc.uniqueArray(code), fc.array(code, { maxLength: 30 }), (inText, named) => {
      store.exec('delete from diagnosis_code');
      for (const each of inText) store.run(insertSql(diagnosisCode), thing(each, 'in the text'));
      const things = entityMerger(store, () => {});
      const held = new Map<string, string>(inText.map((each) => [each, 'in the text']));
      for (const [line, each] of named.entries()) {
        const label = `named on ${line}`;
        const answer = things.name(namedEntity(diagnosisCode, thing(each, label), { line, authority: true }));
        expect(answer).toBe(held.has(each) ? subjectCitation.beside : subjectCitation.brought);
        // The words of people stay; those of files follow the last of them.
        if (!inText.includes(each)) held.set(each, label);
      }
      const rows = store.all<{ code: string; label: string }>('select code, label from diagnosis_code');
      expect(new Map(rows.map((row) => [row.code, row.label]))).toEqual(held);
    }),
    { numRuns: 200 },
  );
});
