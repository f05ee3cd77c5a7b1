/** What is no official file, and what is no place for one: said so, and left as it was. Everything here is synthetic. */

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../seed/build.ts';
import { type Loading, loading } from './loading.ts';

/** Some build the whole database. */
const slow = { timeout: 120_000 };
const heading = 'SYNTHETIC laboratory fees 2026\r\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\r\n';
const fees = `${heading}2026,80047,,20260101,N,10.50,SYNTH\r\n`;

const filesBeside = ({ database }: Loading) => readdirSync(dirname(database)).sort();

test('a file that is not ours is built over by neither a load nor a build', slow, async () => {
  const trial = loading();
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
  const trial = loading();
  mkdirSync(trial.database, { recursive: true });
  expect(await trial.failure([trial.put('CLFS_Q2V1.csv', fees)])).toMatch(/is not a Coverage Graph database/);
  expect(filesBeside(trial)).toEqual(['coverage.sqlite']);
});
