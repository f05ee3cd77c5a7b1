/**
 * Follows an address: what is there is fetched beside the file that is served, found whole, opened, and only then renamed into its
 * place. Whatever happens there, the last good release stays here. Of several processes one fetches; all see what it renames.
 */

import { statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ReleaseError } from '../../db/kit/errors.ts';
import { holdLock } from '../../db/kit/store.ts';
import { sha256Of } from '../../db/release/image.ts';
import { discardPart, goesOn, transfer, type Validators } from '../../seed/load/fetch/transfer.ts';
import { Unreachable } from '../../seed/load/fetch/unreachable.ts';
import { checkElsewhere } from '../kit/check-release.ts';
import type { Log } from '../kit/log.ts';
import type { FoundWhole } from '../kit/releases.ts';
import { fileState, flush } from '../kit/snapshot.ts';
import { pauseMs } from './pace.ts';
import { begun, type FollowRecord, keepRecord, recordBeside } from './record.ts';
import { type FollowState, stateOf } from './state.ts';
import { storeAt } from './store.ts';

/** What came of one look at the address. */
export type LookOutcome = 'unchanged' | 'taken' | 'refused' | 'failed';

/** What is followed, and how. */
export interface FollowOptions {
  readonly address: URL;
  /** Where what is there is kept; its folder can be written. */
  readonly file: string;
  /** Sent as `Authorization: Bearer`; none where it is empty. */
  readonly token: string;
  /** Milliseconds between two looks, a tenth more or less. */
  readonly pollMs: number;
  readonly log: Log;
  /** Is called when another release is in place. */
  readonly placed: (found: FoundWhole) => Promise<void>;
  /** Is called after each look. */
  readonly looked?: ((outcome: LookOutcome) => void) | undefined;
}

/** Follows until it is closed. */
export interface Follower {
  /** How what is here compares with what is there, whichever process fetches. */
  state(): FollowState;
  close(): void;
}

/** Begins to follow, with a look at once, and one on SIGHUP. */
export function follow({ address, file, pollMs, log, ...options }: FollowOptions): Follower {
  const closing = new AbortController();
  const store = storeAt(address, options.token, closing.signal);
  const draft = `${file}.draft`;
  /** Lets another process fetch; undefined while one does. */
  let letGo: (() => void) | undefined;
  let record: FollowRecord | undefined;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function note(before: FollowRecord, more: Partial<FollowRecord>): FollowRecord {
    record = { ...before, ...more };
    keepRecord(file, record);
    return record;
  }

  async function look(): Promise<LookOutcome | undefined> {
    letGo ??= holdLock(`${file}.lock`);
    if (!letGo) return undefined;
    const { text: state } = await fileState(file);
    const before = record?.file === state ? record : begun(file, store.shown, state);
    try {
      const found = await transfer(store, store.shown, draft, before.last ?? undefined, {
        begins: (bytes) => void note(before, { fetching: { bytes: bytes ?? null }, failing: null }),
        came: () => {},
      });
      const outcome = found ? await take(found, before) : unchanged(before);
      if (before.failing !== null)
        log({ level: 'info', event: 'address reached again', address: store.shown, failures });
      failures = outcome === 'refused' && !hasTag(found) ? failures + 1 : 0;
      return outcome;
    } catch (error) {
      if (closing.signal.aborted) return undefined;
      failures += 1;
      const failing = problemOf(error);
      if (failing !== before.failing)
        log({ level: 'warn', event: 'address not reached', address: store.shown, message: failing });
      note(before, { failing, fetching: null });
      return 'failed';
    }
  }

  function unchanged(before: FollowRecord): LookOutcome {
    const isCurrent = before.refused === null;
    note(before, {
      failing: null,
      fetching: null,
      ...(isCurrent && { currentAt: new Date().toISOString() }),
    });
    return 'unchanged';
  }

  /** Puts what was fetched in place, or refuses it. */
  async function take(found: Validators, before: FollowRecord): Promise<LookOutcome> {
    const stated = store.sha256();
    if (stated !== undefined && stated !== (await sha256Of(draft))) {
      discardPart(draft);
      throw new Error('What came has another SHA-256 than the store states. It is fetched anew.');
    }
    await flush(draft);
    const settled = { failing: null, fetching: null, last: found };
    const bytes = statSync(draft).size;
    try {
      const checked = await checkElsewhere(draft);
      if (closing.signal.aborted) throw closing.signal.reason;
      await rename(draft, file);
      await flush(dirname(file));
      const { text } = await fileState(file);
      note(before, { ...settled, file: text, refused: null, currentAt: new Date().toISOString() });
      log({
        level: 'info',
        event: 'release fetched',
        address: store.shown,
        bytes,
        release: checked.info.hash,
      });
      await options.placed({ state: text, checked });
      return 'taken';
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error;
      discardPart(draft);
      const refused = error.message.replaceAll(draft, `What is at ${store.shown}`);
      note(before, { ...settled, refused, ...(!hasTag(found) && { last: null }) });
      log({
        level: 'error',
        event: 'fetched release refused',
        address: store.shown,
        bytes,
        message: refused,
      });
      return 'refused';
    }
  }

  let looking = Promise.resolve();
  const lookNow = () => {
    looking = looking.then(async () => {
      clearTimeout(timer);
      const outcome = await look().catch(() => 'failed' as const); // what cannot even be noted, such as on a full disk
      if (closing.signal.aborted) return;
      if (outcome) options.looked?.(outcome);
      timer = setTimeout(lookNow, letGo ? pauseMs(pollMs, failures) : pollMs);
      timer.unref();
    });
  };
  process.on('SIGHUP', lookNow);
  lookNow();

  return {
    state() {
      const known = letGo ? record : recordBeside(file, store.shown);
      return stateOf(store.shown, known, statSync(draft, { throwIfNoEntry: false })?.size);
    },
    close() {
      process.off('SIGHUP', lookNow);
      closing.abort();
      clearTimeout(timer);
      letGo?.();
    },
  };
}

/** Whether the next answer can tell that nothing changed: a time in seconds is the same for two files of one second. */
const hasTag = (found: Validators | undefined): boolean => found?.etag !== null;

function problemOf(error: unknown): string {
  if (error instanceof Unreachable) return error.problem.replace(goesOn, '').trim();
  return error instanceof Error ? error.message : String(error);
}
