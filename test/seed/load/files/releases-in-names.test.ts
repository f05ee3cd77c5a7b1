/** Which release a file is of: by its name as its publisher gave it, by its neighbours, or asked for. Everything is synthetic. */

import { expect, test } from 'vitest';
import { find } from '../../../../seed/load/files/find.ts';
import { feeCsv } from '../../kit/fee-file.ts';
import { table } from '../../kit/hcpcs-file.ts';
import { loading } from '../../kit/loading.ts';
import { zip } from '../../kit/zip.ts';

const hcpcs = table();
const caps =
  'HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n74261,TC,A,01112,05,150.69,150.70\r\n';
const fees = feeCsv([{ code: '77080' }]);
/** A file whose title does not tell the release. */
const untitled = (year: string) => fees.replace(/\d{4} National .*? Release/, `synthetic ${year}`);
const amounts = `${['2025', '01112', '05', '77080', '  ', '0000044.26', '0000009.89', ' ', '1', 'A', '0', '0.00', '0.00', '9', '0.00', '0.00'].map((cell) => `"${cell}"`).join(',')}\r\n`;

const releases = async (files: Readonly<Record<string, string>>, archive = false) => {
  const trial = loading();
  const paths = archive
    ? [trial.put('in.zip', zip(Object.entries(files).map(([name, content]) => ({ name, content }))))]
    : Object.entries(files).map(([name, content]) => trial.put(name, content));
  const { found, comparable } = await find(paths, undefined);
  return Object.fromEntries(
    [...found, ...comparable].map(({ candidate, recognised: { release, from } }) => [
      candidate.name,
      [release, from],
    ]),
  );
};

test.each([
  ['HCPC17_CONTR_ANWEB.txt', hcpcs, 'HCPC2017', '2017-01-01'],
  ['HCPC26_OCT_ANWEB.csv', hcpcs, 'HCPC2026_OCT', '2026-10-01'],
  ['PPRRVU24_JAN.csv', untitled('2024'), 'RVU24A', '2024-01-01'],
  ['OPPSCAP_OCT25.csv', caps, 'RVU25D', '2025-10-01'],
  ['OPPSCAP_Jul_2025.csv', caps, 'RVU25C', '2025-07-01'],
  ['PFREV4.txt', amounts, 'PFREV4', '2025-10-01'],
  ['PFREV25B.txt', amounts, 'PFREV25B', '2025-04-01'],
  ['PFALL25.txt', amounts, 'PFALL25', '2025-01-01'],
])('%s is of a release that its name tells', async (name, content, release, from) => {
  expect(await releases({ [name]: content })).toEqual({ [name]: [release, from] });
});

test.each([
  ['a folder', false],
  ['an archive', true],
])(
  'in %s a neighbour tells the release, where the month in the name is not of another quarter',
  async (_where, archive) => {
    const files = {
      'PPRRVU2025_Oct.csv': fees,
      'OPPSCAP_Oct.csv': caps,
      'OPPSCAP.csv': caps,
      'OPPSCAP_Jul.csv': caps,
    };
    expect(await releases(files, archive)).toMatchObject({
      'OPPSCAP_Oct.csv': ['RVU25D', '2025-10-01'],
      'OPPSCAP.csv': ['RVU25D', '2025-10-01'],
      'OPPSCAP_Jul.csv': [undefined, undefined],
    });
  },
);

test('neighbours of two releases tell nothing, and neither does one in another folder', async () => {
  const two = {
    'PPRRVU2025_Oct.csv': fees,
    'PPRRVU2024_Jan.csv': untitled('2024'),
    'OPPSCAP_Oct.csv': caps,
  };
  expect((await releases(two))['OPPSCAP_Oct.csv']).toEqual([undefined, undefined]);
  const apart = { 'a/PPRRVU2025_Oct.csv': fees, 'b/OPPSCAP_Oct.csv': caps };
  expect((await releases(apart))['OPPSCAP_Oct.csv']).toEqual([undefined, undefined]);
});

test.each([
  ['codes.csv', hcpcs],
  ['OPPSCAP_Oct.csv', caps],
])('%s, which tells no day, is asked for one and never takes that of the load', async (name, content) => {
  const trial = loading();
  expect(await trial.failure([trial.put(name, content)])).toMatch(
    /Neither its content nor its name tells from which day .* holds\. Say it with --from YYYY-MM-DD\./,
  );
});

test('amounts of carriers whose quarter is not told are compared with no day', async () => {
  const trial = loading();
  await trial.load([trial.put('PPRRVU2025_Oct.csv', fees)]);
  const path = trial.put('PFREV.txt', amounts);
  expect(await trial.failure([path])).toMatch(/does not tell the quarter .* --from YYYY-MM-DD/);
  const { comparisons } = await trial.load([path], { from: '2025-10-01' });
  expect(comparisons[0]?.day).toBe('2025-10-01');
});
