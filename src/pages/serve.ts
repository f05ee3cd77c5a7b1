/** Serves a page and its files: from memory, compressed beforehand, to this origin only. */

import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { acceptsEncoding } from '../kit/compress.ts';
import type { PageSources } from './page.ts';

/** Answers a request for the page or one of its files; false when it is for neither. */
export type Web = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli?: Buffer;
  readonly cache: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** Scripts are never inline, nor is there `eval`; whether styles may be is for the page to say. */
const policy = (styles: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src ${styles}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What every page is sent with: it may not be framed or sniffed, and loads from this origin only. */
export const pageHeaders = (styles: string): Readonly<Record<string, string>> => ({
  vary: 'Accept, Accept-Encoding',
  'content-security-policy': policy(styles),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
});

/**
 * Reads a built page into memory (some megabytes) and serves it, at its addresses to those who accept HTML; `data` are
 * further files of it, to be sent as JSON, by their names.
 */
export function serveWeb(
  { isAt, assets: path, styles }: Pick<PageSources, 'isAt' | 'assets' | 'styles'>,
  folder: string,
  data: Readonly<Record<string, unknown>> = {},
): Web {
  const page = readAsset(folder, 'index.html', 'no-cache');
  const headers = pageHeaders(styles);
  const assets = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => extname(name) in types && name !== 'index.html')
      // Their names hold a hash of their content.
      .map((name) => [path + name, readAsset(folder, name, 'public, max-age=31536000, immutable')]),
  );
  for (const [name, value] of Object.entries(data)) {
    const plain = Buffer.from(JSON.stringify(value));
    const type = types['.json'] ?? '';
    assets.set(path + name, { type, plain, brotli: brotliCompressSync(plain), cache: 'no-cache' });
  }

  return (request, response, path) => {
    const wanted = isAt(path) && acceptsHtml(request) ? page : assets.get(path);
    if (!wanted || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    send(request, response, wanted, headers);
    return true;
  };
}

/** The first of these that answers. */
export function firstOf(webs: readonly Web[]): Web {
  return (...request) => webs.some((web) => web(...request));
}

function readAsset(folder: string, name: string, cache: string): Asset {
  const plain = readFileSync(join(folder, name));
  const type = types[extname(name)] ?? 'application/octet-stream';
  try {
    return { type, plain, brotli: readFileSync(join(folder, `${name}.br`)), cache };
  } catch {
    return { type, plain, cache };
  }
}

/** Browsers name text/html when they open a page; programs that ask for a result do not. */
export function acceptsHtml(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  asset: Asset,
  headers: Readonly<Record<string, string>>,
): void {
  const packed = asset.brotli && acceptsEncoding(String(request.headers['accept-encoding'] ?? ''), 'br');
  const body = packed ? asset.brotli : asset.plain;
  response.writeHead(200, {
    'content-type': asset.type,
    'content-length': body.length,
    ...(packed && { 'content-encoding': 'br' }),
    'cache-control': asset.cache,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
