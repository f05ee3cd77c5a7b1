/** What a supervisor and its workers tell each other, and how one sends it to the other. */

import type { Worker } from 'node:cluster';
import type { FollowState } from '../follow/state.ts';
import type { RequestsTaken } from '../limits/rate.ts';

/**
 * Where a worker is in its life: it loads; it waits for its turn, with everything at hand; it begins to listen; it listens; it
 * ends.
 */
export type Phase = 'starting' | 'spare' | 'opening' | 'ready' | 'leaving';

/**
 * How a server ends. `last`: nobody listens at its address afterwards. `beside the last`: the whole stops, and another one is
 * the last. `replaced`: the others go on, so that nobody has to notice.
 */
export type Ending = 'last' | 'beside the last' | 'replaced';

/** What a server is able to do now. */
export interface ServerState {
  readonly status: 'ready' | 'draining' | 'no release';
  /** The content hash of the release that is served, and when that was built. */
  readonly release?: string;
  readonly builtAt?: string;
  /** Set while the database file is not what is served; see snapshot.ts. */
  readonly database?: 'refused' | 'overwritten';
  /** Where an address is followed: how what is served compares with it, and the seconds since that was built. */
  readonly follows?: FollowState & { readonly ageSeconds?: number };
}

/** What workers report of themselves, by the name under which it is gathered. */
export interface Reports {
  readonly state: ServerState;
  /** Its metrics, as prom-client adds them up; empty where there are none. */
  readonly metrics: readonly object[];
}

/** How a worker makes each of its reports. */
export type MakeReports = { readonly [What in keyof Reports]: () => Reports[What] | Promise<Reports[What]> };

/** What is gathered from all workers; a worker that did not answer in time has no report. */
export interface GatheredReports<Report> {
  /** How many workers there are to be. */
  readonly wanted: number;
  readonly workers: readonly { readonly pid: number; readonly phase: Phase; readonly report?: Report }[];
}

/** What a worker tells its supervisor. `ready` has the sentence for people that says where it listens. */
export type ToSupervisor =
  | { readonly kind: 'spare' }
  | { readonly kind: 'ready'; readonly sentence: string }
  | { readonly kind: 'built' }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'taken'; readonly taken: RequestsTaken }
  | { readonly kind: 'gather'; readonly id: number; readonly what: keyof Reports }
  | { readonly kind: 'report'; readonly id: number; readonly report: unknown };

/** What a supervisor tells a worker. */
export type ToWorker =
  | { readonly kind: 'turn' }
  | { readonly kind: 'end'; readonly ending: Ending }
  | { readonly kind: 'taken'; readonly taken: RequestsTaken }
  | { readonly kind: 'report'; readonly id: number; readonly what: keyof Reports }
  | { readonly kind: 'gathered'; readonly id: number; readonly gathered: GatheredReports<unknown> };

/** Sends a message to the other side; one that is gone by now needs none. */
export function send<Message extends ToSupervisor | ToWorker>(worker: Worker, message: Message): void {
  if (worker.isConnected()) worker.send(message, () => {});
}

/** A message of ours; undefined for what others send over the same channel, such as the watch mode of Node. */
export function ours<Message extends ToSupervisor | ToWorker>(message: unknown): Message | undefined {
  return typeof message === 'object' && message !== null && 'kind' in message
    ? (message as Message)
    : undefined;
}
