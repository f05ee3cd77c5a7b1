/** Rates beside a cell of the matrix: of its component as it is billed, of its payer, and never an answer. */

import { expect, test } from 'vitest';
import { fillStatedPayers } from '../../../db/prices/stated-payers.ts';
import {
  billingUnit,
  modifier,
  payer,
  payerBrand,
  rateBenchmark,
  serviceComponent,
} from '../../../db/tables/index.ts';
import { ask, observed } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

/** One payer is called as a brand is, the other is a licensee whose name has a brand in it. */
function synthetic() {
  const store = serviceStore();
  const [synth, licensee] = ['Payer:synth', 'Payer:licensee'];
  add(store, payer, { id: synth, slug: 'synth', label: 'Synth' });
  add(store, payer, { id: licensee, slug: 'licensee', label: 'Marked of Nowhere' });
  add(store, payerBrand, { slug: 'synth', spellings: '["synth"]' });
  add(store, payerBrand, { slug: 'marked', spellings: '["marked"]' });
  const part = 'ServiceComponent:synthetic/professional';
  add(store, modifier, { id: 'Modifier:CPT:26', code: '26' });
  add(store, serviceComponent, {
    id: part,
    familyId: ids.family,
    role: 'PROFESSIONAL_INTERPRETATION_AND_REPORT',
  });
  add(store, billingUnit, { componentId: part, codeId: ids.code, modifierId: 'Modifier:CPT:26' });
  const rate = { subjectId: ids.code, amountKind: 'NEGOTIATED_RATE', statistic: 'SINGLE', facility: 'North' };
  for (const [key, values] of Object.entries({
    linked: { payerId: synth, payerStated: 'Synth', amount: 100, modifiers: '[]' },
    south: { payerId: synth, payerStated: 'Synth', amount: 300, modifiers: '[]', facility: 'South' },
    branded: { payerStated: 'SYNTH PLUS [9]', amount: 700, modifiers: '[]' },
    part: { payerId: synth, payerStated: 'Synth', amount: 50, modifiers: '["26"]' },
    both: { payerId: synth, payerStated: 'Synth', amount: 1, modifiers: '["26","59"]' },
    charge: {
      payerId: synth,
      payerStated: 'Synth',
      amount: 999,
      modifiers: '[]',
      amountKind: 'BILLED_CHARGE',
    },
    marked: { payerStated: 'Marked', amount: 800, modifiers: '[]' },
  }))
    add(store, rateBenchmark, { id: `RateBenchmark:${key}`, ...rate, ...values });
  fillStatedPayers(store);
  return releaseOf(store);
}

interface Rates {
  readonly rates: number;
  readonly hospitals: number;
  readonly minimum: string;
  readonly maximum: string;
}

interface Answer {
  readonly coverageMatrix: {
    readonly rows: readonly {
      readonly cells: readonly {
        readonly payer: { readonly slug: string };
        readonly state: string;
        readonly linked: readonly Rates[];
        readonly branded: readonly Rates[];
      }[];
    }[];
  };
}

const fields = 'rates hospitals minimum maximum';
const question = `{ coverageMatrix(input: { families: ["${ids.family}"] }) { rows { cells { payer { slug } state
  linked: publishedRates { ${fields} } branded: publishedRates(byBrand: true) { ${fields} } } } } }`;

test('a cell says how many hospitals publish which rates of its payer, for its component as it is billed', async () => {
  const of = synthetic();
  const { answer, runs } = await observed(() => ask<Answer>(question, {}, { of }), of);
  const found = answer.coverageMatrix.rows.map(({ cells }) =>
    cells.filter(({ linked, branded }) => linked.length + branded.length > 0),
  );
  const whole = { rates: 2, hospitals: 2, minimum: '1.00', maximum: '3.00' };
  const part = { rates: 1, hospitals: 1, minimum: '0.50', maximum: '0.50' };
  const cell = { payer: { slug: 'synth' }, state: 'UNKNOWN' };
  expect(found).toEqual([
    [{ ...cell, linked: [whole], branded: [{ ...whole, rates: 3, maximum: '7.00' }] }],
    [{ ...cell, linked: [part], branded: [part] }],
  ]);
  // Once by payer and once by brand for all cells.
  expect(runs.filter(({ sql }) => sql.includes('rate_benchmark'))).toHaveLength(2);
});
