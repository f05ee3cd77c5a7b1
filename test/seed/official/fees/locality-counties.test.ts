/** Localities by county, on a synthetic file in the official layout and on the real one where it is at hand. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unknownFile } from '../../../../seed/load/files/unknown-file.ts';
import { localityCounties as format } from '../../../../seed/official/fees/locality-counties.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

/** Numbers of contractors and localities and names of counties are real, what lies where is synthetic. */
const csv = [
  'COUNTIES INCLUDED IN 2026 LOCALITIES. (SYNTHETIC),,,,',
  ',,,,',
  'Medicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties',
  ',,,,',
  '2102,1,ALASKA ,STATEWIDE ,ALL COUNTIES ',
  ',,,,',
  '1182,18,CALIFORNIA,"LOS ANGELES, SYNTHETIC",LOS ANGELES /ORAGNGE CNTY',
  '1112,52,,MARIN,ST. MARIN',
  '1112,75,,REST OF STATE*,ALL OTHER COUNTIES',
  ' , , , , ',
  '12202,1,DISTRICT OF COLUMBIA ,DC SUBURBS,"DISTRICT OF COLUMBIA; ALEXANDRIA CITY AND FAIRFAX IN VIRGINIA; MONTGOMERY, AND PRINCE GEORGE\'S IN MARYLAND"',
  ',,,,',
  "12302,99,MARYLAND ,REST OF STATE ,ALL OTHER COUNTIES EXCEPT MONTGOMERY AND PRINCE GEORGE'S",
  "12302,99,,REST OF STATE*,ALL OTHER COUNTIES EXCEPT MONTGOMERY AND PRINCE GEORGE'S",
  ',,,,',
  '11302,0,VIRGINIA,STATEWIDE,"ALL COUNTIES, EXCEPT ALEXANDRIA CITY, ACCOMACK AND FAIRFAX"',
  ',,,,',
  '9102,4,,MIAMI,DADE AND MONROE',
  '*  A synthetic note below the rows.,,,,',
].join('\r\n');
const trial = { release: 'LOCCO2026', from: '2026-01-01', to: '2027-01-01' };

test('it is known by its heading, and its title or its name tells the year', () => {
  expect(format.recognise(sighting(csv))).toEqual(trial);
  const untitled = csv.slice(csv.indexOf('Medicare'));
  expect(format.recognise(sighting(untitled, '26LOCCO.csv'))).toEqual(trial);
  expect(format.recognise(sighting(untitled, 'counties.csv'))).toEqual({});
  expect(format.recognise(sighting('HCPCS,MOD,STATE\n'))).toBeUndefined();
});

test.each([1, 7, 65_536])('each county is a row of its own, in pieces of %i', async (chunk) => {
  const { statements, skipped } = await read(format, inMemory(csv, { chunk }), trial);
  expect(
    statements.map(({ values: { jurisdictionId, extent, county, countyState, exceptions, area } }) => [
      jurisdictionId,
      extent,
      county,
      countyState,
      JSON.parse(String(exceptions)),
      area,
    ]),
  ).toEqual([
    ['Jurisdiction:02102-01', 'ALL', null, 'AK', [], 'STATEWIDE'],
    ['Jurisdiction:01182-18', 'NAMED', 'LOS ANGELES', 'CA', [], 'LOS ANGELES, SYNTHETIC'],
    ['Jurisdiction:01182-18', 'NAMED', 'ORAGNGE CNTY', 'CA', [], 'LOS ANGELES, SYNTHETIC'],
    ['Jurisdiction:01112-52', 'NAMED', 'ST. MARIN', 'CA', [], 'MARIN'],
    ['Jurisdiction:01112-75', 'ALL_OTHER', null, 'CA', [], 'REST OF STATE'],
    ['Jurisdiction:12202-01', 'NAMED', 'DISTRICT OF COLUMBIA', 'DC', [], 'DC SUBURBS'],
    ['Jurisdiction:12202-01', 'NAMED', 'ALEXANDRIA CITY', 'VA', [], 'DC SUBURBS'],
    ['Jurisdiction:12202-01', 'NAMED', 'FAIRFAX', 'VA', [], 'DC SUBURBS'],
    ['Jurisdiction:12202-01', 'NAMED', 'MONTGOMERY', 'MD', [], 'DC SUBURBS'],
    ['Jurisdiction:12202-01', 'NAMED', "PRINCE GEORGE'S", 'MD', [], 'DC SUBURBS'],
    ['Jurisdiction:12302-99', 'ALL_OTHER', null, 'MD', ['MONTGOMERY', "PRINCE GEORGE'S"], 'REST OF STATE'],
    ['Jurisdiction:11302-00', 'ALL', null, 'VA', ['ALEXANDRIA CITY', 'ACCOMACK', 'FAIRFAX'], 'STATEWIDE'],
    // An area without a state is not in that of the area above it.
    ['Jurisdiction:09102-04', 'NAMED', 'DADE', null, [], 'MIAMI'],
    ['Jurisdiction:09102-04', 'NAMED', 'MONROE', null, [], 'MIAMI'],
  ]);
  expect(skipped).toEqual({ 'county of the locality that stands there already': 1 });
  expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
});

