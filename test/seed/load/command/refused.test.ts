/** What is no official file, and what is no place for one: said so, and left as it was. Everything here is synthetic. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { build } from '../../../../seed/build/build.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { zip } from '../../kit/zip.ts';

/** Some build the whole database. */
const slow = { timeout: 120_000 };
const heading = 'SYNTHETIC laboratory fees 2026\r\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\r\n';
const fees = `${heading}2026,80047,,20260101,N,10.50,SYNTH\r\n`;

const filesBeside = ({ database }: Loading) => readdirSync(dirname(database)).sort();

test('a file that is not ours is built over by neither a load nor a build', slow, async () => {
  const trial = loading('without database');
  const foreign = trial.put(
    'served/letter.txt',
    'A letter that someone mistyped for a database.\n'.repeat(9),
  );
  const database = { database: foreign };
  const refused = /letter\.txt is not a Coverage Graph database\. Set DATABASE to another path, or move it\./;
  expect(await trial.failure([trial.put('CLFS_Q2V1.csv', fees)], database)).toMatch(refused);
  await expect(build({ ...database, log: () => {} })).rejects.toThrow(refused);
  expect(readFileSync(foreign, 'utf8')).toMatch(/^A letter/);
  expect(filesBeside(trial)).toEqual(['letter.txt']);
});

test('a folder is no place for a database', slow, async () => {
  const trial = loading('without database');
  mkdirSync(trial.database, { recursive: true });
  expect(await trial.failure([trial.put('CLFS_Q2V1.csv', fees)])).toMatch(/is not a Coverage Graph database/);
  expect(filesBeside(trial)).toEqual(['coverage.sqlite']);
});

const fromNothing: readonly (readonly [
  what: string,
  name: string,
  content: string | Buffer,
  says: RegExp,
])[] = [
  [
    'a column called otherwise',
    'CLFS_Q2V1.csv',
    fees.replace('RATE', 'PRICE'),
    /no known format\. Known are .*clfs/,
  ],
  ['a column less', 'CLFS_Q2V1.csv', fees.replace('MOD,', ''), /its layout has changed/],
  ['nothing in it', 'CLFS_Q2V1.csv', '', /it is empty/],
  [
    'text in UTF-16 without a byte-order mark',
    'CLFS_Q2V1.csv',
    Buffer.from(fees, 'utf16le'),
    /its text is UTF-16 without a byte-order mark: save it as UTF-8\./,
  ],
  ['the letters of 7z', 'rates.json', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'), /7z archive: unpack it/],
  ['the letters of RAR', 'rates.rar', Buffer.from('Rar!\x1a\x07\x01', 'latin1'), /RAR archive: unpack it/],
  ['the letters of Zstandard', 'a.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), /Zstandard: unpack it/],
  ['tar in it', 'a.tar.gz', gzipSync(`${'a.json'.padEnd(257, '\0')}ustar\0`), /tar archive: unpack it/],
  ['XML in it', 'rates.xml', '\ufeff<?xml version="1.0"?>\n<in-network/>', /XML, .* as JSON or CSV\.$/],
  [
    'the refusal of a server in it',
    'rates.json.gz',
    '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>',
    /server .* fetch it again by a new one\.$/,
  ],
  ['a web page in it', 'a_standardcharges.csv', '<!DOCTYPE html>\n<html></html>', /it is a web page/],
  [
    'sheets in it',
    'standardcharges.xlsx',
    zip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
    ]),
    /it is a spreadsheet: save its table as CSV\.$/,
  ],
  [
    'the letters of an older office program',
    'standardcharges.xls',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
    /older office program, .*: save its table as CSV\.$/,
  ],
  [
    'the letters of a PDF',
    'layout.pdf',
    '%PDF-1.6 synthetic',
    /it is a PDF, which is read by people only\.$/,
  ],
  ['no member', 'CLFS_Q2V1.zip', zip([]), /CLFS_Q2V1\.zip: There is nothing to load/],
];

test.each(fromNothing)('a file with %s is named, and nothing is made', async (_, name, content, says) => {
  const trial = loading();
  const message = await trial.failure([trial.put(name, content)]);
  expect(message).toMatch(says);
  expect(message).toMatch(new RegExp(`^${name}: There is nothing to load: `));
});

test('a folder without files is named', async () => {
  const trial = loading();
  const folder = dirname(trial.put('downloads/.hidden', 'never'));
  expect(await trial.failure([folder])).toMatch(/^downloads: There is no file in it\. Correct the path\.$/);
});

test('a pipe is refused, as it could not be read twice', async () => {
  const trial = loading();
  const pipe = `${dirname(trial.put('a', ''))}/pipe`;
  execFileSync('mkfifo', [pipe]);
  expect(await trial.failure([pipe])).toMatch(/^pipe: This is neither a file nor a folder\./);
});

test('a whole release with a heading and no row is taken for cut short', slow, async () => {
  const trial = loading();
  expect(await trial.failure([trial.put('CLFS_Q2V1.csv', heading)])).toMatch(
    /^CLFS_Q2V1\.csv: There is not one row under its heading\./,
  );
});

test('of rows that are left out a release may be made altogether', slow, async () => {
  const trial = loading();
  const report = await trial.load([trial.put('CLFS_Q2V1.csv', fees)], { codes: ['99901'] });
  expect(report.build?.brought).toMatchObject([{ kept: 0, skipped: { 'code not among those wanted': 1 } }]);
});

test('a line that goes on and on is refused before anything is built', slow, async () => {
  const trial = loading();
  const heard: string[] = [];
  const endless = trial.put('CLFS_Q2V1.csv', `${fees}2026,${'8'.repeat(17 * 1024 * 1024)}`);
  expect(await trial.failure([endless], { log: (line) => heard.push(line) })).toBe(
    'CLFS_Q2V1.csv:4: This line is longer than 16777216 characters, which is no line of a known format.',
  );
  expect(heard).toEqual([]);
});
