/** Asks the hosts of publishers, politely: one request at a time with a pause, a few tries, time limits, redirects judged. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { silenceWatch, unanswered, watched } from './silence.ts';
import { Unreachable } from './unreachable.ts';

/** How requests are sent; tests give their own. */
export interface Transport {
  /** Sends one request and follows no redirect. */
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** An answer with its content, whose chunks are waited for only so long. */
export interface WebAnswer {
  /** 200, 206, 304 or 416. */
  readonly status: number;
  readonly headers: Headers;
  /** Where redirects led. */
  readonly url: string;
  chunks(): AsyncIterable<Uint8Array>;
}

export interface Client {
  /** Gets an address; throws Unreachable where it answers with an error, or not in time. */
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<WebAnswer>;
  /** Gets a page as text. */
  text(url: string): Promise<string>;
}

/** In milliseconds; a wait that a host asks for is kept up to the longest. */
const times = { pause: 1_500, backoff: 2_000, longest: 120_000, silence: 60_000 } as const;
const tries = 3;
const redirects = 5;
/** In bytes; the catalog of data.cms.gov is the largest page that is read. */
const largestPage = 128 * 1024 * 1024;

const described = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
};

/** Some hosts refuse programs that do not say who they are. */
export const userAgent = ((repository) =>
  `coverage-graph/${described.version}${repository ? ` (+${repository})` : ''}`)(
  typeof described.repository === 'object' ? described.repository.url : described.repository,
);

const overNetwork: Transport = {
  send: (url, init) => fetch(url, init),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
};

/** A client with the pauses between its own requests. */
export function client({ send, wait }: Transport = overNetwork): Client {
  const last = new Map<string, number>();

  /** One request, with the pause since the one before to its host. */
  async function once(url: string, headers: Readonly<Record<string, string>>) {
    const { host } = new URL(url);
    const since = performance.now() - (last.get(host) ?? Number.NEGATIVE_INFINITY);
    if (since < times.pause) await wait(times.pause - since);
    const watch = silenceWatch(times.silence);
    try {
      const sent = { 'user-agent': userAgent, 'accept-encoding': 'identity', accept: '*/*', ...headers };
      const response = await send(url, { headers: sent, redirect: 'manual', signal: watch.signal });
      watch.extend();
      return { response, watch };
    } finally {
      last.set(host, performance.now());
    }
  }

  async function following(url: string, headers: Readonly<Record<string, string>>) {
    let at = url;
    for (let count = 0; ; count += 1) {
      const { response, watch } = await once(at, headers);
      const location = [301, 302, 303, 307, 308].includes(response.status)
        ? response.headers.get('location')
        : null;
      if (location === null) return { response, watch, at };
      watch.end();
      await response.body?.cancel();
      if (count === redirects) throw new Unreachable(url, `It redirects more than ${redirects} times.`);
      at = redirected(url, location, at);
    }
  }

  async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<WebAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const last = attempt === tries;
      try {
        const { response, watch, at } = await following(url, headers);
        const { status } = response;
        if ([200, 206, 304, 416].includes(status))
          return { status, headers: response.headers, url: at, chunks: () => watched(response, watch, url) };
        watch.end();
        await response.body?.cancel();
        const again = status === 429 || status >= 500;
        if (!again || last) throw refused(url, status, again ? attempt : 1);
        await wait(Math.min(times.longest, retryAfter(response) ?? times.backoff * 4 ** (attempt - 1)));
      } catch (error) {
        const explained = error instanceof Unreachable ? error : unanswered(url, error);
        if (last || error instanceof Unreachable || explained.offline) throw explained;
        await wait(times.backoff * 4 ** (attempt - 1));
      }
    }
  }

  return {
    get,
    async text(url) {
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of (await get(url)).chunks()) {
        parts.push(part);
        length += part.length;
        if (length > largestPage) throw new Unreachable(url, `This page has more than ${largestPage} bytes.`);
      }
      return Buffer.concat(parts).toString('utf8');
    },
  };
}

/** The wait that a host asks for, in milliseconds: it says seconds, or the moment, which its own clock measures. */
function retryAfter({ headers }: Response): number | undefined {
  const given = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(given)) return Number(given) * 1_000;
  const until = Date.parse(given) - Date.parse(headers.get('date') ?? '');
  return until >= 0 ? until : undefined;
}

/** Where a redirect leads: only to the open web, and only encrypted. */
function redirected(requested: string, location: string, from: string): string {
  const to = URL.parse(location, from);
  if (to?.protocol !== 'https:' || isPrivate(to.hostname))
    throw new Unreachable(
      requested,
      `It redirects to ${JSON.stringify(location)}, and only public https addresses are followed.`,
    );
  return to.href;
}

/** Whether a host is by its name or number on this machine or in a network of its own. */
function isPrivate(host: string): boolean {
  if (/^\[/.test(host)) return /^\[(?:::|f[cd]|fe[89ab])/i.test(host);
  if (/(?:^|\.)(?:localhost|local|internal|lan)$/i.test(host)) return true;
  return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
    host,
  );
}

function refused(url: string, status: number, attempts: number): Unreachable {
  const times = attempts > 1 ? ` ${attempts} times` : '';
  return new Unreachable(url, `It answers with status ${status}${times}, and with no file.`);
}
