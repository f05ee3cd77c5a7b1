/** What a supervisor has to do next: worked out from the workers that there are, whatever happened to them. */

import type { Phase } from './messages.ts';

/** A worker as far as a plan depends on it. */
export interface PlannedWorker {
  readonly phase: Phase;
  /** Raised for workers to come when all are to be replaced. */
  readonly generation: number;
}

/** What is wanted. */
export interface WantedWorkers {
  readonly workers: number;
  readonly generation: number;
  /** Whether one has listened; until then there is one worker, which builds the database where it is missing. */
  readonly opened: boolean;
}

/** What is to be done now. */
export interface WorkerPlan<W> {
  /** Spares that begin to listen. */
  readonly turn: readonly W[];
  /** Workers that end, since their successor listens. */
  readonly leave: readonly W[];
  /** Workers of an earlier generation that never listened, and shall not. */
  readonly stop: readonly W[];
  /** How many processes are started. */
  readonly start: number;
}

/**
 * As many as are wanted listen, and one more waits as a spare, because a process takes seconds to load. Where there are
 * workers of an earlier generation, one of them at a time leaves, after its successor has begun to listen.
 */
export function planOf<W extends PlannedWorker>(workers: readonly W[], wanted: WantedWorkers): WorkerPlan<W> {
  const most = wanted.opened ? wanted.workers : 1;
  const staying = workers.filter(({ phase }) => phase !== 'leaving');
  const [fresh = [], stale = []] = [true, false].map((isFresh) =>
    staying.filter(({ generation }) => (generation === wanted.generation) === isFresh),
  );
  const replacing = stale.some(listens);
  const nobodyLeaves = staying.length === workers.length;
  const places = most + (replacing && nobodyLeaves ? 1 : 0) - staying.filter(listens).length;
  const turn = fresh.filter(({ phase }) => phase === 'spare').slice(0, Math.max(0, places));
  const surplus = staying.filter(({ phase }) => phase === 'ready').length > most;
  return {
    turn,
    leave: surplus && nobodyLeaves ? stale.filter(({ phase }) => phase === 'ready').slice(0, 1) : [],
    stop: stale.filter((worker) => !listens(worker)),
    start: Math.max(0, targetOf(fresh, most, replacing, wanted.opened) - fresh.length),
  };
}

/** How many workers of this generation there are to be for now. */
function targetOf(
  fresh: readonly PlannedWorker[],
  most: number,
  replacing: boolean,
  opened: boolean,
): number {
  const spare = opened ? 1 : 0;
  // One after the other, so that those who answer keep their cores.
  if (replacing) return Math.min(most + spare, fresh.filter(listens).length + 1);
  const ready = fresh.filter(({ phase }) => phase === 'ready').length;
  return ready >= most ? most + spare : most;
}

function listens({ phase }: PlannedWorker): boolean {
  return phase === 'opening' || phase === 'ready';
}
