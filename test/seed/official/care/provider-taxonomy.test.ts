/** The provider taxonomy of NUCC: codes, levels and days, never its words. Codes and words are synthetic. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { providerTaxonomies as format } from '../../../../seed/official/care/provider-taxonomy.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { loading } from '../../kit/loading.ts';

const heading = 'Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section';
const csv = [
  heading,
  '999A00000X,SECRET GROUP,SECRET CLASS,,"SECRET\nDEFINITION","Source: [7/1/2006: new]",SECRET NAME,Individual',
  '999AB0101X,SECRET GROUP,SECRET CLASS,"SECRET, SPECIAL",,"[1/1/2005: title modified, 7/1/2016: marked inactive, use 999A00000X]",SECRET NAME,Individual',
  '999BC0202X,SECRET GROUP,OTHER SECRET,SECRET SPECIAL,,"[1/1/2004: newly titled, 1/1/2008: new; 1/1/2010: deactivated]",SECRET NAME,Non-Individual',
].join('\n');
const trial = { release: '25.1', from: '2025-07-01', to: null };

test('it is known by its heading, in older releases too; its name tells the half year', () => {
  expect(format.recognise(sighting(csv, 'nucc_taxonomy_251.csv'))).toEqual({
    release: '25.1',
    from: '2025-07-01',
  });
  expect(format.recognise(sighting(csv, 'nucc_taxonomy_240.csv'))).toEqual({
    release: '24.0',
    from: '2024-01-01',
  });
  const older = '"Code","Type","Classification","Specialization","Definition","Notes"\n';
  expect(format.recognise(sighting(older, 'taxonomy.csv'))).toEqual({});
  expect(format.recognise(sighting('Code,Description\n'))).toBeUndefined();
});

test.each([1, 7, 65_536])(
  'codes, levels and days are read, and no word of it, in pieces of %i',
  async (chunk) => {
    const { entities, statements, told } = await read(format, inMemory(csv, { chunk }), trial);
    expect(entities.map(({ row }) => [row.code, row.level, row.parentId])).toEqual([
      ['999A00000X', 'CLASSIFICATION', null],
      ['999AB0101X', 'SPECIALIZATION', 'ProviderTaxonomy:999A00000X'],
      ['999BC0202X', 'SPECIALIZATION', null],
    ]);
    expect(statements.map(({ values }) => [values.holder, values.addedOn, values.inactiveOn])).toEqual([
      ['INDIVIDUAL', '2006-07-01', null],
      ['INDIVIDUAL', null, '2016-07-01'],
      ['NON_INDIVIDUAL', '2008-01-01', '2010-01-01'],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/SECRET|DEFINITION/);
  },
);

test.each([
  [
    'a code of another shape',
    csv.replace('999BC0202X', '999BC'),
    /is no provider taxonomy code\. Expected nine digits or letters and an X, such as 207Q00000X/,
  ],
  ['a code twice', csv.replace('999BC0202X', '999A00000X'), /999A00000X stands on line/],
  [
    'another holder',
    csv.replace('Non-Individual', 'Robot'),
    /Section: Expected Individual or Non-Individual, got "Robot"/,
  ],
])('%s is refused', async (_what, content, says) => {
  await expect(read(format, inMemory(content), trial)).rejects.toThrow(says);
});

test('a code leads to its classification, and ends with the release that lacks it', {
  timeout: 120_000,
}, async () => {
  const graph = loading();
  await graph.load([graph.put('nucc_taxonomy_251.csv', csv)]);
  await graph.load([graph.put('nucc_taxonomy_260.csv', csv.replace('999BC0202X', '999BD0202X'))]);
  const question = (day: string) =>
    `{ providerTaxonomy(code: "999bc0202x", asOf: { dateOfService: "${day}" }) { code validity { release holder validity { from to } } }
       special: providerTaxonomy(code: "999AB0101X", asOf: { dateOfService: "${day}" }) {
         level parent { code specializations { totalCount } } validity { text } } }`;
  const special = {
    level: 'SPECIALIZATION',
    parent: { code: '999A00000X', specializations: { totalCount: 1 } },
    validity: [
      {
        text: expect.stringMatching(
          /^NUCC .*999AB0101X is in the provider taxonomy, inactive from 2016-07-01\.$/,
        ),
      },
    ],
  };
  expect(await graph.ask(question('2025-12-31'))).toEqual({
    providerTaxonomy: {
      code: '999BC0202X',
      validity: [
        { release: '25.1', holder: 'NON_INDIVIDUAL', validity: { from: '2025-07-01', to: '2026-01-01' } },
      ],
    },
    special,
  });
  expect(await graph.ask(question('2026-03-01'))).toEqual({
    providerTaxonomy: { code: '999BC0202X', validity: [] },
    special,
  });
});

const real = excerpt('nucc/nucc_taxonomy_251.excerpt.csv');
test.runIf(real)('the real excerpt is read to its end', async () => {
  const bytes = readFileSync(String(real));
  expect(format.recognise(sighting(bytes.toString(), 'nucc_taxonomy_251.excerpt.csv'))).toEqual({
    release: '25.1',
    from: '2025-07-01',
  });
  const { entities, statements } = await read(format, inMemory(bytes), trial);
  expect(statements).toHaveLength(18);
  const parentOf = new Map(entities.map(({ row }) => [row.code, row.parentId]));
  expect(parentOf.get('207RR0500X')).toBe('ProviderTaxonomy:207R00000X');
  expect(parentOf.get('2085R0202X')).toBeNull();
  expect(parentOf.get('2471B0102X')).toBe('ProviderTaxonomy:247100000X');
  expect(JSON.stringify(entities)).not.toMatch(/Physician|Rheumatology|Clinic/);
});
