/** Where a line of a file ends, on synthetic text. */

import { expect, test } from 'vitest';
import { lines } from '../../../../seed/load/format/file.ts';
import { zipLocalities } from '../../../../seed/official/fees/zip-locality.ts';
import { inMemory, read } from '../../kit/file-trial.ts';

async function linesOf(text: string, chunk: number): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { number, text: line } of lines(inMemory(text, { chunk })))
    found.push(`${number} ${line}`);
  return found;
}

test.each([1, 2, 7, 65_536])('CRLF, LF and CR end a line, also mixed, in pieces of %i', async (chunk) => {
  for (const end of ['\r\n', '\n', '\r'])
    expect(await linesOf(`one${end}two${end}${end}four${end}`, chunk)).toEqual([
      '1 one',
      '2 two',
      '3 ',
      '4 four',
    ]);
  expect(await linesOf('one\rtwo\nthree\r\nfour\r\u001a', chunk)).toEqual([
    '1 one',
    '2 two',
    '3 three',
    '4 four',
  ]);
});

test('a file whose lines end with CR is read to its end, not up to its first', async () => {
  const line = (zip: string) => `CA${zip}0118218 Z9   0 A${' '.repeat(52)}20254`;
  const { statements } = await read(zipLocalities, inMemory(`${line('90001')}\r${line('90002')}\r`));
  expect(statements.map(({ key }) => key)).toEqual(['90001', '90002']);
});
