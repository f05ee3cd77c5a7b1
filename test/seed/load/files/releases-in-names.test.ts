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

const counties =
  'Counties of localities,,,,\r\nMedicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties\r\n10112,0,ALABAMA ,STATEWIDE ,ALL COUNTIES \r\n';
const order = `${['Q99     0', 'Q999    1', 'Q998    1'].map((row, at) => `0000${at + 1} ${row} ${'Synthetic'.padEnd(60)} Synthetic`).join('\r\n')}\r\n`;
const baseUnits = 'CPT Code,Base Units\r\n00100,5\r\n';

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
  ['PFALL2025B.txt', amounts, 'PFALL2025B', '2025-04-01'],
  ['icd10cm_order_26.txt', order, 'FY2026', '2025-10-01'],
  ['FY26 icd10cm.txt', order, 'FY2026', '2025-10-01'],
  ['icd10cm-order-Apr26.txt', order, 'FY2026 update 2026-04', '2026-04-01'],
  ['09anweb.txt', hcpcs, 'HCPC2009', '2009-01-01'],
  ['LOCCO26.csv', counties, 'LOCCO2026', '2026-01-01'],
  ['CY 2025 Anesthesia Base Units.csv', baseUnits, 'Anaesthesia base units 2025', '2025-01-01'],
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

test('amounts of carriers are of the quarter of the relative values beside them, of the same year', async () => {
  const of = async (year: string) =>
    (
      await releases({
        'PPRRVU2025_Jul.csv': fees.replace('October', 'July'),
        'PFREV.txt': amounts.replace('2025', year),
      })
    )['PFREV.txt'];
  expect(await of('2025')).toEqual(['PFREV', '2025-07-01']);
  expect(await of('2024')).toEqual(['PFREV', undefined]);
});

test('what a name tells goes before what folders and archives are called', async () => {
  const factors =
    'Contractor,Locality,Locality Name,National Anes CF of 20.1234\r\n10112,00,ALABAMA,19.01\r\n';
  expect(await releases({ 'RVU25A/ANES24.csv': factors })).toEqual({
    'ANES24.csv': ['ANES2024', '2024-01-01'],
  });
});

test('the name of the archive tells the day of add-on edits', async () => {
  const trial = loading();
  const content = '1G051377080       2018001\r\n1G0513G0130       2018001\r\n'.replaceAll(
    '1G0513',
    '1G0513       ',
  );
  const archive = zip([{ name: 'AOC_MCR.txt', content }]);
  const { found } = await find(
    [trial.put('add-code-edits-medicare-effective-06012026.zip', archive)],
    undefined,
  );
  expect(found.map(({ recognised: { from } }) => from)).toEqual(['2026-06-01']);
});

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
