/** Exports over HTTP: what is refused and how it is told, what an answer says of itself, and what the log says. */

import { expect, test } from 'vitest';
import { serveGraph } from '../kit/exporting.ts';
import { serve } from '../kit/fixture.ts';

test.each([
  ['/export/matrix.csv', 'BAD_USER_INPUT', 'codes'],
  ['/export/matrix.ndjson?codes=x', 'BAD_USER_INPUT', 'codes[0]'],
  ['/export/matrix.csv?codes=SNOMED:77090', 'BAD_USER_INPUT', 'codes[0]'],
  ['/export/matrix.csv?codes=99999', 'UNKNOWN_ID', 'codes[0]'],
  ['/export/matrix.csv?codes=77090&payers=Payer:nobody', 'UNKNOWN_ID', 'payers[0]'],
  ['/export/matrix.csv?codes=77090&linesOfBusiness=PET', 'BAD_USER_INPUT', 'linesOfBusiness'],
  ['/export/matrix.csv?families=Payer:aetna', 'BAD_USER_INPUT', 'families[0]'],
  ['/export/matrix.csv?codes=77090&type=x', 'BAD_USER_INPUT', 'type'],
  ['/export/matrix.csv?codes=77090&asOf=2025-01-01', 'BAD_USER_INPUT', 'asOf'],
  ['/export/statements.csv?payer=Payer:aetna', 'BAD_USER_INPUT', 'payer'],
  ['/export/statements.csv?payers=BillingCode:CPT:77090', 'BAD_USER_INPUT', 'payers[0]'],
  ['/export/statements.csv?types=Unicorn', 'BAD_USER_INPUT', 'types'],
  ['/export/statements.csv?types=', 'BAD_USER_INPUT', 'types'],
  ['/export/statements.csv?subjects=%27%20or%201', 'BAD_USER_INPUT', 'subjects[0]'],
  ['/export/statements.ndjson?ranks=BEST', 'BAD_USER_INPUT', 'ranks'],
  ['/export/statements.ndjson?valueStates=VALUE,,VALUE', 'BAD_USER_INPUT', 'valueStates'],
  ['/export/statements.ndjson?sourceKinds=GOSSIP', 'BAD_USER_INPUT', 'sourceKinds'],
  ['/export/statements.csv?dateOfService=2025-02-30', 'BAD_USER_INPUT', 'dateOfService'],
  ['/export/statements.csv?knownAt=yesterday', 'BAD_USER_INPUT', 'knownAt'],
  [
    '/export/statements.csv?dateOfService=2025-01-01&dateOfService=2025-01-02',
    'BAD_USER_INPUT',
    'dateOfService',
  ],
  ['/export/statements.csv?__proto__=x', 'BAD_USER_INPUT', '__proto__'],
])('%s is refused by name', async (path, code, field) => {
  const { origin, log } = await serveGraph();
  const response = await fetch(origin + path);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-disposition')).toBeNull();
  const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toEqual({ code, field });
  expect(errors[0]?.message).not.toMatch(/\b(?:filter|input)\./);
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a list of more than 500 items is refused', async () => {
  const { origin } = await serveGraph();
  const types = Array.from({ length: 501 }, () => 'ApcRate').join();
  const response = await fetch(`${origin}/export/statements.csv?types=${types}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { field: 'types' } }] });
});

test('a malformed header is refused as in GraphQL', async () => {
  const { origin } = await serveGraph();
  const response = await fetch(`${origin}/export/statements.csv`, { headers: { 'as-of-known-at': 'soon' } });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { field: 'as-of-known-at' } }] });
});

const paths = ['/export/statements.csv', '/export/matrix.ndjson?codes=77090', '/download/coverage.sqlite'];

test.each(paths)('%s is had with GET, or asked about with HEAD', async (path) => {
  const { origin } = await serveGraph();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const response = await fetch(origin + path, { method });
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD']);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
  }
  const got = await fetch(origin + path);
  expect((await got.text()).length).toBeGreaterThan(100);
  const head = await fetch(origin + path, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  for (const name of ['content-type', 'content-disposition', 'content-length', 'etag', 'x-release'])
    expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
});

test('HEAD is told what GET would be refused', async () => {
  const { origin } = await serveGraph();
  const response = await fetch(`${origin}/export/statements.csv?foo=1`, { method: 'HEAD' });
  expect(response.status).toBe(400);
});

test('a file is named after the release that it is of, and says what it is', async () => {
  const { origin } = await serveGraph();
  const { headers } = await fetch(`${origin}/export/statements.csv?types=ApcRate`);
  const hash = headers.get('x-release') ?? '';
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="statements-${hash.slice(0, 12)}.csv"`,
  );
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a listed origin may read files, any other is not told so', async () => {
  const { origin } = await serveGraph({ allowedOrigins: new Set(['https://app.example']) });
  for (const [from, allowed] of [
    ['https://app.example', 'https://app.example'],
    ['https://evil.example', null],
  ] as const) {
    const { headers } = await fetch(`${origin}/export/statements.csv?types=ApcRate`, {
      headers: { origin: from },
    });
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    expect(headers.get('vary')).toContain('Origin');
  }
});

test('a request for a file is logged by its name, never by its parameters', async () => {
  const { origin, log } = await serveGraph();
  await (await fetch(`${origin}/export/statements.csv?types=ApcRate`)).text();
  await expect.poll(() => log.filter(({ event }) => event === 'request')).toHaveLength(1);
  const [entry] = log.filter(({ event }) => event === 'request');
  expect(entry).toMatchObject({ level: 'info', method: 'GET', status: 200, file: 'statements.csv' });
  expect(JSON.stringify(entry)).not.toContain('ApcRate');
});

test('without a release there is no file, and nowhere else is one', async () => {
  const { origin } = await serve({ withoutRelease: true });
  for (const path of paths) expect((await fetch(origin + path)).status).toBe(503);
  for (const path of ['/export', '/export/', '/export/matrix', '/export/STATEMENTS.csv', '/download/x'])
    expect([path, (await fetch(origin + path)).status]).toEqual([path, 404]);
});

test('what fails inside is logged and not told', async () => {
  const { origin, releases, log } = await serveGraph();
  const lease = releases.lease();
  lease?.release.store.close();
  const response = await fetch(`${origin}/export/matrix.csv?codes=77090`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('INTERNAL_SERVER_ERROR');
  expect(text).not.toMatch(/database|sqlite/i);
  expect(log.some(({ event }) => event === 'internal error')).toBe(true);
});

test('the cost of an operation is told with its limit, and grows with what is asked', async () => {
  const { ask } = await serveGraph();
  const cost = async (rest: string) => {
    const { body } = await ask(`{ operationCost { estimated limit } ${rest} }`);
    return body.data?.operationCost as { estimated: number; limit: number };
  };
  expect(await cost('')).toEqual({ estimated: 3, limit: 50_000 });
  expect((await cost('payers { slug }')).estimated).toBeGreaterThan(3);
});
