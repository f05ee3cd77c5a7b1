/** Errors: a client reads those made for it, and nothing of those that were not. */

import { expect, test, vi } from 'vitest';
import { badInput } from '../../../schema/kit/errors.ts';
import { codes, serve } from './fixture.ts';

const secrets = /SQLITE|secrets|etc|\.ts|node_modules|TypeError|stack/;

test('an error with a code comes through as it is', async () => {
  const { ask } = await serve();
  const answer = await ask('{ refuses }');
  expect(answer.body.errors?.[0]).toMatchObject({
    message: 'That name is not known.',
    path: ['refuses'],
    extensions: { code: 'UNKNOWN_ID' },
  });
});

test.each(['development', 'test', 'production'])(
  'in %s any other error is masked, and logged whole',
  async (env) => {
    vi.stubEnv('NODE_ENV', env);
    const { ask, log } = await serve();
    for (const field of ['fails', 'failsAsync { name }', 'required']) {
      const answer = await ask(`{ ${field} }`, undefined, { 'x-request-id': 'the-request' });
      expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
      expect(answer.body.errors?.[0]?.message).toBe(
        'Something failed inside the server. Quote request id the-request when you report it.',
      );
      expect(answer.body.errors?.[0]?.path).toEqual([field.split(' ')[0]]);
      expect(JSON.stringify(answer.body)).not.toMatch(secrets);
    }
    const errors = log.filter((entry) => entry.event === 'internal error');
    expect(errors.map((entry) => entry.message)).toEqual([
      'SQLITE_ERROR: no such table: secrets',
      'cannot read /etc/secrets',
      'Cannot return null for non-nullable field Query.required.',
    ]);
    expect(errors[0]?.stack).toContain('fixture-graph.ts');
    vi.unstubAllEnvs();
  },
);

test('an error while the context is made is masked', async () => {
  const { ask, log } = await serve({
    context: () => {
      throw new Error('SQLITE_CORRUPT: /etc/secrets');
    },
  });
  const answer = await ask('{ release }');
  expect(answer.status).toBe(500);
  expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(JSON.stringify(answer.body)).not.toMatch(secrets);
  expect(log.filter((entry) => entry.event === 'internal error')).toHaveLength(1);
});

test('what fails before the graph is asked is masked too', async () => {
  const { ask, log } = await serve({
    clock: () => {
      throw new Error('SQLITE_CORRUPT: /etc/secrets');
    },
  });
  const answer = await ask('{ release }', undefined, { 'x-request-id': 'the-request' });
  expect(answer.status).toBe(500);
  expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(answer.body.errors?.[0]?.message).toContain('Quote request id the-request');
  expect(JSON.stringify(answer.body)).not.toMatch(secrets);
  expect(log.filter((entry) => entry.level === 'error')).toMatchObject([
    { message: 'SQLITE_CORRUPT: /etc/secrets' },
  ]);
});

test('a header the graph cannot use is told so, and nothing is executed', async () => {
  const { ask, log } = await serve({
    context: () => {
      throw badInput('as-of-known-at', 'as-of-known-at is no moment: give one such as 2026-01-01T00:00:00Z.');
    },
  });
  const answer = await ask('{ release }');
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'as-of-known-at' });
  expect(log.filter((entry) => entry.level === 'error')).toEqual([]);
});

test('a document that is not GraphQL, or not of this graph, is told what is wrong with it', async () => {
  const { ask } = await serve();
  expect(codes(await ask('{ release'))).toEqual(['GRAPHQL_PARSE_FAILED']);
  const unknown = await ask('{ realease }');
  expect(codes(unknown)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(unknown.body.errors?.[0]?.message).toContain('Did you mean "release"');
});
