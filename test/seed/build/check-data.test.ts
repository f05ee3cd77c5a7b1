/** `npm run check:data` as a user meets it. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, inject, test } from 'vitest';
import { temporaryFolder } from '../../src/kit/fixture.ts';

const root = join(import.meta.dirname, '../../..');

function checked(database: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'seed/check-data.ts')], {
    env: { ...process.env, DATABASE: database },
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter(Boolean), stderr };
}

test('on the seeded database every rule is tried and holds', () => {
  const rules = readdirSync(join(root, 'db/findings/checks')).filter((name) => name.endsWith('.sql'));
  const { status, lines } = checked(inject('database'));
  expect(status).toBe(0);
  expect(lines.map((line) => line.replace(/:.*/, ''))).toEqual(
    rules.sort().map((name) => `holds  ${name.replace('.sql', '')}`),
  );
});

test('a row that breaks one is named, and the command fails', () => {
  const file = join(temporaryFolder(), 'broken.sqlite');
  copyFileSync(inject('database'), file);
  const database = new Database(file);
  database.pragma('foreign_keys = off');
  const { id } = database.prepare('select id from coverage_row order by id').get() as { id: string };
  database.prepare("update coverage_row set payer_id = 'Payer:nobody' where id = ?").run(id);
  database.close();
  const { status, lines } = checked(file);
  expect(status).toBe(1);
  expect(lines.filter((line) => line.startsWith('BROKEN'))).toEqual([
    expect.stringMatching(/^BROKEN foreign-keys: Every reference/),
  ]);
  expect(lines.join('\n')).toContain('coverage_row: refers to a row of payer that is not there');
});

test('a database that is not there is said to be missing', () => {
  expect(checked(join(temporaryFolder(), 'none.sqlite'))).toMatchObject({
    status: 1,
    lines: [],
    stderr: expect.stringMatching(/^There is no database at .*none\.sqlite\. Build it anew/),
  });
});
