/** A store with one file on this machine, such as a web server or object storage: it has ETags and ranges, breaks off, and can die. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { payer } from '../../../db/tables/index.ts';
import { createEmpty } from '../../kit/empty-database.ts';
import { add, ids } from '../../kit/synthetic.ts';
import { addRelease, temporaryFolder, type Until } from '../kit/fixture.ts';

/** What a request was answered with. */
interface Answered {
  readonly status: number;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** A store under test. */
export interface FileStore {
  /** The address of its file. */
  readonly address: URL;
  readonly answered: readonly Answered[];
  /** Puts bytes in place of what is there; nothing is there at first. */
  put(bytes: Buffer): void;
  /** Has the next transfer break off after so many bytes; `dies`, and the store die with it. */
  cut(after: number, dies?: 'dies'): void;
  /** Breaks every connection and takes none any more, until it is back at the same address. */
  die(): Promise<void>;
  back(): Promise<void>;
}

interface Cut {
  readonly after: number;
  readonly dies: boolean;
}

/** How a store differs from an ordinary one. */
interface Habits {
  /** What tells that its file is another one: ETags by default. */
  readonly validator?: 'etag' | 'last-modified' | 'none';
  /** Headers with the file. */
  readonly headers?: (bytes: Buffer) => Record<string, string>;
  readonly token?: string;
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Starts a store until the test is over. */
export async function fileStore(
  { validator = 'etag', headers, token }: Habits = {},
  until: Until = onTestFinished,
): Promise<FileStore> {
  const answered: Answered[] = [];
  let there: { readonly bytes: Buffer; readonly etag: string } | undefined;
  let cut: Cut | undefined;
  let server: Server | undefined;

  /** Sends the beginning of a file, and breaks off. */
  function breakOff(response: ServerResponse, bytes: Buffer, { after, dies }: Cut): void {
    response.write(bytes.subarray(0, after), () =>
      // What was written has to arrive.
      setTimeout(() => (dies ? void die() : response.destroy()), 50),
    );
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { range, authorization, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
    const end = (status: number, more: Record<string, string | number> = {}, body?: Buffer) => {
      answered.push({ status, range, authorization });
      response.writeHead(status, more);
      if (body && cut) breakOff(response, body, cut);
      else response.end(body);
      if (body) cut = undefined;
    };
    const { bytes = Buffer.alloc(0), etag = '' } = there ?? {};
    const tags: Record<string, string> = {
      ...(validator === 'etag' && { etag }),
      ...(validator === 'last-modified' && { 'last-modified': 'Mon, 30 Nov 2026 12:00:00 GMT' }),
      ...headers?.(bytes),
    };
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    if (token !== undefined && authorization !== `Bearer ${token}`) end(401);
    else if (!there) end(404);
    else if (validator === 'etag' && ifNoneMatch === etag) end(304, tags);
    else if (from === 0 || ifRange !== etag) end(200, { ...tags, 'content-length': bytes.length }, bytes);
    else {
      const content = bytes.subarray(from);
      const about = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
      end(206, { ...tags, ...about, 'content-length': content.length }, content);
    }
  }

  async function listen(port: number): Promise<number> {
    server = createServer(answer).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function die(): Promise<void> {
    const dying = server;
    server = undefined;
    dying?.closeAllConnections();
    if (dying) await new Promise((resolve) => dying.close(resolve));
  }

  const port = await listen(0);
  until(die);
  return {
    address: new URL(`http://127.0.0.1:${port}/coverage.sqlite`),
    answered,
    put(bytes) {
      there = { bytes, etag: `"${hashOf(bytes).slice(0, 16)}"` };
    },
    cut(after, dies) {
      cut = { after, dies: dies !== undefined };
    },
    die,
    async back() {
      await listen(port);
    },
  };
}

/** The file of a small synthetic release, in which the label of the only payer has its name. */
export function releaseNamed(name: string, until: Until = onTestFinished): Buffer {
  const file = join(temporaryFolder(until), 'release.sqlite');
  const store = createEmpty(file);
  add(store, payer, { id: ids.payer, slug: 'synthetic-one', label: `Synthetic payer of ${name}` });
  addRelease(store, { contentHash: name });
  store.close();
  return readFileSync(file);
}

/** The same with bytes in its middle overwritten. */
export function damaged(bytes: Buffer): Buffer {
  return Buffer.from(bytes).fill('damaged ', bytes.length / 2, bytes.length / 2 + 8_192);
}
