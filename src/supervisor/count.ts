/** How many processes answer. */

import { availableParallelism, totalmem } from 'node:os';

/** Megabytes for each process, with its threads and caches, among them the one that waits as a spare. */
const megabytesEach = 512;

/** The number that is wanted, 0 for one a core, as far as memory reaches. */
export function workerCount(
  wanted: number,
  cores = availableParallelism(),
  megabytes = memory() / 1024 / 1024,
): number {
  return wanted || Math.max(1, Math.min(cores, Math.floor(megabytes / megabytesEach) - 1));
}

/** Bytes of memory of the machine, or of the container where that has less. */
function memory(): number {
  return Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
}
