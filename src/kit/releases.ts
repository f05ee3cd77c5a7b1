/** Keeps the release that is served, and changes it for a new one without a request noticing. */

import { stat } from 'node:fs/promises';
import { ReleaseError } from '../../db/kit/errors.ts';
import { turningsOf } from '../../db/release/epoch.ts';
import { openRelease, type Release } from '../../db/release/release.ts';
import { describeError, type Log } from './log.ts';

/** A release held by one request; it stays open until `end`, which may be called again in vain. */
export interface Lease {
  readonly release: Release;
  end(): void;
}

/** The releases of one database file. */
export interface Releases {
  /** Holds the current release for a request; undefined when there is none yet. */
  lease(): Lease | undefined;
  /** Looks at the file now; serves it if it is new and whole. Never throws: a bad file is logged and left. */
  check(): Promise<void>;
  /** Calls the listener whenever another release is served, until the returned function is called. */
  onSwap(listener: () => void): () => void;
  /** Stops looking and closes the release as soon as no request holds it. */
  close(): void;
}

interface Held {
  readonly release: Release;
  readonly file: string;
  holders: number;
  retired: boolean;
}

/** Starts to serve a file and looks every `pollMs` milliseconds, and on SIGHUP, whether it was replaced. */
export async function openReleases(options: { file: string; pollMs: number; log: Log }): Promise<Releases> {
  const { file, log } = options;
  let current: Held | undefined;
  /** The state of the file that was looked at last, good or bad, so that a bad one is logged once. */
  let seen = '';
  const listeners = new Set<() => void>();

  async function check(): Promise<void> {
    const state = await fileState(file);
    if (state === seen) return;
    seen = state;
    try {
      const next: Held = { release: openRelease(file), file: state, holders: 0, retired: false };
      turningsOf(next.release);
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

  // One look at a time: a slow one must not be overtaken by the next and open the same file twice.
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
      const held = current;
      if (!held) return undefined;
      held.holders += 1;
      let ended = false;
      const end = () => {
        if (ended) return;
        ended = true;
        held.holders -= 1;
        closeIfUnused(held);
      };
      return { release: held.release, end };
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

function retire(held: Held): void {
  held.retired = true;
  closeIfUnused(held);
}

function closeIfUnused(held: Held): void {
  if (held.retired && held.holders === 0) held.release.close();
}

/** Changes whenever another file stands at the path: a rename brings another inode. */
async function fileState(file: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch {
    return 'missing';
  }
}
