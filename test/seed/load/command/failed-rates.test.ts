/** The rates of a load that fails: what was stored of its first files is removed, but not from a store that others may read. All of it synthetic. */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loading } from '../../kit/loading.ts';
import { inNetwork } from '../../kit/publishing.ts';

const { text } = inNetwork({ payer: 'Synthetic', day: '2025-11-01', path: 'a.json' }, { 77092: 10 });

/** Puts a whole file and one that is cut short, which is read after it. */
function twoFiles(trial: ReturnType<typeof loading>): readonly string[] {
  const other = inNetwork({ payer: 'Synthetic Two', day: '2025-11-01', path: 'b.json' }, { 77092: 11 });
  return [trial.put('a.json', text), trial.put('b.json', other.text.slice(0, -4))];
}

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

test('leave nothing beside the database', async () => {
  const trial = loading();
  expect(await trial.failure(twoFiles(trial))).toContain('b.json');
  expect(namesIn(`${trial.database}.rates`)).toEqual([]);
});

test('stay, seen by nobody, in a store that is named: another database may rest on them', async () => {
  const trial = loading();
  const rates = join(dirname(trial.database), 'shared');
  expect(await trial.failure(twoFiles(trial), { rates })).toContain('b.json');
  expect(namesIn(rates)).toEqual([expect.stringMatching(/^[0-9a-f]{12}\.sqlite$/)]);
});
