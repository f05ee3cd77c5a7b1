/** The rules that the data was held against: all of them, with no offender, and when. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, release } from '../../kit/graph.ts';

const folder = join(import.meta.dirname, '../../../db/findings/checks');

interface Invariant {
  readonly name: string;
  readonly statement: string;
  readonly offenders: number;
  readonly ranAt: string;
}

test('every rule is listed once, in the order of names, with its sentence', async () => {
  const { invariants } = await ask<{ invariants: Invariant[] }>('{ invariants { name statement } }');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  expect(files.length).toBeGreaterThan(10);
  expect(invariants).toEqual(
    files.map((file) => ({
      name: file.replace('.sql', ''),
      statement: readFileSync(join(folder, file), 'utf8').split('\n')[0]?.replace('-- ', ''),
    })),
  );
});

test('a release that is served breaks none, and says when that was found', async () => {
  const { invariants } = await ask<{ invariants: Invariant[] }>('{ invariants { offenders ranAt } }');
  for (const found of invariants) expect(found).toEqual({ offenders: 0, ranAt: release.info.builtAt });
});
