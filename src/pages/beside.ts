/** A page of a server that starts before it is built: what browsers get meanwhile, and the build beside it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { type PageSources, root } from './page.ts';
import { acceptsHtml, pageHeaders, type Web } from './serve.ts';

/** How the page comes about. */
export interface PageBuildOptions {
  /** The page. */
  readonly page: Pick<PageSources, 'title' | 'isAt' | 'assets' | 'styles'>;
  /** What to run with Node, one after the other, for it to be built. */
  readonly steps: readonly (readonly string[])[];
  /** Serves the page; undefined as long as it is not built. */
  readonly open: () => Promise<Web | undefined>;
  /** Hears of the build, a line at a time. */
  readonly announce: (line: string) => void;
}

/** A page that is yet to be built. */
export interface PageBuild {
  /** Serves the page once it is there, and says until then why it is not. */
  readonly web: Web;
  /** Builds the page in processes of the lowest priority; never rejects. */
  readonly run: () => Promise<void>;
}

/** Seconds after which a browser looks again. */
const again = 5;

/** Prepares the build of a page, which begins when it is run. */
export function preparePage({ page, steps, open, announce }: PageBuildOptions): PageBuild {
  let failed = false;
  let web: Web = (request, response, path) => {
    const isOurs = page.isAt(path) ? acceptsHtml(request) : path.startsWith(page.assets.slice(0, -1));
    if (!isOurs || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    sendNotice(request, response, page, failed);
    return true;
  };
  return {
    web: (...request) => web(...request),
    async run() {
      try {
        for (const step of steps) await runBeside(step, announce);
        const built = await open();
        if (!built) throw new Error('its files are not there although the build ended well.');
        web = built;
        announce(`In a browser there is ${page.title}.`);
      } catch (error) {
        failed = true;
        const reason = error instanceof Error ? error.message : String(error);
        announce(`The graph is served without ${page.title}, which could not be built: ${reason}`);
      }
    },
  };
}

/** Runs Node with these words; rejects with the last line that it printed when it fails. */
async function runBeside(words: readonly string[], announce: (line: string) => void): Promise<void> {
  // Nothing goes to stdout, which is the log of the server.
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = () => void child.kill();
  process.once('exit', stop);
  try {
    const closed = once(child, 'close');
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let last = 'it printed no reason.';
    createInterface(child.stderr).on('line', (line) => {
      announce(line);
      if (line.trim() !== '') last = line;
    });
    const [code] = await closed;
    if (code !== 0) throw new Error(last);
  } finally {
    process.off('exit', stop);
  }
}

/** Says that the page is being built, in a page that looks again by itself, or that it could not be: why is for the log, as it may name paths. */
function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  { title, styles }: PageBuildOptions['page'],
  failed: boolean,
): void {
  const words = title.charAt(0).toUpperCase() + title.slice(1);
  const sentence = failed
    ? `${words} could not be built; the log of the server says why.`
    : `${words} is being built, which is done once. It opens here when it is there.`;
  const body = Buffer.from(`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    ${failed ? '' : `<meta http-equiv="refresh" content="${again}">`}
    <title>Coverage Graph</title>
  </head>
  <body>
    <p>${sentence}</p>
    <p>The graph itself answers: programs send their queries to <code>/graphql</code> as JSON.</p>
  </body>
</html>
`);
  if (!failed) response.setHeader('retry-after', again);
  response.writeHead(503, {
    ...pageHeaders(styles),
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
