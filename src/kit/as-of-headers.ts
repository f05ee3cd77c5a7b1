/** The headers of a request that the graph may look at: those of the as-of, and no other. */

import type { IncomingHttpHeaders } from 'node:http';
import { asOfHeaders } from '../../schema/kit/context.ts';

const names = Object.values(asOfHeaders);

/** Only these reach a context, so that an answer cannot depend on a header that `Vary` does not name. */
export function asOfOf(headers: IncomingHttpHeaders): Headers {
  const given = new Headers();
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') given.set(name, value);
  }
  return given;
}

/** What the as-of headers say, in their order; empty where one is missing. */
export function asOfValues(headers: IncomingHttpHeaders): readonly string[] {
  return names.map((name) => String(headers[name] ?? ''));
}
