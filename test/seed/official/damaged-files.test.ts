/** Files with damage that the fuzzer found: each is refused by an error that names the file, or its item is left out by name. Everything here is synthetic. */

import { expect, test } from 'vitest';
import { FileError } from '../../../seed/load/format/file.ts';
import type { Format } from '../../../seed/load/format/format.ts';
import { anesthesiaFactors } from '../../../seed/official/fees/anesthesia-factors.ts';
import { carrier } from '../../../seed/official/fees/carrier.ts';
import { pprrvu } from '../../../seed/official/fees/pprrvu.ts';
import { hospitalPrices } from '../../../seed/official/hospital-prices/hospital-prices.ts';
import { ticInNetwork } from '../../../seed/official/payer-prices/in-network.ts';
import { feeCsv } from '../kit/fee-file.ts';
import { inMemory, read, sighting } from '../kit/file-trial.ts';
import { readPrices } from '../kit/price-trial.ts';
import { hospital, inNetwork } from '../kit/publishing.ts';

async function failure(format: Format, text: string): Promise<unknown> {
  return read(format, inMemory(text, { chunk: 100, name: 'damaged.csv' })).catch((error: unknown) => error);
}

test('a NUL character in a text is refused with its place, wherever the chunks end', async () => {
  const text = feeCsv([{ code: '77080', description: 'bone\0density' }]);
  const at = Buffer.from(text).indexOf(0);
  for (const chunk of [1, 7, 65_536]) {
    const file = inMemory(text, { chunk, name: 'damaged.csv' });
    const found = await read(pprrvu, file).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(FileError);
    expect(String(found)).toContain(`damaged.csv: There is a NUL character after ${at} bytes`);
  }
});

test('an item of a price file with a NUL is left out by name, and the others are read', async () => {
  const { text } = hospital({ day: '2026-01-01', path: 'h.json' }, { 77080: 50, 77081: 60 });
  const damaged = text.replace('synthetic', 'syn\0thetic');
  expect(damaged).not.toBe(text);
  const found = await readPrices(hospitalPrices, inMemory(damaged, { name: 'h.json' }), {
    from: '2026-01-01',
  });
  expect(found.statements).toHaveLength(1);
  expect(found.reports).toContainEqual(expect.stringContaining('There is a NUL character'));
});

test('provider references that are not JSON are named', async () => {
  const { text } = inNetwork({ payer: 'Synthetic', day: '2026-01-01', path: 'r.json' }, { 77080: 50 });
  const damaged = text.replace('"network_name":["N"]', '"network_name":[x"N"]');
  expect(damaged).not.toBe(text);
  const found = await readPrices(ticInNetwork, inMemory(damaged, { name: 'r.json' }), { from: '2026-01-01' });
  expect(found.reports).toContainEqual(expect.stringMatching(/r\.json: .*This is not JSON/));
});

test('a NUL in the name of a network is reported, and no rate is of a network of that name', async () => {
  const { text } = inNetwork({ payer: 'Synthetic', day: '2026-01-01', path: 'r.json' }, { 77080: 50 });
  const damaged = text.replace('"network_name":["N"]', '"network_name":["N\0"]');
  expect(damaged).not.toBe(text);
  const found = await readPrices(ticInNetwork, inMemory(damaged, { name: 'r.json' }), { from: '2026-01-01' });
  expect(found.reports).toContainEqual(expect.stringContaining('There is a NUL character'));
  expect(JSON.stringify(found.statements)).not.toContain('\\u0000');
});

test('a national factor that is no factor is named', async () => {
  const heading = 'Contractor,Locality,Locality Name,National Anes CF of 99999999999999999999.99';
  const found = await failure(anesthesiaFactors, `${heading}\r\n10112 ,00 ,ALABAMA,19.01 \r\n`);
  expect(found).toBeInstanceOf(FileError);
  expect(String(found)).toContain('damaged.csv: national factor: Expected ');
});

test('an amount of a carrier that is too large to be one is named with its row', async () => {
  const money = '0000000.00';
  const huge = '99999999999999999999.99';
  const cells = [
    '2025',
    '01182',
    '18',
    '77080',
    '  ',
    huge,
    money,
    ' ',
    '1',
    'A',
    '0',
    money,
    money,
    '9',
    money,
    money,
  ];
  const text = `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
  const rows = async () => {
    const all = { wants: () => true, skip: () => {} };
    for await (const _ of carrier.rows(inMemory(text, { name: 'damaged.csv' }), all));
  };
  await expect(rows()).rejects.toThrow(/^damaged\.csv:1: .*Expected dollars and cents/);
});

test('a day of publication that is none is not known, and the file is recognised all the same', () => {
  const text = feeCsv([{ code: '77080' }], { released: '02/31/2025' });
  expect(pprrvu.recognise(sighting(text))).toMatchObject({ release: 'RVU25D', published: undefined });
});
