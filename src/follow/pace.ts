/** When to ask an address again: many servers must not come at one moment, nor all wait for a store that is back. */

/** Milliseconds between two attempts at most, where looks are not further apart anyway. */
const longestMs = 60_000;

/** Milliseconds until the next look, after so many failures in a row; `random` is from 0 to 1. */
export function pauseMs(pollMs: number, failures: number, random = Math.random()): number {
  if (failures === 0) return pollMs * (0.9 + 0.2 * random);
  return Math.max(pollMs, Math.min(longestMs, pollMs * 2 ** failures)) * (0.5 + 0.5 * random);
}
