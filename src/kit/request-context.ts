/** What the HTTP server hands over with a request, and what a context is made of. */

import type { Release } from '../../db/release/release.ts';

/** The release that answers, and the two moments that a stream of events has to know of. */
export interface Handed {
  readonly release: Release;
  /** Lets go of the release before the response is sent; a stream holds others, one at a time. */
  letGo(): void;
  /** Calls back once the client has everything, or went away. */
  whenClosed(listener: () => void): void;
}

/** Makes the context of one request out of the release it holds; runs once a request, so `now` is one moment. */
export type MakeContext = (release: Release, headers: Headers, now: Date) => object;
