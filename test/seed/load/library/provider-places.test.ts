/** Where those are who are paid a rate: by the registry NPPES where it was loaded before. All files are synthetic, in the layouts of their publishers. */

import { describe, expect, test } from 'vitest';
import { openRates } from '../../../../db/rates/open-rates.ts';
import { rateFilesOf } from '../../../../db/rates/rate-files.ts';
import { loading } from '../../kit/loading.ts';
import { inNetwork } from '../../kit/publishing.ts';

const heading = [
  'NPI',
  'Entity Type Code',
  'Provider Business Practice Location Address Postal Code',
  'Provider Business Practice Location Address Country Code (If outside U.S.)',
  'NPI Deactivation Date',
  'NPI Reactivation Date',
];
const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`;

/** A file of the registry: in which ZIP code each provider practises. */
const registry = (zips: Readonly<Record<string, string>>) =>
  line(heading) +
  Object.entries(zips)
    .map(([npi, zip]) => line([npi, '1', zip, 'US', '', '']))
    .join('');

const [first, second] = ['1111111112', '1222222223'];

/** In-network rates that are paid to the two providers, each by itself. */
function rates(day: string): string {
  const { text } = inNetwork({ payer: 'Synthetic Plan', day, path: 'rates.json' }, { 77092: 10 });
  const group = (tin: string, npi: string) => [{ npi: [Number(npi)], tin: { type: 'ein', value: tin } }];
  const file = JSON.parse(text) as {
    provider_references: unknown;
    in_network: [{ negotiated_rates: [object] }];
  };
  const [rate] = file.in_network[0].negotiated_rates;
  Object.assign(rate, { provider_references: [1, 2] });
  return JSON.stringify({
    ...file,
    provider_references: [
      { provider_group_id: 1, provider_groups: group('11-1111111', first) },
      { provider_group_id: 2, provider_groups: group('22-2222222', second) },
    ],
  });
}

/** The ZIP codes of the groups of the file of rates with this first day. */
async function zipsOf({ database, release }: ReturnType<typeof loading>, day: string) {
  const store = openRates({ database, rates: undefined });
  const files = rateFilesOf(release().store).filter(({ validFrom }) => validFrom === day);
  const question = { files: files.map(({ file }) => file), without: new Map(), terms: {} };
  const rows = await store.rows(question, { limit: 10, backward: false });
  store.close();
  return rows.map(({ zips }) => JSON.parse(zips) as string[]);
}

describe('providers of a file of rates', () => {
  test('are where the registry had them when it was loaded; a weekly file changes only what it names', async () => {
    const trial = loading();
    const month = trial.put('npidata_pfile_20050523-20251109.csv', registry({ [first]: '606371234' }));
    const report = await trial.load([month]);
    expect(report.notes.get(month)?.reports).toEqual([
      '1 providers with the ZIP code in which they practise. They are looked up in files of rates that are loaded after this one.',
    ]);
    await trial.load([trial.put('november.json', rates('2025-11-01'))]);
    expect(await zipsOf(trial, '2025-11-01')).toEqual([['60637'], []]);
    const week = registry({ [second]: '77030' });
    await trial.load([trial.put('npidata_pfile_20251110-20251116.csv', week)]);
    await trial.load([trial.put('december.json', rates('2025-12-01'))]);
    expect(await zipsOf(trial, '2025-12-01')).toEqual([['60637'], ['77030']]);
    // What was loaded before is as it was.
    expect(await zipsOf(trial, '2025-11-01')).toEqual([['60637'], []]);
  });

  test('are as they were after a file of the registry that cannot be read, and after a dry run', async () => {
    const trial = loading();
    await trial.load([trial.put('npidata_pfile_20050523-20251109.csv', registry({ [first]: '60637' }))]);
    const broken = `${registry({ [first]: '77030' })}"12345","1","77030","US","",""\n`;
    expect(await trial.failure([trial.put('npidata_pfile_20251110-20251116.csv', broken)])).toMatch(/NPI/);
    const other = trial.put('npidata_pfile_20251117-20251123.csv', registry({ [first]: '77030' }));
    await trial.load([other], { dryRun: true });
    await trial.load([trial.put('rates.json', rates('2025-12-01'))]);
    expect(await zipsOf(trial, '2025-12-01')).toEqual([['60637'], []]);
  });

  test('without the registry are nowhere that is known', async () => {
    const trial = loading();
    await trial.load([trial.put('rates.json', rates('2025-12-01'))]);
    expect(await zipsOf(trial, '2025-12-01')).toEqual([[], []]);
  });
});
