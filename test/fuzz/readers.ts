/**
 * Reads mutated files as a load does, without the building of a database: each is refused by an error that names the file, or accepted
 * with no row lost and no number that cannot be.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import fc from 'fast-check';
import { type Found, find } from '../../seed/load/files/find.ts';
import { type Encoding, FileError, NotUtf8 } from '../../seed/load/format/file.ts';
import type { Extracted } from '../../seed/load/format/format.ts';
import { leftOut } from '../../seed/load/format/row-log.ts';
import { noNotes, readingOf } from '../../seed/load/library/reader-context.ts';
import { missingOption, register } from '../../seed/load/library/register.ts';
import { type FeeFileRow, feeCsv, feeText } from '../seed/kit/fee-file.ts';
import { each, type FuzzRun, type Ledger } from './faults.ts';
import { mutated } from './mutations.ts';

interface Original {
  readonly name: string;
  readonly bytes: Buffer;
}

/** In bytes: a larger file takes so long that few mutations of it would be tried. */
const largest = 150_000;

/** Milliseconds that the reading of so small a file may take on a slow machine. */
const longestMs = 20_000;

export async function fuzzReaders(run: FuzzRun, official: string | undefined, found: Ledger): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-fuzz-'));
  const files = official ? realFiles(official) : ownFiles();
  const before = new Map<string, Outcome>();
  for (const file of files) before.set(file.name, await outcomeOf(folder, file.name, file.bytes));
  const readable = files.filter(({ name }) => before.get(name)?.kind === 'accepted');
  found.count(`files: ${readable.length} of ${files.length}, ${official ? 'real' : 'synthetic'}`);
  await each(run, async (seed) => {
    const original = readable[seed % readable.length];
    if (!original) return;
    const [change] = fc.sample(mutated(original.bytes), { seed, numRuns: 1 });
    if (!change || change.bytes.equals(original.bytes)) return;
    const begun = performance.now();
    const after = await outcomeOf(folder, original.name, change.bytes);
    found.count(after.kind);
    const fault = (what: string) => found.fault(seed, `${original.name}, ${change.how}: ${what}`);
    if (performance.now() - begun > longestMs) fault(`took ${Math.round(performance.now() - begun)} ms`);
    if (after.kind === 'broken') fault(after.problem);
    const was = before.get(original.name);
    if (after.kind !== 'accepted' || was?.kind !== 'accepted') return;
    const impossible = after.impossible.filter((one) => !was.impossible.includes(one));
    if (impossible.length > 0) fault(`accepted without a word: ${impossible.slice(0, 3).join('; ')}`);
  });
  rmSync(folder, { recursive: true });
}

type Outcome =
  | { readonly kind: 'accepted'; readonly impossible: readonly string[] }
  | { readonly kind: 'refused' | 'not recognised' }
  | { readonly kind: 'broken'; readonly problem: string };

async function outcomeOf(folder: string, name: string, bytes: Buffer): Promise<Outcome> {
  const path = join(folder, basename(name));
  writeFileSync(path, bytes);
  try {
    const { found } = await find([path], undefined);
    if (found.length === 0) return { kind: 'not recognised' };
    const impossible: string[] = [];
    for (const each of found) {
      if (missingOption(each, {}) !== undefined) return { kind: 'not recognised' };
      impossible.push(...(await statedBy(each)));
    }
    return { kind: 'accepted', impossible };
  } catch (error) {
    if (error instanceof FileError && error.message.includes(basename(name))) return { kind: 'refused' };
    return {
      kind: 'broken',
      problem: error instanceof Error ? `${error.name}: ${error.stack}` : String(error),
    };
  } finally {
    rmSync(path, { force: true });
  }
}

/** What a file states that cannot be: a number below zero, a text with a NUL. */
async function statedBy(each: Found): Promise<readonly string[]> {
  const read = async (encoding: Encoding) => {
    const loaded = await register(each, {}, '2026-11-25T12:00:00Z');
    const notes = noNotes();
    const reading = readingOf(loaded, notes, { identify: () => {} });
    const impossible = new Set<string>();
    for await (const item of each.format.read(each.candidate.as(encoding), reading)) {
      for (const [column, value] of Object.entries(valuesOf(item))) {
        if (typeof value === 'number' && value < 0) impossible.add(`${column} is negative`);
        if (typeof value === 'string' && value.includes('\0')) impossible.add(`${column} has a NUL`);
      }
      if (!each.format.distils && item.kind !== 'edits') reading.rows.cites(item.line, true);
    }
    reading.rows.ends();
    const { read, kept, joined, unaccounted } = notes;
    if (unaccounted > 0 || read !== kept + joined + leftOut(notes))
      throw new Error(`The rows do not add up: ${JSON.stringify(notes)}`);
    return [...impossible];
  };
  try {
    return await read('utf-8');
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return await read('windows-1252');
  }
}

function valuesOf(item: Extracted): object {
  if (item.kind === 'statement') return item.values;
  return item.kind === 'entity' ? item.row : {};
}

/** The real files that are small enough, by their paths. */
function realFiles(folder: string): readonly Original[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .filter((name) => /\.(?:csv|txt|json|zip|gz)$/.test(name) && !/schemas?\//.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
    .map((path) => ({ name: relative(folder, path), bytes: readFileSync(path) }));
}

/** Synthetic files of the tests, where no real ones are at hand. */
function ownFiles(): readonly Original[] {
  const rows: FeeFileRow[] = [{ code: '77080' }, { code: '77080', modifier: '26' }, { code: '77081' }];
  return [
    { name: 'PPRRVU2025_Oct.csv', bytes: Buffer.from(feeCsv(rows)) },
    { name: 'PPRRVU2025_Oct.txt', bytes: Buffer.from(feeText(rows)) },
  ];
}
