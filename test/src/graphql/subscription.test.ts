/** Subscriptions: real streams from a real server over real builds of the seed, while releases are swapped in. */

import { expect, onTestFinished, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { openReleases, type Releases } from '../../../src/kit/releases.ts';
import type { ServerOptions } from '../../../src/server.ts';
import { type Trial, trial } from '../../seed/kit/seed-trial.ts';
import { type Served, serve } from '../kit/fixture.ts';
import { type Stream, type StreamResult, subscribe } from '../kit/sse.ts';

const fields =
  'cursor kind statementId previousId statement { id ... on CoverageStatement { summary note } }';
const all = `subscription ($since: String) { statementChanged(since: $since) { ${fields} } }`;

interface Event {
  readonly cursor: string;
  readonly kind: string;
  readonly statementId: string;
  readonly statement: { readonly id: string; readonly summary?: string } | null;
}

interface Live extends Served {
  readonly releases: Releases;
}

/** Serves a graph that is built in that file, by the schema of this project, until the test is over. */
async function live(file: string, options: Partial<ServerOptions> = {}): Promise<Live> {
  const releases = await openReleases({ file, pollMs: 3_600_000, log: () => {} });
  onTestFinished(() => releases.close());
  const served = await serve({ withoutRelease: true, schema, context: graphContext, releases, ...options });
  return { ...served, releases };
}

const eventOf = (result: StreamResult | undefined) => result?.data?.statementChanged as Event | undefined;
const nextEvent = async (stream: Stream) => eventOf(await stream.next());

async function cursorOf({ ask }: Served): Promise<string> {
  const { body } = await ask('{ graphInfo { changeCursor } }');
  const { graphInfo } = body.data as { graphInfo: { changeCursor: string } };
  return graphInfo.changeCursor;
}

const adjunct =
  'summary: Trabecular bone score is listed as covered beside (as an adjunct to) bone mass measurement.';
const reworded = (n: number) => `summary: Trabecular bone score is listed as an adjunct, reading ${n}.`;

/** Says the same of four codes in other words, builds, and has it served. */
async function reword(seed: Trial, { releases }: Live, n: number): Promise<void> {
  seed.change('policies/aetna/0134.yaml', n === 1 ? adjunct : reworded(n - 1), reworded(n));
  await seed.build();
  await releases.check();
}

test('a new release is heard of, for the codes, payers and kinds asked, with the statement as it holds it', async () => {
  const seed = trial();
  seed.takeBuilt();
  const server = await live(seed.database);
  const scoped = (args: string) =>
    subscribe(server.url, `subscription { statementChanged(${args}) { ${fields} } }`, {}, 'GET');
  const interpretation = await scoped(
    'codes: [{ code: "77092" }], payers: ["Payer:aetna"], kinds: [UPDATED]',
  );
  const everything = await subscribe(server.url, all);
  const others = await scoped('payers: ["Payer:cigna"]');

  await reword(seed, server, 1);
  expect(await nextEvent(interpretation)).toMatchObject({
    kind: 'UPDATED',
    statementId: 'CoverageStatement:CPT:77092/aetna/COMMERCIAL/0134/2026',
    statement: { summary: 'Trabecular bone score is listed as an adjunct, reading 1.' },
  });
  const heard = [];
  for (let n = 0; n < 4; n++) heard.push((await nextEvent(everything))?.statementId);
  expect(heard.map((id) => /77\d{3}/.exec(id ?? '')?.[0])).toEqual(['77089', '77090', '77091', '77092']);
  const silent = others.next().then(() => 'spoke');
  expect(await Promise.race([silent, new Promise((resolve) => setTimeout(resolve, 200, 'silent'))])).toBe(
    'silent',
  );
}, 60_000);

test('what was missed between two streams is sent first, and nothing twice; a stream keeps no old release open', async () => {
  const seed = trial();
  seed.takeBuilt();
  const server = await live(seed.database);
  const lease = server.releases.lease();
  const first = await subscribe(server.url, all, { since: await cursorOf(server) });
  await reword(seed, server, 1);
  const heard = [await nextEvent(first), await nextEvent(first)];
  lease?.end();
  expect(() => lease?.release.store.get('select 1')).toThrow('not open');
  first.leave();

  await reword(seed, server, 2);
  const second = await subscribe(server.url, all, { since: heard[1]?.cursor });
  for (let n = 0; n < 6; n++) heard.push(await nextEvent(second));
  await reword(seed, server, 3);
  for (let n = 0; n < 4; n++) heard.push(await nextEvent(second));

  const told = (await server.ask('{ changes(first: 100) { nodes { cursor } } }')).body.data?.changes;
  expect(heard.map((event) => event?.cursor)).toEqual(
    (told as { nodes: Event[] }).nodes.map(({ cursor }) => cursor),
  );
  // The third and fourth are of the first change, and are told with what the release that answers holds.
  expect(heard[2]?.statement?.summary).toContain('reading 2');
}, 60_000);

test('a build that changes nothing is swapped in unheard, and a feed that ends is told', async () => {
  const seed = trial();
  seed.takeBuilt();
  const server = await live(seed.database);
  const stream = await subscribe(server.url, all);
  await seed.build();
  await server.releases.check();
  await reword(seed, server, 1);
  expect((await nextEvent(stream))?.kind).toBe('UPDATED');
  for (let n = 0; n < 3; n++) await nextEvent(stream);

  seed.forget();
  await seed.build();
  await server.releases.check();
  const last = await stream.next();
  expect(last?.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'since',
    freshCopy: true,
  });
  expect(await stream.next()).toBeUndefined();
  expect(stream.completed()).toBe(true);
}, 60_000);
