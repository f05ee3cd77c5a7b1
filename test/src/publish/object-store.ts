/** Object storage on this machine, as far as `npm run publish` speaks to it: it checks signatures of S3, hashes and conditions. */

import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** Synthetic credentials. */
export const credentials = { AWS_ACCESS_KEY_ID: 'SYNTHETICKEY', AWS_SECRET_ACCESS_KEY: 'synthetic/secret' };

/** An object, with the headers that come back with it. */
interface KeptObject {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A store under test. */
export interface ObjectStore {
  readonly endpoint: string;
  readonly objects: Map<string, KeptObject>;
  /** The methods and statuses of its answers. */
  readonly answered: readonly string[];
  /** What happens between the arrival of the next PUT and its condition. */
  meanwhile(work: () => void): void;
  /** Has the next answers to a PUT be these statuses, with nothing kept, or kept where it is `lost`. */
  fail(...statuses: readonly (number | 'lost')[]): void;
}

/** An object with those bytes, as this store keeps it. */
export function objectOf(bytes: Buffer, meta: Readonly<Record<string, string>> = {}): KeptObject {
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  return { bytes, headers: { ...meta, etag, 'content-length': String(bytes.length) } };
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The signature that a request has to have: version 4, by its published rules. */
function signatureOf({ method, url = '', headers }: IncomingMessage): string {
  const [, credential = '', signed = ''] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), /.exec(
      headers.authorization ?? '',
    ) ?? [];
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`);
  const request = [method, url, '', lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], credential, sha256(request)].join('\n');
  const key = credential
    .split('/')
    .reduce<string | Buffer>(
      (last, part) => createHmac('sha256', last).update(part).digest(),
      `AWS4${credentials.AWS_SECRET_ACCESS_KEY}`,
    );
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Starts a store until the test is over. */
export async function objectStore({ knowsConditions = true } = {}): Promise<ObjectStore> {
  const objects = new Map<string, KeptObject>();
  const answered: string[] = [];
  let between = () => {};
  let failures: readonly (number | 'lost')[] = [];

  function put(request: IncomingMessage, bytes: Buffer): number | [number, string] {
    between();
    between = () => {};
    const { url = '', headers } = request;
    const [failure, ...rest] = failures;
    failures = rest;
    if (typeof failure === 'number') return failure;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
    if (!knowsConditions && (ifMatch ?? ifNoneMatch)) return 501;
    const there = objects.get(url);
    if ((ifMatch && there?.headers.etag !== ifMatch) || (ifNoneMatch === '*' && there)) return 412;
    if (headers['x-amz-content-sha256'] !== sha256(bytes)) return [400, 'XAmzContentSHA256Mismatch'];
    if (headers['content-length'] !== String(bytes.length)) return [411, 'MissingContentLength'];
    const kept = ['content-type', 'cache-control', 'x-amz-meta-sha256', 'x-amz-meta-release'];
    const meta = Object.fromEntries(
      kept.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])),
    );
    objects.set(url, objectOf(bytes, meta));
    return failure === 'lost' ? 500 : 200;
  }

  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const { method, url = '' } = request;
    const end = (status: number, headers: Readonly<Record<string, string>> = {}, code?: string) => {
      answered.push(`${method} ${status}`);
      response.writeHead(status, headers);
      response.end(code && `<Error><Code>${code}</Code><Message>Synthetic message.</Message></Error>`);
    };
    if (!request.headers.authorization?.endsWith(`Signature=${signatureOf(request)}`))
      return end(403, {}, 'SignatureDoesNotMatch');
    if (method === 'PUT') {
      const [status, code] = [put(request, bytes)].flat() as [number, string?];
      return end(status, status === 200 ? { etag: objects.get(url)?.headers.etag ?? '' } : {}, code);
    }
    const there = objects.get(url);
    end(there ? 200 : 404, there?.headers);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    ...{ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects, answered },
    meanwhile(work) {
      between = work;
    },
    fail(...statuses) {
      failures = statuses;
    },
  };
}
