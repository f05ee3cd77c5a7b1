/** The server's own copies of a database file: checked once, then served and never written to, whatever becomes of the file. */

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { constants, copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { ReleaseError } from '../../db/kit/errors.ts';
import { holdLock } from '../../db/kit/store.ts';
import { programHash } from '../../db/release/program-hash.ts';
import type { Checked } from './check-release.ts';

/** A copy of a file that was found whole. */
export interface Snapshot extends Checked {
  readonly file: string;
}

/** What is written beside a copy that was found whole; a copy without it is none. */
interface Seal extends Checked {
  /** The program that found it whole. */
  readonly program: string;
  /** The state of the copy, so that one that somebody wrote to is no longer trusted. */
  readonly state: string;
}

/** The file was written to while it was copied. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
}

/** No copy can be made, such as in a folder that cannot be written. */
export class NoCopyError extends Error {
  override readonly name = 'NoCopyError';
}

/** The state of a file: `text` changes whenever it is replaced or written to, `identity` when it is replaced; undefined where it is missing. */
export interface FileState {
  readonly identity: string | undefined;
  readonly text: string;
}

/** Milliseconds between looks at whether another process has finished its copy. */
const waitMs = 50;

/** Milliseconds for which older copies stay: processes that serve one may not have looked at the file since. */
const graceMs = 60_000;

/** Where the copies of a file are: beside it, as there they may share its blocks. */
export function copiesOf(file: string): string {
  return `${file}.served`;
}

/** The state of a file now. */
export async function fileState(file: string): Promise<FileState> {
  try {
    const { ino, birthtimeMs, mtimeMs, ctimeMs, size } = await stat(file);
    // The number of a file that is gone is given to another one.
    const identity = `${ino} ${birthtimeMs}`;
    return { identity, text: `${identity} ${mtimeMs} ${ctimeMs} ${size}` };
  } catch {
    return { identity: undefined, text: 'missing' };
  }
}

/**
 * The copy of a file in its present state: the one that is there already, else a new one, which `check` reads whole and refuses by
 * a ReleaseError. Processes that serve one file share its copies. Throws ChangedError and NoCopyError.
 */
export async function takeSnapshot(
  file: string,
  check: (copy: string) => Promise<Checked>,
): Promise<Snapshot> {
  const { text: state, identity } = await fileState(file);
  if (identity === undefined) throw new ReleaseError(`There is no database at ${file}.`);
  const copy = copyOf(file, state);
  const found = sealed(copy);
  if (found) return found;
  const letGo = await lockOf(file);
  try {
    return sealed(copy) ?? (await made(file, state, copy, check));
  } finally {
    letGo();
  }
}

/** The copy of a file in its present state, where there is one: what it says of the file need not be read from it again. */
export async function snapshotOf(file: string): Promise<Snapshot | undefined> {
  return sealed(copyOf(file, (await fileState(file)).text));
}

function copyOf(file: string, state: string): string {
  return join(copiesOf(file), `${createHash('sha256').update(state).digest('hex').slice(0, 16)}.sqlite`);
}

/** The last copy that was found whole, by this program; undefined where there is none. */
export async function lastSnapshot(file: string): Promise<Snapshot | undefined> {
  const copies = await copiesIn(copiesOf(file));
  const found = copies.flatMap((copy) => sealed(copy) ?? []);
  const times = new Map(found.map((one) => [one, statSync(sealOf(one.file)).mtimeMs]));
  return found.toSorted((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0))[0];
}

/** Removes what older copies and killed processes left, once the one that is served has been there for a minute. */
export async function removeOlder(file: string, served: string): Promise<void> {
  const folder = copiesOf(file);
  const names = await readdir(folder).catch(() => []);
  const kept = new Set([served, sealOf(served), join(folder, 'lock')]);
  const older = names.map((name) => join(folder, name)).filter((path) => !kept.has(path));
  if (older.length === 0) return;
  const seal = await stat(sealOf(served)).catch(() => undefined);
  if (!seal || Date.now() - seal.mtimeMs < graceMs) return;
  const letGo = holdLock(join(folder, 'lock'));
  if (!letGo) return;
  // Where one is still open and cannot be removed for that, it is the next time.
  await Promise.all(older.map((path) => rm(path, { force: true }).catch(() => {})));
  letGo();
}

async function made(
  file: string,
  state: string,
  copy: string,
  check: (copy: string) => Promise<Checked>,
): Promise<Snapshot> {
  const draft = `${copy}.draft`;
  try {
    await orNoCopy(async () => {
      await copyFile(file, draft, constants.COPYFILE_FICLONE);
      await flush(draft);
    });
    if ((await fileState(file)).text !== state)
      throw new ChangedError(`${file} changed while it was copied.`);
    const checked = await check(draft);
    return await orNoCopy(async () => {
      await rename(draft, copy);
      const seal: Seal = { ...checked, program: programHash(), state: stateOfCopy(copy) };
      await writeFile(`${sealOf(copy)}.draft`, JSON.stringify(seal));
      await rename(`${sealOf(copy)}.draft`, sealOf(copy));
      return { ...checked, file: copy };
    });
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    // Who reads it knows the file, and not its copy.
    if (error instanceof ReleaseError) throw new ReleaseError(error.message.replaceAll(draft, file));
    throw error;
  }
}

/** Waits for the turn of this process to copy; a process that is killed lets go. */
async function lockOf(file: string): Promise<() => void> {
  return orNoCopy(async () => {
    const folder = copiesOf(file);
    await mkdir(folder, { recursive: true });
    for (;;) {
      const letGo = holdLock(join(folder, 'lock'));
      if (letGo) return letGo;
      await after(waitMs);
    }
  });
}

async function orNoCopy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new NoCopyError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Flushes the content of a file, or the names in a folder, to disk, and has nobody wait for that. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

const sealOf = (copy: string) => `${copy}.json`;

function stateOfCopy(copy: string): string {
  const { ino, size, mtimeMs } = statSync(copy);
  return `${ino} ${size} ${mtimeMs}`;
}

/** A copy with what its seal says; undefined where it has none, or is not as it was sealed. */
function sealed(copy: string): Snapshot | undefined {
  try {
    const { program, state, info, changeTimes } = JSON.parse(readFileSync(sealOf(copy), 'utf8')) as Seal;
    if (program !== programHash() || state !== stateOfCopy(copy)) return undefined;
    return { file: copy, info, changeTimes };
  } catch {
    return undefined;
  }
}

async function copiesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.sqlite')).map((name) => join(folder, name));
}
