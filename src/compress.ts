/** Compresses long answers for clients that can read them so: a schema's introspection shrinks to a tenth. */

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'graphql-yoga';

/** Bytes below which an answer is sent as it is: packing it would take longer than sending it. */
const leastBytes = 16 * 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** In the order they are preferred; each at a level that takes some milliseconds, on another thread. */
const packers: Readonly<Record<string, (text: string) => Promise<Buffer<ArrayBuffer>>>> = {
  br: (text) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text) => zip(text, { level: 5 }),
};

/** The Yoga plugin; it leaves streams of events alone. */
export const compressAnswers: Plugin = {
  onResponse({ request, response, setResponse, fetchAPI }) {
    const { headers, status, statusText } = response;
    // Only whole answers have a length.
    if (Number(headers.get('content-length') ?? 0) < leastBytes) return undefined;
    headers.append('vary', 'Accept-Encoding');
    const accepted = request.headers.get('accept-encoding');
    const encoding = Object.keys(packers).find((name) => acceptsEncoding(accepted, name));
    const pack = encoding && packers[encoding];
    if (!pack) return undefined;
    return response.text().then(async (text) => {
      headers.delete('content-length');
      headers.set('content-encoding', encoding);
      setResponse(new fetchAPI.Response(await pack(text), { status, statusText, headers }));
    });
  },
};

/** Whether an Accept-Encoding header names an encoding without ruling it out by `q=0`. */
export function acceptsEncoding(header: string | null | undefined, encoding: string): boolean {
  return (header ?? '').split(',').some((part) => {
    const [name, quality] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(quality ?? '');
  });
}
