/** How what a server serves compares with what is at the address that it follows: what `/readyz` and the metrics tell. */

import type { FollowRecord } from './record.ts';

/** How a server stands to the address that it follows. */
export interface FollowState {
  /** Without what signs it. */
  readonly address: string;
  /**
   * `fetching`: another release is on its way, or the address has not answered yet. `current`: what is there is served. `refused`: what
   * is there cannot be. `failing`: it cannot be had, or not be kept. In the last two the last good release goes on.
   */
  readonly status: 'fetching' | 'current' | 'refused' | 'failing';
  /** What is wrong, in a sentence. */
  readonly problem?: string;
  /** Seconds since what is served was known to be what is there; absent where it never was. */
  readonly lagSeconds?: number;
  /** The bytes that have come of what is on its way, and of how many. */
  readonly bytes?: number;
  readonly of?: number;
}

/** Makes it of the record, and of what has come. */
export function stateOf(
  address: string,
  record: FollowRecord | undefined,
  bytes: number | undefined,
  now = Date.now(),
): FollowState {
  const { failing, refused, fetching, currentAt } = record ?? {};
  const of = fetching?.bytes ?? undefined;
  const problem = failing ?? (fetching ? undefined : refused) ?? undefined;
  return {
    address,
    status: statusOf(record),
    ...(problem !== undefined && { problem }),
    ...(currentAt && { lagSeconds: Math.max(0, Math.round((now - Date.parse(currentAt)) / 1000)) }),
    ...(fetching && bytes !== undefined && { bytes, ...(of !== undefined && { of }) }),
  };
}

function statusOf(record: FollowRecord | undefined): FollowState['status'] {
  if (record?.failing) return 'failing';
  if (record?.fetching) return 'fetching';
  if (record?.refused) return 'refused';
  return record?.last ? 'current' : 'fetching';
}
