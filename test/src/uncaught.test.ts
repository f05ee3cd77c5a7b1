/** What nothing caught: a rejection is logged and the process goes on; an exception is logged, and the process drains and ends. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { serveGraph } from './kit/exporting.ts';
import { putRelease, temporaryFolder } from './kit/fixture.ts';
import { type Launched, quiet, root, startProcess } from './kit/process.ts';

/** Node runs this before the program: the mistake that the signal stands for is made outside of any request. */
const onSignal = (mistake: string) => [
  '--import',
  `data:text/javascript,process.on('SIGUSR2', () => { ${encodeURIComponent(mistake)} })`,
];

const errorsOf = ({ logged }: Launched) =>
  logged()
    .filter(({ level }) => level === 'error')
    .map(({ event, message, stack }) => ({ event, message, stack }));

const statusOf = async (url: string) => (await fetch(url)).status;

test('a rejection that nobody handles is a line in the log, and the process answers on', async () => {
  const server = await startProcess({}, onSignal("Promise.reject(new TypeError('synthetic rejection'))"));
  server.child.kill('SIGUSR2');
  await expect.poll(() => errorsOf(server).length).toBe(1);
  expect(errorsOf(server)).toEqual([
    {
      event: 'unhandled rejection',
      message: 'synthetic rejection',
      stack: expect.stringContaining('TypeError: synthetic rejection'),
    },
  ]);
  expect(await statusOf(server.url.replace('/graphql', '/readyz'))).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.stopped).toBe(0);
});

test('an exception that nobody catches is a line in the log; the process drains, and exits with 1', async () => {
  const server = await startProcess(
    // Long enough to be seen draining where a core is shared.
    { DRAIN_MS: '3000' },
    onSignal("throw new RangeError('synthetic exception')"),
  );
  server.child.kill('SIGUSR2');
  await expect.poll(async () => statusOf(server.url.replace('/graphql', '/readyz'))).toBe(503);
  expect(await statusOf(server.url.replace('/graphql', '/healthz'))).toBe(200);
  expect(await server.stopped).toBe(1);
  expect(errorsOf(server)).toEqual([
    { event: 'uncaught exception', message: 'synthetic exception', stack: expect.any(String) },
    { event: 'process ended', message: undefined, stack: undefined },
  ]);
  expect(server.logged().at(-1)).toMatchObject({ code: 1, cause: 'synthetic exception' });
});

test('when memory is used up the last line is the report of Node, without the environment', async () => {
  const file = join(temporaryFolder(), 'release.sqlite');
  putRelease(file, 'first');
  const script = `const begun = () => process.report.reportOnFatalError && hoard();
    const hoard = () => { const all = []; for (;;) all.push(Array.from({ length: 100_000 }, (_, i) => i / 3)); };
    setInterval(begun, 50);`;
  const program = [
    ...['--max-old-space-size=120', '--import', `data:text/javascript,${encodeURIComponent(script)}`],
    join(root, 'src', 'main.js'),
  ];
  const env = { ...process.env, ...quiet, DATABASE: file, SYNTHETIC_SECRET: 'must not be written' };
  const piped = ['-c', '"$0" "$@" 2>/dev/null | cat', process.execPath, ...program];
  const { stdout } = await promisify(execFile)('sh', piped, { env });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({
    header: { trigger: 'OOMError', event: 'Allocation failed - JavaScript heap out of memory' },
  });
  expect(last).not.toContain('must not be written');
}, 60_000);

// In this process, where Vitest fails the run on whatever nobody handled.
test('the request that ended the process is refused item by item, and the process answers on', async () => {
  const server = await serveGraph();
  const document = '{ billingCodes(codings: [{ code: "00000" }, { code: "" }]) { id } }';
  const parameters = new URLSearchParams({ query: document });
  const answer = await fetch(`${server.url}?${parameters}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  expect(await answer.json()).toMatchObject({
    data: { billingCodes: [null, null] },
    errors: expect.arrayContaining([
      expect.objectContaining({ path: ['billingCodes', 0] }),
      expect.objectContaining({ path: ['billingCodes', 1] }),
    ]),
  });
  expect(server.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await statusOf(`${server.origin}/readyz`)).toBe(200);
});
