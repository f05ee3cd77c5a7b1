/** A drug package is found by its National Drug Code in any usual form; what may be several codes is refused. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeIn } from '../../../db/codes/code-shapes.ts';
import { query } from '../../kit/graph.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const drugCode = (written: string) => codeIn('NATIONAL_DRUG_CODE', written);

test('every form of ten or eleven digits with dashes is the code of eleven that it is short for', () => {
  const parts = fc.tuple(digits(4), digits(3), digits(1), digits(1), digits(1), digits(1));
  fc.assert(
    fc.property(parts, ([labeler, product, pack, a, b, c]) => {
      const eleven = `${a}${labeler}${b}${product}${c}${pack}`;
      const dashed = `${a}${labeler}-${b}${product}-${c}${pack}`;
      expect([drugCode(eleven), drugCode(` ${dashed} `)]).toEqual([eleven, eleven]);
      expect(drugCode(`${labeler}-${b}${product}-${c}${pack}`)).toBe(`0${labeler}${b}${product}${c}${pack}`);
      expect(drugCode(`${a}${labeler}-${product}-${c}${pack}`)).toBe(`${a}${labeler}0${product}${c}${pack}`);
      expect(drugCode(`${a}${labeler}-${b}${product}-${pack}`)).toBe(`${a}${labeler}${b}${product}0${pack}`);
    }),
  );
});

test.each(['0006409602', '006-4096-02', '00006-40960-2', '000064096021', '0006-4096-2', '00006 4096 02', ''])(
  '%j is no form of it',
  (written) => expect(drugCode(written)).toBeUndefined(),
);

async function refusal(code: string): Promise<readonly unknown[]> {
  const { errors = [] } = await query('query ($code: String!) { nationalDrugCode(code: $code) { id } }', {
    code,
  });
  return errors.map(({ extensions, message }) => [extensions.code, message]);
}

test('ten digits without dashes are refused with the codes that they may be', async () => {
  expect(await refusal('0006409602')).toEqual([
    [
      'BAD_USER_INPUT',
      'code: ten digits without dashes may be 0006-4096-02 or 00064-096-02 or 00064-0960-2. Give the dashes, or all eleven digits.',
    ],
  ]);
});

test('what is no code is told how one is formed, and one that no file brought is an error', async () => {
  expect(await refusal('synthetic')).toEqual([
    ['BAD_USER_INPUT', expect.stringContaining('ten with theirs')],
  ]);
  expect(await refusal('0006-4096-02')).toEqual([
    ['UNKNOWN_ID', expect.stringContaining('no NationalDrugCode:00006409602')],
  ]);
});
