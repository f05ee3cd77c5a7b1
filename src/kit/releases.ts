/** Keeps the served release, and replaces it by a new one without affecting requests. */

import { ReleaseError } from '../../db/kit/errors.ts';
import { type RateStore, RatesUnavailable } from '../../db/rates/rate-store.ts';
import { checkRates } from '../../db/rates/rates-of-release.ts';
import type { Release } from '../../db/release/release.ts';
import { type Checked, checkElsewhere, checkHere, openChecked } from './check-release.ts';
import { describeError, type Log } from './log.ts';
import {
  ChangedError,
  type FileState,
  fileState,
  lastSnapshot,
  NoCopyError,
  removeOlder,
  takeSnapshot,
} from './snapshot.ts';
import { watchSql } from './watch-sql.ts';

/** A release leased to one request; it stays open until `end`, further calls of which do nothing. */
export interface Lease {
  readonly release: Release;
  end(): void;
}

/** What a check found in a file, and the state in which it was. */
export interface FoundWhole {
  readonly state: string;
  readonly checked: Checked;
}

/** Why another release is served than that of the database file: it was refused, or is being written to. */
export type Behind = 'refused' | 'overwritten';

/** The releases of one database file, each served from a copy of it, whatever becomes of the file. */
export interface Releases {
  /** Leases the current release to a request; undefined when there is none yet. */
  lease(): Lease | undefined;
  /**
   * Looks at the file now; serves it if it is new and valid. Never throws: an invalid file is logged and not used. One that was
   * found whole already, in that state, is not read again.
   */
  check(found?: FoundWhole): Promise<void>;
  /** Why the release of the file is not the one that is served; undefined where it is. */
  behind(): Behind | undefined;
  /** Calls the listener whenever another release is served, until the returned function is called. */
  onSwap(listener: () => void): () => void;
  /** Stops checking, and closes the release as soon as no request has a lease. */
  close(): void;
}

interface OpenRelease {
  readonly release: Release;
  holders: number;
  retired: boolean;
}

/**
 * Starts to serve a file, and checks every `pollMs` milliseconds, and on SIGHUP, whether it was replaced. Where it cannot be served
 * from the start, the last copy of it that could is.
 */
export async function openReleases(options: {
  file: string;
  pollMs: number;
  log: Log;
  /** Whether the file may be missing, as it is still to come. */
  awaited?: boolean;
  /** The store that has to have the rates of a release; left out where rates may be missing. */
  rates?: RateStore | undefined;
}): Promise<Releases> {
  const { file, log } = options;
  let current: OpenRelease | undefined;
  /** The state of the file that was last tried, so that an invalid file is logged once. */
  let tried: FileState = { identity: undefined, text: '' };
  /** The state of a file that is being overwritten, as last seen. */
  let overwritten: string | undefined;
  let behind: Behind | undefined;
  const listeners = new Set<() => void>();

  async function check(found?: FoundWhole): Promise<void> {
    const state = await fileState(file);
    if (state.text !== tried.text) {
      if (isBeingWritten(state)) return;
      tried = state;
      overwritten = undefined;
      await tryFile(found?.state === state.text ? found.checked : undefined);
    }
    if (current?.release.image) await removeOlder(file, current.release.image.file);
  }

  /** A file that is written in place is tried once it has stayed the same from one look to the next. */
  function isBeingWritten({ identity, text }: FileState): boolean {
    if (!current || identity === undefined || identity !== tried.identity || text === overwritten)
      return false;
    if (overwritten === undefined) {
      const message = `${file} is being overwritten in place. The last release is served meanwhile: rename a finished file to it instead.`;
      log({ level: 'warn', event: 'database overwritten', message });
    }
    overwritten = text;
    behind = 'overwritten';
    return true;
  }

  async function tryFile(checked: Checked | undefined): Promise<void> {
    if (options.awaited && tried.identity === undefined) {
      if (!current) await takeLast();
      return;
    }
    try {
      const release = await opened(checked);
      await checkRatesOf(release);
      take(release);
      behind = undefined;
    } catch (error) {
      behind = error instanceof ChangedError ? 'overwritten' : 'refused';
      if (!current) await takeLast();
      if (error instanceof ChangedError) {
        tried = { ...tried, text: '' };
        return;
      }
      const kept = current?.release.info.hash;
      const facts = error instanceof ReleaseError ? { message: error.message } : describeError(error);
      log({ level: 'error', event: 'release refused', ...(kept && { kept }), ...facts });
    }
  }

  async function opened(checked: Checked | undefined): Promise<Release> {
    // Nobody waits for the first check, and later ones must not make anybody wait.
    const check = current ? checkElsewhere : checkHere;
    const checkIt = async (file: string) => checked ?? check(file);
    try {
      const snapshot = await takeSnapshot(file, checkIt);
      return openChecked(snapshot.file, snapshot);
    } catch (error) {
      if (!(error instanceof NoCopyError)) throw error;
      const message = `${file} is served itself, as no copy of it can be made (${error.message}): rename a finished file to it, and never write to it.`;
      log({ level: 'warn', event: 'database not copied', message });
      return openChecked(file, await checkIt(file));
    }
  }

  /** Refuses a release whose rates are not all there. One of which that cannot be seen now is served: without them, and says so. */
  async function checkRatesOf(release: Release): Promise<void> {
    try {
      if (options.rates) await checkRates(release.store, options.rates);
    } catch (error) {
      if (error instanceof RatesUnavailable) {
        log({ level: 'warn', event: 'rates unavailable', message: error.message });
        return;
      }
      release.close();
      throw error;
    }
  }

  /** Where the file of a start cannot be served, the last one that could is. */
  async function takeLast(): Promise<void> {
    try {
      const snapshot = await lastSnapshot(file);
      if (snapshot) take(openChecked(snapshot.file, snapshot));
    } catch {
      // Then there is none, and what is logged is why the file cannot be served.
    }
  }

  function take(release: Release): void {
    watchSql(release.store);
    const last = current;
    current = { release, holders: 0, retired: false };
    if (last) retire(last);
    log({ level: 'info', event: 'release opened', release: release.info.hash });
    for (const listener of [...listeners]) listener();
  }

  // One check at a time: a slow one must not be overtaken by the next, which would open the same file twice.
  let looking = Promise.resolve();
  const look = (found?: FoundWhole) => {
    looking = looking
      .then(() => check(found))
      .catch((error: unknown) =>
        log({ level: 'error', event: 'release check failed', ...describeError(error) }),
      );
    return looking;
  };
  const lookNow = () => void look();
  const timer = setInterval(lookNow, options.pollMs);
  timer.unref();
  process.on('SIGHUP', lookNow);
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
    behind: () => behind,
    onSwap(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      clearInterval(timer);
      process.off('SIGHUP', lookNow);
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
