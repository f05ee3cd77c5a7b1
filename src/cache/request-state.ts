/** What the front makes of a request before Yoga sees it, and what Yoga's plugins note on the way to the answer. */

import type { Handed } from '../kit/request-context.ts';
import type { Question } from './cache-key.ts';

/** A request to the graph, read. */
export interface Asked {
  /** The body of a POST of JSON, until it is parsed. */
  body: string | undefined;
  /** The headers that the graph may look at. */
  readonly headers: Headers;
  /** The moment for which the release answers. */
  readonly moment: Date;
  readonly question: Question;
  /** The tag of the answer that the client holds already, if it says so. */
  readonly held: string | undefined;
  /** Set when there is an answer without an error. */
  whole?: boolean;
  /** Set when the client is told to go on with what it holds. */
  unchanged?: boolean;
  /** Set when answering does something that must be done again for the next who asks the same. */
  registers?: boolean;
}

/** What Yoga's plugins find beside the request. */
export interface Asking extends Handed {
  readonly asked: Asked;
}