test.each([
  ['no counties', csv.replace('ALL COUNTIES ', ''), /synthetic\.txt:5: Counties: Expected names of counties/],
  ['words that are not understood', csv.replace('ALL COUNTIES ', 'ALL OF IT'), /got "ALL OF IT"/],
  ['no number of a contractor', csv.replace('2102,1', 'AK,1'), /is no number of a contractor/],
  ['a row cut short', csv.replace('MARIN,ST. MARIN', 'MARIN'), /has 4 cells where the heading has 5/],
])('a row with %s is refused', async (_what, content, says) => {
  await expect(read(format, inMemory(content), trial)).rejects.toThrow(says);
});

test('the text form, which cuts its lists off, is named and not read', () => {
  const text =
    '\r\nCOUNTIES INCLUDED IN 2026 LOCALITIES. (SYNTHETIC)\r\n\r\nMedicare AdmiLocality   State   Fee Schedule Area    Counties\r\n';
  expect(format.recognise(sighting(text, '26LOCCO.txt'))).toBeUndefined();
  expect(unknownFile(sighting(text, '26LOCCO.txt'))).toMatch(/cut off after 58 characters; load the CSV/);
});

test('a county leads to its localities, and a locality to its counties', { timeout: 120_000 }, async () => {
  const graph = loading();
  await graph.load([graph.put('26LOCCO.csv', csv)]);
  const localities = async (county: string, state: string) => {
    const { localitiesOfCounty } = await graph.ask<{
      localitiesOfCounty: { extent: string; county: string | null; jurisdiction: { code: string } }[];
    }>(
      'query($county: String!, $state: String!) { localitiesOfCounty(county: $county, state: $state, asOf: { dateOfService: "2026-06-01" }) { extent county jurisdiction { code } } }',
      { county, state },
    );
    return localitiesOfCounty.map((row) => `${row.jurisdiction.code} ${row.county ?? row.extent}`).sort();
  };
  expect(await localities('Los Angeles County', 'ca')).toEqual(['01182-18 LOS ANGELES']);
  expect(await localities('Fairfax', 'VA')).toEqual(['12202-01 FAIRFAX']);
  expect(await localities('Saint Marin', 'CA')).toEqual(['01112-52 ST. MARIN']);
  expect(await localities('Loudoun', 'VA')).toEqual(['11302-00 ALL']);
  // Left out of the one row for all, and named in none.
  expect(await localities('Accomack', 'VA')).toEqual([]);
  // Spelled otherwise in the file: every row that may mean it, none chosen.
  expect(await localities('Orange', 'CA')).toEqual(['01112-75 ALL_OTHER', '01182-18 ORAGNGE CNTY']);
  expect(await localities('Alexandria City', 'VA')).toEqual(['12202-01 ALEXANDRIA CITY']);
  expect(await localities('Cook', 'IL')).toEqual([]);
  const { node } = await graph.ask<{ node: { counties: { totalCount: number; nodes: { text: string }[] } } }>(
    '{ node(id: "Jurisdiction:12302-99") { ... on Jurisdiction { counties(asOf: { dateOfService: "2026-06-01" }) { totalCount nodes { text exceptions citations { locator } } } } } }',
  );
  expect(node.counties).toEqual({
    totalCount: 1,
    nodes: [
      {
        text: 'Locality 12302-99 (REST OF STATE) holds all other counties with exceptions, MD.',
        exceptions: ['MONTGOMERY', "PRINCE GEORGE'S"],
        citations: [{ locator: expect.stringContaining('12302 locality 99') }],
      },
    ],
  });
});

const real = excerpt('pfs_rvu/25LOCCO.csv');
test.runIf(real)('the real file of 2025 is read to its end', async () => {
  const bytes = readFileSync(String(real));
  expect(format.recognise(sighting(bytes.toString(), '25LOCCO.csv'))).toMatchObject({ release: 'LOCCO2025' });
  const { statements } = await read(format, inMemory(bytes), { ...trial, release: 'LOCCO2025' });
  // 110 rows, of which that of 05302-99 stands there twice; counted by another program.
  const localities = new Set(statements.map(({ values }) => values.jurisdictionId));
  expect(localities.size).toBe(109);
  const count = (extent: string) => statements.filter(({ values }) => values.extent === extent).length;
  expect([count('ALL'), count('ALL_OTHER'), count('NAMED')]).toEqual([36, 16, 155]);
  expect(
    statements.filter(({ values }) => values.countyState === 'VA').map(({ values }) => values.county),
  ).toEqual(['ALEXANDRIA CITY', 'ARLINGTON', 'FAIRFAX', 'FAIRFAX CITY', 'FALLS CHURCH CITY', null]);
  expect(statements.filter(({ values }) => values.countyState === null)).toEqual([]);
});
