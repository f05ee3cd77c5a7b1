/** The curl command that GraphiQL copies: whatever is asked goes through a real shell as it stands. */

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CurlRequest, curlCommand } from '../../../src/graphiql/page/curl.ts';
import { serveGraph } from '../kit/exporting.ts';

/** The words that curl would be started with. */
function words(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}\n`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

const after = (all: readonly string[], flag: string) =>
  all.flatMap((word, i) => (word === flag ? (all[i + 1] ?? []) : []));

const plain = { headers: {}, streamed: false };

test('query, variables and headers reach curl as they were written, whatever they are', () => {
  const word = fc.string({ unit: 'grapheme' });
  const header = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
  const request = fc.record({ query: word, variables: fc.dictionary(word, word), value: header });
  // Many to a shell: a process for each would cost more than all else.
  fc.assert(
    fc.property(fc.array(request, { minLength: 1, maxLength: 40, size: 'max' }), (requests) => {
      const commands = requests.map(({ query, variables, value }) =>
        curlCommand('http://localhost:4000/graphql', {
          query,
          variables,
          headers: { 'as-of-known-at': value },
          streamed: false,
        }),
      );
      const all = words(commands.join('\n'));
      expect(after(all, '--data-raw').map((text) => JSON.parse(text) as unknown)).toEqual(
        requests.map(({ query, variables }) => ({ query, variables })),
      );
      expect(after(all, '--header')).toEqual(
        requests.flatMap(({ value }) => ['content-type: application/json', `as-of-known-at: ${value}`]),
      );
    }),
    { numRuns: 6 },
  );
});

test.each([
  `it's "quoted"`,
  '$(touch x) `id` $HOME',
  'back\\slash \\',
  'two\nlines\t!',
  '@file',
  '%2e #no comment',
])('%j is no more than text to the shell', (query) => {
  expect(
    JSON.parse(after(words(curlCommand('http://x/graphql', { query, ...plain })), '--data-raw').join()),
  ).toEqual({
    query,
  });
});

test('the command asks what the page asked', async () => {
  const { url } = await serveGraph();
  const asked: CurlRequest = {
    query: `query A { modifiers { code } }
      query B($code: String!) { coverageMatrix(input: { codes: [{ code: $code }] }) { asOf { dateOfService } } }`,
    operationName: 'B',
    variables: { code: '77090' },
    headers: { 'as-of-date-of-service': '2025-03-01' },
    streamed: false,
  };
  const all = words(curlCommand(url, asked));
  const headers = after(all, '--header').map((line) => line.split(': ') as [string, string]);
  const [body = ''] = after(all, '--data-raw');
  const response = await fetch(all[1] ?? '', { method: 'POST', headers, body });
  expect(await response.json()).toEqual({
    data: { coverageMatrix: { asOf: { dateOfService: '2025-03-01' } } },
  });
});

test('a subscription is shown as it comes', () => {
  const all = words(
    curlCommand('http://x/graphql', { query: 'subscription { a }', headers: {}, streamed: true }),
  );
  expect(all).toContain('--no-buffer');
  expect(after(all, '--header')).toContain('accept: text/event-stream');
});
