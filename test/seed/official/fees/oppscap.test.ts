/** Caps on imaging, on synthetic files in both layouts and on the real excerpts, where the formula of the cap is held against them. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { capAmount, type Indices } from '../../../../db/fees/rvu-arithmetic.ts';
import { gpci } from '../../../../seed/official/fees/gpci.ts';
import { oppscap as format } from '../../../../seed/official/fees/oppscap.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';

/** Every amount is synthetic. */
const csv =
  'HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n74261,TC,A,01112,05,150.69,150.70\r\n74261,,A,1182,5,1200.00,1200.00\r\n0633T,TC,C,01112,05,12.34,12.34\r\n';
const text =
  '74261TC A 01112  05   150.69    150.70\r\n74261   A 01182  05  1200.00   1200.00\r\n0633TTC C 01112  05    12.34     12.34\r\n';
const trial = { release: 'RVU25D', from: '2025-10-01', to: '2026-01-01' };

describe.each([
  ['CSV', csv],
  ['fixed width', text],
])('%s', (_title, content) => {
  test('is known by its heading or lines; its release where its name tells', () => {
    expect(format.recognise(sighting(content, 'OPPSCAP_Oct.csv'))).toBeDefined();
    expect(format.recognise(sighting(content, 'RVU25D_OPPSCAP.csv'))).toMatchObject({
      release: 'RVU25D',
      from: '2025-10-01',
      to: '2026-01-01',
    });
    const within = 'downloads/rvu25d-updated.zip';
    expect(format.recognise({ ...sighting(content, 'OPPSCAP_Oct.csv'), within })?.release).toBe('RVU25D');
    expect(format.recognise(sighting('HCPCS,MOD,DESCRIPTION\r\n'))).toBeUndefined();
  });

  test.each([1, 7, 65_536])(
    'gives a cap for each code, modifier and locality, in pieces of %i',
    async (chunk) => {
      const { entities, statements } = await read(format, inMemory(content, { chunk }), trial);
      expect(
        statements.map(({ key, at, values }) => [
          key,
          at,
          values.statusCode,
          values.nonFacilityCap,
          values.facilityCap,
        ]),
      ).toEqual([
        ['CPT:74261/TC/01112-05', 'row 74261 TC 01112-05', 'A', 15_070, 15_069],
        ['CPT:74261/01182-05', 'row 74261 01182-05', 'A', 120_000, 120_000],
        ['CPT:0633T/TC/01112-05', 'row 0633T TC 01112-05', 'C', 1_234, 1_234],
      ]);
      expect(entities.map(({ row }) => row.id)).toEqual([
        'BillingCode:CPT:74261',
        'Modifier:HCPCS_MODIFIER:TC',
        'Jurisdiction:01112-05',
        'Jurisdiction:01182-05',
        'BillingCode:CPT:0633T',
      ]);
    },
  );

  test('a row with what is no code, or no modifier, is named and stops the reading', async () => {
    const wrong = content.replace('0633TTC', 'X633TTC').replace('0633T,TC', 'X633T,TC');
    await expect(read(format, inMemory(wrong), trial)).rejects.toThrow(
      /:[34]: (?:HCPCS|columns 1 to 5): "X633T" is no billing code\. Expected five digits, .* such as 77090, 0554T or G0130\./,
    );
    const marked = content.replace('74261,TC', '74261,T*');
    if (marked !== content)
      await expect(read(format, inMemory(marked), trial)).rejects.toThrow(
        /:2: MOD: "T\*" is no modifier\. Expected two letters or digits, such as 26 or TC, or none\./,
      );
  });

  test('a row twice, or cut short, stops the reading', async () => {
    const [row = ''] = content.split('\r\n').filter((line) => line.startsWith('74261'));
    await expect(read(format, inMemory(`${content}${row}\r\n`), trial)).rejects.toThrow(
      /CPT:74261\/TC\/01112-05 stands on line \d already/,
    );
    await expect(read(format, inMemory(content.slice(0, -12)), trial)).rejects.toThrow(/synthetic.txt:[34]/);
  });
});

test('an amount that is none is refused with line and column', async () => {
  await expect(read(format, inMemory(csv.replace('150.69', '')), trial)).rejects.toThrow(
    'synthetic.txt:2: FACILITY PRICE: Nothing stands here.',
  );
});

const real = excerpt('pfs_rvu/OPPSCAP_Oct.excerpt.csv');
const indices = excerpt('pfs_rvu/GPCI2025.csv');
test.skipIf(!real || !indices)(
  'the real caps of 0633T-TC are what the formula makes of its comparison values in every locality',
  async () => {
    const localities = await read(gpci, inMemory(readFileSync(indices ?? '')), trial);
    const byId = new Map(
      localities.statements.map(({ values }) => [values.jurisdictionId, values as unknown as Indices]),
    );
    const { statements } = await read(format, inMemory(readFileSync(real ?? '')), trial);
    // The only hundredths of an RVU that make all these amounts; the row itself is not in the excerpt.
    const compared = { workRvu: 0, oppsPeNonFacility: 328, oppsPeFacility: 328, oppsMalpractice: 1 };
    const held = statements.filter(
      ({ values }) => byId.has(values.jurisdictionId) && values.statusCode === 'C',
    );
    expect(held).toHaveLength(109);
    for (const { key, values } of held) {
      const found = byId.get(values.jurisdictionId);
      expect(found && capAmount(compared, 'NON_FACILITY', found, 323_465), key).toBe(values.nonFacilityCap);
    }
  },
);
