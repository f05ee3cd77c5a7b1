/** What a request asks, so far as the answer can be given again: its name among answers, and its entity tags. */

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { asOfValues } from '../kit/as-of-headers.ts';
import { type Coding, codingOf } from '../kit/compress.ts';

/** A request as a question: two of the same name have the same answer, to the byte. */
export interface Question {
  /** The release and the moment it is asked of; see `epochOf`. */
  readonly epoch: string;
  /** A hash over the program, the epoch and everything of the request that an answer depends on. */
  readonly name: string;
  /** The coding in which a long answer is sent. */
  readonly coding: Coding | undefined;
  /** Only what is had with GET is kept outside of the server, and so has tags. */
  readonly tagged: boolean;
}

/** The question of a GET, or of a POST with that body. */
export function questionOf(
  request: IncomingMessage,
  body: string | undefined,
  program: string,
  epoch: string,
): Question {
  const { headers, method = '', url = '' } = request;
  const accept = headers.accept ?? '';
  // Neither a header nor an address can hold the end of a line, and the body comes last: no two read the same.
  const asked = [program, epoch, method, accept, ...asOfValues(headers), url, body];
  return {
    epoch,
    name: createHash('sha256').update(asked.join('\n')).digest('base64url'),
    coding: codingOf(headers['accept-encoding']),
    tagged: method === 'GET',
  };
}

/** The tag of an answer in a coding. It is a strong one: packed and not packed are two of them. */
export function tagOf({ name }: Question, coding: string | undefined): string {
  return `"${coding ? `${name}.${coding}` : name}"`;
}

/** The tag of the answer that the client holds and could be sent, if an If-None-Match header names one. */
export function heldTag(question: Question, header: string | undefined): string | undefined {
  if (!question.tagged || !header) return undefined;
  const given = new Set(header.match(/"[^"]*"/g));
  return [undefined, question.coding].map((coding) => tagOf(question, coding)).find((tag) => given.has(tag));
}
