/** Price files that their publishers wrote with faults: what loses nothing is read, what would is left out by name. Everything here is synthetic. */

import { describe, expect, test } from 'vitest';
import type { Format } from '../../../../seed/load/format/format.ts';
import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { ticAllowedAmounts } from '../../../../seed/official/payer-prices/allowed-amounts.ts';
import { ticInNetwork } from '../../../../seed/official/payer-prices/in-network.ts';
import { inMemory } from '../../kit/file-trial.ts';
import { readPrices } from '../../kit/price-trial.ts';
import { allowedAmounts, hospital, inNetwork } from '../../kit/publishing.ts';

const payer = { payer: 'Synthetic', day: '2026-01-01', path: 'r.json' };
const prices = { 77080: 50, 77081: 60, 77085: 70 };

/** The formats with items, each with a file of three of them. */
const formats: readonly (readonly [Format, string, string, string])[] = [
  [ticInNetwork, inNetwork(payer, prices).text, 'in_network', 'name'],
  [ticAllowedAmounts, allowedAmounts(payer, prices).text, 'out_of_network', 'name'],
  [
    hospitalPrices,
    hospital({ day: '2026-01-01', path: 'h.json' }, prices).text,
    'standard_charge_information',
    'description',
  ],
];

async function read(format: Format, text: string, codes?: readonly string[]) {
  const file = inMemory(text, { chunk: 100, name: 'r.json' });
  const reached = await readPrices(format, file, { from: '2026-01-01', ...(codes && { codes }) });
  return { ...reached, codes: reached.statements.map(({ values }) => String(values.subjectId).slice(-5)) };
}

describe.each(formats)('$name', (format, text, list, dropped) => {
  const first = `"${dropped}":"synthetic"`;
  const all = ['77080', '77081', '77085'];

  test.each([
    ['a bare backslash', 'a \\W b'],
    ['a line end', 'a\r\nb'],
    ['a tab and a control character', 'a\tb\u0001'],
  ])('a text that is not kept need not be JSON: %s', async (_, written) => {
    const altered = text.replaceAll(first, `"${dropped}":"${written}"`);
    expect(altered).not.toBe(text);
    const whole = await read(format, altered);
    expect(whole.codes).toEqual(all);
    expect(whole.skipped).toEqual({});
    expect(whole.statements).toEqual((await read(format, text)).statements);
    expect(whole.reports).toContainEqual(
      expect.stringContaining('not JSON, as its publisher wrote them, and can be read in one way only'),
    );
    for (const code of all) expect((await read(format, altered, [code])).codes).toEqual([code]);
  });

  test('commas that separate nothing are passed over, and told', async () => {
    const at = text.indexOf(`"${list}":[`) + `"${list}":[`.length;
    const between = text
      .replaceAll(`},{"${dropped}"`, `},,{"${dropped}"`)
      .replaceAll('},{"nego', '},,{"nego');
    const last = `${text.slice(0, text.lastIndexOf('}]'))}},]${text.slice(text.lastIndexOf('}]') + 2)}`;
    for (const altered of [between, last, `${text.slice(0, at)},${text.slice(at)}`]) {
      expect(altered).not.toBe(text);
      const whole = await read(format, altered);
      expect(whole.codes).toEqual(all);
      expect(whole.reports.filter((sentence) => /separate nothing|one way only/.test(sentence))).toHaveLength(
        1,
      );
      expect((await read(format, altered, ['77081'])).codes).toEqual(['77081']);
    }
  });

  test('an item that is no JSON is left out, counted and named; who wrote it so is told', async () => {
    const altered = text.replace(first, `"${dropped}" "synthetic"`);
    const whole = await read(format, altered);
    expect(whole.codes).toEqual(['77081', '77085']);
    expect(whole.rows).toMatchObject({ read: 3, kept: 2 });
    expect(whole.skipped).toEqual({ 'not JSON, as its publisher wrote it': 1 });
    expect(whole.rows.examples).toEqual({
      'not JSON, as its publisher wrote it': { line: 1, found: `${list}[0]` },
    });
    const told = whole.reports.filter((sentence) => sentence.includes('is not JSON'));
    expect(told).toEqual([expect.stringMatching(/\[0\].*its publisher wrote it so.*left out/)]);
    expect(told.join()).not.toContain('fetch it again');
    expect((await read(format, altered, ['77085'])).codes).toEqual(['77085']);
  });

  test('an item that is no object is left out', async () => {
    const altered = text.replace(`"${list}":[`, `"${list}":[null,"text",7,`);
    const whole = await read(format, altered);
    expect(whole.codes).toEqual(all);
    expect(whole.rows.read).toBe(6);
  });

  test('an item with two codes is of neither, whichever are chosen', async () => {
    const code =
      format === hospitalPrices
        ? '"code_information":[{"code":"77080","type":"CPT"}]'
        : '"billing_code":"77080"';
    for (const [before, after] of [
      ['99213', '77080'],
      ['77080', '99213'],
    ] as const) {
      const both = [before, after].map((each) => code.replace('77080', each)).join(',');
      const altered = text.replace(code, both);
      expect(altered).not.toBe(text);
      const whole = await read(format, altered);
      expect(whole.codes).toEqual(['77081', '77085']);
      expect(Object.keys(whole.skipped)).toEqual([expect.stringMatching(/^item that gives its \w+ twice/)]);
      for (const chosen of ['77080', '99213'])
        expect((await read(format, altered, [chosen])).codes).toEqual([]);
    }
    const same = await read(format, text.replace(code, `${code},${code}`));
    expect(same.codes).toEqual(all);
  });

  test('is read as a list of one, and is recognised as such', async () => {
    expect((await read(format, `[${text}]`)).codes).toEqual(all);
    const head = `\n[ ${text}`.slice(0, 65_536);
    expect(format.recognise({ name: 'r.json', head, members: [] })).toBeDefined();
    await expect(read(format, `[${text},${text}]`)).rejects.toThrow('list of several objects');
  });

  test('that is cut short is still refused', async () => {
    await expect(read(format, text.slice(0, -40))).rejects.toThrow('cut short');
  });
});

test('a provider reference that is no JSON is left out, and the rates that refer to it are kept', async () => {
  const text = inNetwork(payer, prices).text.replace('"network_name":["N"]', '"network_name" ["N"]');
  const { codes, reports } = await read(ticInNetwork, text);
  expect(codes).toHaveLength(3);
  expect(reports).toContainEqual(expect.stringMatching(/provider_references\[0\].*not JSON/));
});
