/** Releases of pair edits of full size in the official layout. Codes are numbers without meaning, and every row is synthetic. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, randomFrom } from '../random.ts';

/** A release of one table. */
export interface EditRelease {
  readonly table: 'ccipra' | 'ccioph';
  /** As in file names: 322 is the release of the third quarter of 2026. */
  readonly version: number;
  readonly rows: number;
  /** Whether it is the release of the next quarter: some rows are removed, some have ended, some are new. */
  readonly next: boolean;
}

/** The notice and the wrapped heading; the first line states that the file is synthetic. */
const heading = [
  'Synthetic: no row of this file is of CMS.\t\t\t\t\t\t',
  'Column1/Column2 Edits\t\t\t\t\t\t',
  'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
  '\t\tprior to 1996\tDate\tDate\t0=not allowed\t',
  '\t\t\t\t*=no data\t1=allowed\t',
  '\t\t\t\t\t9=not applicable\t',
];

/** The number of codes in an official release. */
const codeCount = 12_200;
/** Codes that nearly every other is paired with, as 36591 and 99213 are. */
const popularCount = 12;
const parts = 4;
const firstYear = 1996;
const lastYear = 2026;

/** The codes of a release in their order: CPT, its categories II and III, HCPCS Level II. */
export function codesOf(): readonly string[] {
  const random = randomFrom(1);
  const codes = new Set<string>();
  while (codes.size < codeCount) {
    const number = random.below(100_000);
    const digits = (length: number) => String(number % 10 ** length).padStart(length, '0');
    const kind = number % 6;
    if (kind < 4) codes.add(digits(5));
    else if (kind === 4) codes.add(`${digits(4)}${random.pick(['T', 'U', 'F'])}`);
    else codes.add(`${random.pick(['A', 'C', 'G', 'J', 'L', 'Q'])}${digits(4)}`);
  }
  return [...codes].sort();
}

/** The codes that nearly every other code is paired with. */
export function popularOf(codes: readonly string[]): readonly string[] {
  return Array.from({ length: popularCount }, (_, i) => codes[(i + 1) * 900] ?? '');
}

/** What the edits of one code in column 1 share: most of them began, and ended, with a few releases. */
interface Habit {
  readonly from: readonly [string, ...string[]];
  readonly deletion: readonly [string, ...string[]];
  readonly rationale: readonly [string, ...string[]];
}

function habitOf(random: Random): Habit {
  const year = firstYear + random.below(lastYear - firstYear);
  const from = () =>
    `${year + random.below(lastYear - year)}${random.pick(['0101', '0401', '0701', '1001'])}`;
  const rationale = () => `Synthetic rationale ${random.below(12)}, as long as most of them are`;
  const deletion = () => `${lastYear - random.below(3)}${random.pick(['0331', '0630', '0930', '1231'])}`;
  return {
    from: [from(), from(), from()],
    deletion: [deletion(), deletion()],
    rationale: [rationale(), rationale()],
  };
}

/** The rows of a pair: as of the first quarter or, with `next`, of the one after it. */
function rowsOf(pair: string, habit: Habit, random: Random, next: boolean): readonly string[] {
  const from = random.pick(habit.from);
  const fate = random.below(100);
  let deletion = fate < 34 ? random.pick(habit.deletion) : fate < 36 ? from : '*';
  let indicator = fate >= 34 && fate < 36 ? '9' : random.pick(['0', '0', '1', '1', '1']);
  const rationale = random.pick(habit.rationale);
  const row = (...cells: readonly string[]) => `${pair}\t\t${cells.join('\t')}\t${rationale}`;
  // One in ten thousand is removed, some have ended or changed their modifier indicator, and one pair in a hundred came back.
  const change = random.below(10_000);
  if (!next) return [row(from, deletion, indicator)];
  if (change < 1) return [];
  if (change < 60 && deletion === '*') deletion = '20260930';
  else if (change < 70 && indicator !== '9') indicator = indicator === '0' ? '1' : '0';
  const rows = [row(from, deletion, indicator)];
  return change >= 9_900 ? [...rows, row('20261001', '*', '1')] : rows;
}

/** Writes a release as files of about equal size; returns their paths. */
export function writeRelease(folder: string, { table, version, rows, next }: EditRelease): readonly string[] {
  const codes = codesOf();
  const popular = popularOf(codes);
  const random = randomFrom(table === 'ccipra' ? 2 : 3);
  const paths = Array.from({ length: parts }, (_, i) => join(folder, `${table}-v${version}r0-f${i + 1}.txt`));
  let left = rows;
  let part = -1;
  let handle = -1;
  for (const [index, column1] of codes.entries()) {
    const due = Math.min(parts - 1, Math.floor(((rows - left) / rows) * parts));
    if (due > part) {
      if (handle >= 0) closeSync(handle);
      part = due;
      handle = openSync(paths[part] ?? '', 'w');
      writeSync(handle, `${heading.join('\r\n')}\r\n`);
    }
    // Most codes have few pairs and some have many; the last code takes what is left.
    const share = (left / (codes.length - index)) * (0.2 + random.below(161) / 100);
    const count = index === codes.length - 1 ? left : Math.min(left, Math.ceil(share), codeCount - 1);
    const others = new Set(popular.filter((code) => code !== column1 && random.below(10) < 8));
    while (others.size < count) {
      const other = codes[random.below(codes.length)] ?? '';
      if (other !== column1) others.add(other);
    }
    const pairs = [...others].slice(0, count).sort();
    left -= pairs.length;
    const habit = habitOf(random);
    const text = pairs.flatMap((column2) => rowsOf(`${column1}\t${column2}`, habit, random, next));
    if (text.length > 0) writeSync(handle, `${text.join('\r\n')}\r\n`);
  }
  closeSync(handle);
  return paths;
}
