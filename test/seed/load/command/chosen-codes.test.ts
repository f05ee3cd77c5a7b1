/** One file loaded several times, each time for other codes. Everything here is synthetic. */

import { expect, test } from 'vitest';
import { loading } from '../../kit/loading.ts';

/** Each load builds the whole database. */
const slow = { timeout: 120_000 };
const rows = ['80047', '80048', '80050'].map((code) => `2026,${code},,20260101,N,10.50,SYNTH\r\n`).join('');
const fees = `SYNTHETIC laboratory fees 2026\r\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\r\n${rows}`;

test('as many other codes of one file are another load, with a source of its own', slow, async () => {
  const trial = loading();
  const path = trial.put('CLFS_Q2V1.csv', fees);
  for (const code of ['80047', '80048']) await trial.load([path], { codes: [code] });
  const store = trial.release().store;
  expect(
    store.all(`select 1 from source s where s.title like 'Clinical laboratory fee schedule, %'`),
  ).toHaveLength(2);
  expect(store.all('select t.code_id from laboratory_fee t order by 1')).toEqual([
    { code_id: 'BillingCode:CPT:80047' },
    { code_id: 'BillingCode:CPT:80048' },
  ]);
  expect((await trial.load([path], { codes: ['80048'] })).alreadyLoaded).toEqual([path]);
});
