/** The state of a request: what is read before Yoga handles it, and what Yoga's plugins record on the way to the answer. */

import type { RequestContext } from '../kit/request-context.ts';
import type { CacheKey } from './cache-key.ts';

/** A request to the graph that was read. */
export interface RequestState {
  /** The body of a POST of JSON, until Yoga takes it. */
  body: string | undefined;
  /** The same, where it was read before. */
  parameters?: object | undefined;
  /** The headers that the graph may read. */
  readonly headers: Headers;
  /** The moment for which the release answers. */
  readonly moment: Date;
  readonly cacheKey: CacheKey;
  /** The matching tag of an answer that the client has already, if it sent one. */
  readonly clientTag: string | undefined;
  /** Whether the document is one of this server's own, which needs no publishing. */
  readonly own?: boolean;
  /** Set when it was tried level by level in vain, which the long way then does not repeat. */
  notByLevel?: boolean;
  /** Set when the answer has data and no errors. */
  whole?: boolean;
  /** Set when the answer is 304, as the client has it already. */
  unchanged?: boolean;
  /** Set when the request has an effect (registering a document), so that its answer must not be cached. */
  registers?: boolean;
}

/** The server context of Yoga's plugins. */
export interface StatefulContext extends RequestContext {
  readonly state: RequestState;
}
