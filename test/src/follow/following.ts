/** What follows an address in a test, without a server. */

import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Follower, follow } from '../../../src/follow/follower.ts';
import type { LogEntry } from '../../../src/kit/log.ts';
import { temporaryFolder } from '../kit/fixture.ts';

/** Follows until the test is over. */
export interface Following {
  readonly follower: Follower;
  readonly file: string;
  readonly log: readonly LogEntry[];
}

/** A path for what is followed, where nothing is yet. */
export const newFile = () => join(temporaryFolder(), 'followed.sqlite');

/** Follows an address, with looks in quick succession. */
export function following(address: URL, { file = newFile(), token = '', pollMs = 50 } = {}): Following {
  const log: LogEntry[] = [];
  const placed = async () => {};
  const follower = follow({ address, file, token, pollMs, log: (entry) => log.push(entry), placed });
  onTestFinished(follower.close);
  return { follower, file, log };
}

export const statusOf = ({ follower }: Following) => follower.state().status;
export const problemOf = ({ follower }: Following) => follower.state().problem;
