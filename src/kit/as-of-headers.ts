/** The request headers that the graph may read: only the as-of headers. */

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

/** The values of the as-of headers in a fixed order; empty for a missing one. */
export function asOfValues(headers: IncomingHttpHeaders): readonly string[] {
  return names.map((name) => String(headers[name] ?? ''));
}
