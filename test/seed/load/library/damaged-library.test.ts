/** A library that was damaged: the file is named with the way out, the served graph stays, and the way out works. Everything here is synthetic. */

import { globSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRelease } from '../../../../db/release/release.ts';
import { build } from '../../../../seed/build/build.ts';
import { loading } from '../../kit/loading.ts';
import { exported } from '../../kit/mcd-export.ts';

/** Each builds the whole database several times. */
const slow = { timeout: 120_000 };
const fees = (code: string) =>
  `SYNTHETIC laboratory fees 2026\r\nYEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\r\n2026,${code},,20260101,N,10.50,SYNTH\r\n`;

const damages: readonly (readonly [
  what: string,
  ending: string,
  damage: (path: string) => void,
  says: RegExp,
])[] = [
  [
    'a file is cut short',
    'zst',
    (path) => truncateSync(path, 60),
    /zst: This is what was kept of \S*a_Q2V1\.csv and cannot be read: unexpected end/,
  ],
  ['a file is gone', 'zst', (path) => rmSync(path), /zst: This is what was kept of .* no such file/],
  [
    'a zip is cut short',
    'zip',
    (path) => truncateSync(path, 100),
    /zip: This is what was kept of .*cannot be read: /,
  ],
  [
    'what tells of a file is no JSON',
    'json',
    (path) => writeFileSync(path, '{'),
    /json: This is to tell what was loaded and cannot be read: /,
  ],
  [
    'what tells of a file lacks something',
    'json',
    (path) => writeFileSync(path, '{"format":"clfs"}'),
    /json: This is to tell what was loaded .*expected string.* Delete it,/,
  ],
];

test.each(damages)(
  'where %s, that is said, nothing is changed, and loading it anew helps',
  slow,
  async (_, ending, damage, says) => {
    const trial = loading();
    const paths = [trial.put('a_Q2V1.csv', fees('80047')), trial.put('b.zip', exported())];
    await trial.load([paths[ending === 'zip' ? 1 : 0] ?? '']);
    const library = `${trial.database}.loads`;
    const [damaged = ''] = globSync(`*.${ending}`, { cwd: library });
    const before = readFileSync(trial.database);
    damage(join(library, damaged));
    // What was kept is read again by a build, not by another load; what tells of it is read by both.
    const outcome = await build({ database: trial.database, log: () => {} }).catch((error: unknown) => error);
    const message = outcome instanceof Error ? outcome.message : '';
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
    expect(readFileSync(trial.database).equals(before)).toBe(true);
    for (const name of globSync('*.json', { cwd: library })) rmSync(join(library, name));
    const { loaded } = await trial.load(paths);
    expect(loaded).toHaveLength(2);
    openRelease(trial.database).close();
  },
);
