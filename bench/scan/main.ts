/** Measures how fast a payer's file of in-network rates is read for chosen codes, as ratios to scans that extract far less. */

import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { median } from '../load.ts';
import type { Taken } from './child.ts';
import { rateFile } from './rate-file.ts';
import { type ReaderName, readers } from './readers.ts';

const { values: options } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
  },
});

const run = promisify(execFile);
const names = Object.keys(readers) as ReaderName[];

async function take(name: ReaderName, path: string): Promise<Taken> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'child.ts'), name, path]);
  return JSON.parse(stdout) as Taken;
}

const path = await rateFile(Number(options.megabytes), (sentence) => process.stderr.write(`${sentence}\n`));
const gigabytes = statSync(path).size / 1e9;
const taken: Record<ReaderName, Taken[]> = { search: [], loop: [], ours: [] };
for (const name of names) await take(name, path);
for (let round = 0; round < Number(options.rounds); round += 1) {
  // The order rotates between rounds: a machine that slows down must not favour one reader.
  const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
  for (const name of order) taken[name].push(await take(name, path));
}

/** The speed of our reader relative to another one, over the rounds. */
function ratio(name: ReaderName, of: (taken: Taken) => number): string {
  const all = taken.ours
    .map((ours, round) => of(taken[name][round] ?? ours) / of(ours))
    .sort((a, b) => a - b);
  const [low = 0, high = 0] = [all.at(0), all.at(-1)];
  return `${median(all).toPrecision(2)} [${low.toPrecision(2)}–${high.toPrecision(2)}]`;
}

const lines = names.map((name) => {
  const cpu = median(taken[name].map(({ cpuSeconds }) => cpuSeconds)) / gigabytes;
  const seconds = median(taken[name].map((each) => each.seconds)) / gigabytes;
  const rss = Math.max(...taken[name].map(({ rssMegabytes }) => rssMegabytes));
  const ratios =
    name === 'ours' ? ['1', '1'] : [ratio(name, (t) => t.cpuSeconds), ratio(name, (t) => t.seconds)];
  return `| ${[name, cpu.toFixed(2), seconds.toFixed(2), ...ratios, Math.round(rss)].join(' | ')} |`;
});
process.stdout.write(
  [
    '| reader | CPU s/GB | s/GB | speed of ours, CPU | speed of ours, wall | peak RSS MB |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n'),
);
