/** What the HTTP server passes on with a request, and the type of the function that makes its context. */

import type { RateStore } from '../../db/rates/rate-store.ts';
import type { Release } from '../../db/release/release.ts';

/** The release of a request, and two hooks that event streams need. */
export interface RequestContext {
  readonly release: Release;
  /** Ends the lease before the response is sent; an event stream then leases releases one at a time. */
  letGo(): void;
  /** Calls the listener once the response is closed: sent completely, or the client went away. */
  whenClosed(listener: () => void): void;
}

/** Makes the context of one request from its release and the store of rates, where there is one; called once per request, so that `now` is one moment. */
export type MakeContext = (release: Release, headers: Headers, now: Date, rates?: RateStore) => object;
