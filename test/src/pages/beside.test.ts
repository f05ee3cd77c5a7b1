/** A server that starts before its page is built: the graph answers at once, browsers learn what is going on. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preparePage } from '../../../src/pages/beside.ts';
import { serveWeb } from '../../../src/pages/serve.ts';
import { type Served, serve, temporaryFolder } from '../kit/fixture.ts';

const html = { accept: 'text/html,*/*;q=0.8' };

const page = {
  title: 'the synthetic page',
  isAt: (path: string) => path === '/graphql',
  assets: '/synthetic/',
  styles: "'self'",
};

/** Serves the small graph with a page that `program` builds into a folder, which it finds in `argv`. */
async function serveBeside(...programs: readonly string[]) {
  const folder = join(temporaryFolder(), 'built');
  mkdirSync(folder);
  const lines: string[] = [];
  const build = preparePage({
    page,
    steps: programs.map((program) => ['--eval', program, folder]),
    open: async () => {
      try {
        return serveWeb(page, folder);
      } catch {
        return undefined;
      }
    },
    announce: (line) => lines.push(line),
  });
  const served = await serve({ web: build.web });
  return { ...served, run: build.run, lines, folder };
}

const open = async ({ url }: Pick<Served, 'url'>) => {
  const response = await fetch(url, { headers: html });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const writes = "require('node:fs').writeFileSync(process.argv[1] + '/index.html', 'synthetic page')";

test('until the page is built the graph answers, and browsers get 503 and look again; then they get the page', async () => {
  const served = await serveBeside("console.error('Building.')", writes);
  const before = await open(served);
  expect(before.status).toBe(503);
  expect(before.headers.get('retry-after')).toBe('5');
  expect(before.headers.get('cache-control')).toBe('no-store');
  expect(before.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(before.text).toContain('http-equiv="refresh"');
  expect(before.text).toContain('is being built');
  expect((await served.ask('{ release }')).body).toEqual({ data: { release: 'first' } });
  expect((await served.ask('{ release }', undefined, html)).body).toEqual({ data: { release: 'first' } });
  expect((await fetch(`${served.origin}/synthetic`)).status).toBe(503);

  await served.run();
  expect(served.lines).toEqual(['Building.', 'In a browser there is the synthetic page.']);
  expect(await open(served)).toMatchObject({ status: 200, text: 'synthetic page' });
});

test('a build that fails is told from the last line that it printed, and the graph goes on', async () => {
  const fails = "console.error('npm error code\\nThere is <no> network.'); process.exitCode = 1";
  const served = await serveBeside(fails, writes);
  await served.run();
  expect(served.lines.at(-1)).toBe(
    'The graph is served without the synthetic page, which could not be built: There is <no> network.',
  );
  const after = await open(served);
  expect(after.status).toBe(503);
  expect(after.headers.get('retry-after')).toBeNull();
  expect(after.text).toContain('could not be built; the log of the server says why.');
  expect(after.text).not.toContain('network');
  expect(after.text).not.toContain('http-equiv="refresh"');
  expect((await served.ask('{ release }')).body).toEqual({ data: { release: 'first' } });
});

test('a build that ends well without a page is no page', async () => {
  const served = await serveBeside('');
  await served.run();
  expect(await open(served)).toMatchObject({ status: 503 });
});

test('it builds with the lowest priority, so that answers come first', async () => {
  const served = await serveBeside(
    "setTimeout(() => console.error('priority ' + require('node:os').getPriority()), 200)",
    writes,
  );
  await served.run();
  expect(served.lines).toContain('priority 19');
});
