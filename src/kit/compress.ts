/** Compresses long answers for clients that accept it: the introspection of the schema shrinks to a tenth. */

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';

/** Bytes below which an answer is not compressed: compressing would take longer than sending. */
const leastBytes = 16 * 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** In the order of preference; each at a level that takes some milliseconds, on another thread. */
const packers = {
  br: (text: string) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => zip(text, { level: 5 }),
} as const;

/** A coding in which answers are sent. */
export type ContentCoding = keyof typeof packers;

const codings = Object.keys(packers) as ContentCoding[];

/** The Yoga plugin; it does not compress event streams. The handler sets `Vary` for all answers. */
export const compressAnswers: Plugin = {
  onResponse({ request, response, setResponse, fetchAPI }) {
    const { headers, status, statusText } = response;
    // Streams have no length.
    if (Number(headers.get('content-length') ?? 0) < leastBytes) return undefined;
    const coding = codingOf(request.headers.get('accept-encoding'));
    if (!coding) return undefined;
    return response.text().then(async (text) => {
      headers.delete('content-length');
      headers.set('content-encoding', coding);
      setResponse(new fetchAPI.Response(await packers[coding](text), { status, statusText, headers }));
    });
  },
};

/** A text in a coding, where it is long enough for one; else as it is. */
export async function packed(
  text: string,
  coding: ContentCoding | undefined,
): Promise<{ readonly bytes: Buffer; readonly coding: ContentCoding | undefined }> {
  const bytes = Buffer.from(text);
  if (!coding || bytes.length < leastBytes) return { bytes, coding: undefined };
  return { bytes: await packers[coding](text), coding };
}

/** The preferred coding among those of an Accept-Encoding header; undefined where there is none. */
export function codingOf(header: string | string[] | null | undefined): ContentCoding | undefined {
  return codings.find((coding) => acceptsEncoding(header?.toString(), coding));
}

/** Whether an Accept-Encoding header names an encoding without ruling it out by `q=0`. */
export function acceptsEncoding(header: string | null | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name, quality] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(quality ?? '');
  });
}
