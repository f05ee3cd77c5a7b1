/** Webhooks: what subscribers are sent, how it is signed, and what becomes of what they do not take. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { coverage } from '../../../db/tables/index.ts';
import { checkHere } from '../../../src/kit/check-release.ts';
import type { LogEntry } from '../../../src/kit/log.ts';
import { takeSnapshot } from '../../../src/kit/snapshot.ts';
import { post } from '../../../src/webhooks/post.ts';
import { signedHeaders } from '../../../src/webhooks/sign.ts';
import { startWebhooks } from '../../../src/webhooks/start.ts';
import { graph, one, two } from '../../kit/feed.ts';
import { ids } from '../../kit/synthetic.ts';
import { launch } from '../kit/process.ts';
import { receiver, secretOf, verify } from './receiver.ts';

const secret = secretOf('a');

/** A graph, and what sends its changes to some subscribers. */
function sending() {
  const made = graph();
  const log: LogEntry[] = [];
  const file = `${made.file}.subscribers.json`;
  const reachedFile = `${made.file}.webhooks.json`;
  let stop = () => {};
  return {
    made,
    log,
    reached: () => (existsSync(reachedFile) ? JSON.parse(readFileSync(reachedFile, 'utf8')) : {}),
    dead: () =>
      readFileSync(`${made.file}.webhooks-dead.ndjson`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    /** Builds, and has the release found whole, as a process that answers does. */
    async serve(edit: () => void = () => {}) {
      edit();
      made.build();
      await takeSnapshot(made.file, checkHere);
    },
    start(subscribers: readonly object[], delays = [20, 20]) {
      writeFileSync(file, JSON.stringify({ subscribers }));
      stop = startWebhooks({
        ...{ file, database: made.file, pollMs: 30, delays, publicUrl: 'https://graph.example' },
        log: (entry) => void log.push(entry),
      });
      onTestFinished(() => stop());
    },
    stop: () => stop(),
  };
}

const other = (n: number) => ({ summary: `Other words ${n}.` });

test('a message is signed as the convention has it', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = signedHeaders(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
    [key],
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('subscribers are sent what they ask for from the next release on, each once and in order, also after a restart', async () => {
  const { made, serve, start, stop, reached, log } = sending();
  const [all, filtered] = [await receiver(), await receiver()];
  const subscribers = [
    { name: 'all', url: all.url, secret: [secretOf('b'), secret] },
    {
      name: 'one-payer',
      url: filtered.url,
      secret,
      filter: { payers: ['synthetic-two'], kinds: ['UPDATED'] },
    },
  ];
  await serve();
  start(subscribers);
  await expect.poll(() => Object.keys(reached()).sort()).toEqual(['all', 'one-payer']);
  await serve(() => {
    for (const id of [one, two]) made.put(coverage, id, other(1));
  });
  await expect.poll(() => all.received.length).toBe(2);
  stop();
  await serve(() => made.drop(coverage, two));
  start(subscribers);
  await expect.poll(() => all.received.length).toBe(3);
  await expect.poll(() => reached().all.seq).toBe(3);
  expect(all.received.map(({ payload }) => [payload.type, payload.data.statementId])).toEqual([
    ['change.updated', one],
    ['change.updated', two],
    ['change.retired', two],
  ]);
  expect(filtered.received.map(({ payload }) => payload.data.statementId)).toEqual([two]);
  expect(new Set(all.received.map(({ id }) => id)).size).toBe(3);
  for (const message of all.received) {
    // Either of two secrets verifies while one is replaced, and no third one.
    expect([secret, secretOf('b'), secretOf('c')].map((each) => verify(message, each))).toEqual([
      true,
      true,
      false,
    ]);
    expect(message.headers['content-type']).toBe('application/json');
  }
  const [{ payload } = { payload: { type: '', timestamp: '', data: {} } }] = all.received;
  expect(payload).toEqual({
    type: 'change.updated',
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    data: expect.objectContaining({
      url: `https://graph.example/id/${one}`,
      cause: 'KNOWLEDGE',
      payerIds: [ids.payer],
      codeIds: [ids.code],
      note: 'Changed: summary.',
      content: expect.stringContaining('What this graph knows changed'),
    }),
  });
  expect(JSON.stringify(log)).not.toContain(secret.slice(6));
});

test('what is not taken is sent again with the same id, and goes to the dead letters after the last try', async () => {
  const { made, serve, start, dead, reached, log } = sending();
  const answers: (number | 'silence')[] = [500, 'silence', 302, 204];
  const { url, received } = await receiver((seen) => answers[seen - 1] ?? 204);
  await serve();
  start([{ name: 'slow', url, secret }]);
  await expect.poll(() => reached().slow).toBeDefined();
  await serve(() => {
    made.put(coverage, one, other(2));
    made.put(coverage, two, other(2));
  });
  await expect.poll(() => received.length).toBe(4);
  expect(new Set(received.slice(0, 3).map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  expect(received[3]?.payload.data.statementId).toBe(two);
  expect(dead()).toMatchObject([
    {
      subscriber: 'slow',
      webhookId: received[0]?.id,
      tries: 3,
      reason: 'status 302',
      payload: received[0]?.payload,
    },
  ]);
  expect(log.filter(({ event }) => event === 'webhook not delivered').map(({ reason }) => reason)).toEqual([
    'status 500',
    'ECONNRESET',
    'status 302',
  ]);
});

test('the log names a filter for what the release does not have', async () => {
  const { serve, start, log } = sending();
  const filter = { payers: ['synthetic-one', 'nobody'], codes: ['00000'], policies: ['nobody/1'] };
  await serve();
  start([{ name: 'odd', url: 'http://localhost:1/', secret, filter }]);
  await expect
    .poll(() => log.find(({ level }) => level === 'warn')?.unknown)
    .toEqual(['Payer:nobody', 'BillingCode:CPT:00000', 'Policy:nobody/1']);
});

test('a subscriber that is gone is sent no more', async () => {
  const { made, serve, start, reached } = sending();
  const { url, received } = await receiver(() => 410);
  await serve();
  start([{ name: 'gone', url, secret }]);
  await expect.poll(() => reached().gone).toBeDefined();
  for (const n of [3, 4]) {
    await serve(() => made.put(coverage, one, other(n)));
    await expect.poll(() => received.length).toBe(1);
  }
});

test('where another feed begins, subscribers learn that they need a fresh copy', async () => {
  const { made, serve, start, stop, reached } = sending();
  const { url, received } = await receiver();
  await serve();
  start([{ name: 'team', url, secret }]);
  await expect.poll(() => reached().team).toBeDefined();
  stop();
  writeFileSync(
    `${made.file}.webhooks.json`,
    JSON.stringify({ team: { feedId: 'another', seq: 7, at: '2026-01-01T00:00:00Z' } }),
  );
  start([{ name: 'team', url, secret }]);
  await expect.poll(() => received.map(({ payload }) => payload.type)).toEqual(['feed.restarted']);
  await serve(() => made.drop(coverage, one));
  await expect
    .poll(() => received.map(({ payload }) => payload.type))
    .toEqual(['feed.restarted', 'change.retired']);
});

test.each([
  'https://10.0.0.7/hook',
  'https://169.254.169.254/',
  'https://[fd00::1]/',
  'https://[::ffff:192.168.0.1]/',
])('%s is not reached unless it is allowed', async (address) => {
  const posted = await post({ url: new URL(address), isPrivate: false }, {}, '{}');
  expect(posted).toEqual({ failure: expect.stringContaining('only this network reaches') });
});

test('a file of subscribers that cannot be used stops the start, every fault named and no secret', () => {
  const { start } = sending();
  const faulty = [
    { name: 'a', url: 'http://hooks.example/', secret: 'whsec_c2hvcnQ=' },
    { name: 'a', url: 'https://hooks.example/', secret, filter: { codes: ['nothing'], kinds: ['GONE'] } },
  ];
  expect(() => start(faulty)).toThrow(
    expect.objectContaining({
      name: 'WebhooksError',
      message: expect.stringMatching(
        /subscribers\.0\.url: .*https[\s\S]*subscribers\.0\.secret: [\s\S]*subscribers\.1\.name: [\s\S]*filter\.codes: [\s\S]*filter\.kinds: /,
      ),
    }),
  );
  expect(() => start([{ ...faulty[0], filters: {} }])).toThrow(/filters/);
  expect(() => start(faulty)).not.toThrow(/c2hvcnQ/);
});

test('the program says in a sentence why it cannot start', async () => {
  const { stopped, said } = launch({ WEBHOOKS: 'no-such-file.json' });
  expect(await stopped).toBe(1);
  expect(said()).toMatch(/^no-such-file\.json cannot be read: .*\n$/);
});
