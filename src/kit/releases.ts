/** Keeps the served release, and replaces it by a new one without affecting requests. */

import { stat } from 'node:fs/promises';
import { ReleaseError } from '../../db/kit/errors.ts';
import { changeTimesOf } from '../../db/release/epoch.ts';
import { openRelease, type Release } from '../../db/release/release.ts';
import { openChecked } from './check-release.ts';
import { describeError, type Log } from './log.ts';
import { watchSql } from './watch-sql.ts';

/** A release leased to one request; it stays open until `end`, further calls of which do nothing. */
export interface Lease {
  readonly release: Release;
  end(): void;
}

/** The releases of one database file. */
export interface Releases {
  /** Leases the current release to a request; undefined when there is none yet. */
  lease(): Lease | undefined;
  /** Checks the file now; serves it if it is new and valid. Never throws: an invalid file is logged and not used. */
  check(): Promise<void>;
  /** Calls the listener whenever another release is served, until the returned function is called. */
  onSwap(listener: () => void): () => void;
  /** Stops checking, and closes the release as soon as no request has a lease. */
  close(): void;
}

interface OpenRelease {
  readonly release: Release;
  readonly file: string;
  holders: number;
  retired: boolean;
}

/** Starts to serve a file, and checks every `pollMs` milliseconds, and on SIGHUP, whether it was replaced. */
export async function openReleases(options: { file: string; pollMs: number; log: Log }): Promise<Releases> {
  const { file, log } = options;
  let current: OpenRelease | undefined;
  /** The state of the file at the last check, so that an invalid file is logged once. */
  let seen = '';
  const listeners = new Set<() => void>();

  async function check(): Promise<void> {
    const state = await fileState(file);
    if (state === seen) return;
    seen = state;
    try {
      // Nobody waits for the first check, and later ones must not make anybody wait.
      const release = current ? await openChecked(file) : openRelease(file);
      changeTimesOf(release);
      watchSql(release.store);
      const next: OpenRelease = { release, file: state, holders: 0, retired: false };
      const last = current;
      current = next;
      if (last) retire(last);
      log({ level: 'info', event: 'release opened', release: next.release.info.hash });
      for (const listener of [...listeners]) listener();
    } catch (error) {
      const kept = current?.release.info.hash;
      const facts = error instanceof ReleaseError ? { message: error.message } : describeError(error);
      log({ level: 'error', event: 'release refused', ...(kept && { kept }), ...facts });
    }
  }

  // One check at a time: a slow one must not be overtaken by the next, which would open the same file twice.
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(check);
    return looking;
  };
  const timer = setInterval(look, options.pollMs);
  timer.unref();
  process.on('SIGHUP', look);
  await look();

  return {
    lease() {
      const open = current;
      if (!open) return undefined;
      open.holders += 1;
      let ended = false;
      const end = () => {
        if (ended) return;
        ended = true;
        open.holders -= 1;
        closeIfUnused(open);
      };
      return { release: open.release, end };
    },
    check: look,
    onSwap(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      clearInterval(timer);
      process.off('SIGHUP', look);
      if (current) retire(current);
      current = undefined;
    },
  };
}

function retire(open: OpenRelease): void {
  open.retired = true;
  closeIfUnused(open);
}

function closeIfUnused(open: OpenRelease): void {
  if (open.retired && open.holders === 0) open.release.close();
}

/** A text that changes whenever the file at the path is replaced: a rename brings another inode. */
async function fileState(file: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return 'missing';
  }
}
