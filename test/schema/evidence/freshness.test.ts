/** How near the sources of the seeded graph are to their publishers, and what is stale on which day. */

import { describe, expect, test } from 'vitest';
import { statementTables } from '../../../db/tables/index.ts';
import { ask, query } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

interface Freshness {
  readonly state: string;
  readonly readAgainBy: string | null;
  readonly day: string;
}

interface Source {
  readonly slug: string;
  readonly url: string | null;
  readonly officialUrl: string | null;
  readonly officialUrlUnknownReason: string | null;
  readonly relayed: boolean;
  readonly level: string;
  readonly cadence: string;
  readonly staleFrom: string | null;
  readonly freshness: Freshness;
}

const fields =
  'slug url officialUrl officialUrlUnknownReason relayed level cadence staleFrom freshness { state readAgainBy day }';

/** The sources, as the graph was known at noon of a day. */
async function sources(day: string, staleOn?: string): Promise<readonly Source[]> {
  const question = `query ($staleOn: Date) { sources(staleOn: $staleOn) { ${fields} } }`;
  const asking = { now: new Date(`${day}T12:00:00Z`) };
  return (await ask<{ sources: Source[] }>(question, { staleOn }, asking)).sources;
}

async function source(slug: string): Promise<Source | undefined> {
  return (await sources('2026-11-30')).find((each) => each.slug === slug);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

describe('a source', () => {
  test('that was read in a copy has the address of its publisher beside that of the copy', async () => {
    expect(await source('S-NS-MUE')).toMatchObject({
      url: 'https://github.com/andrewallenbruce/northstar',
      officialUrl: expect.stringMatching(/^https:\/\/www\.cms\.gov\/.*medically-unlikely-edits-mues$/),
      officialUrlUnknownReason: null,
      level: 'RELAY_OF_PUBLISHER',
    });
  });

  test('has an official address, or the reason why it has none', async () => {
    for (const { slug, url, officialUrl, officialUrlUnknownReason, relayed } of await sources('2026-11-30')) {
      expect([slug, officialUrl === null]).toEqual([slug, officialUrlUnknownReason !== null]);
      if (!relayed) expect([slug, officialUrl]).toEqual([slug, url]);
    }
  });

  test.each([
    ['S-EVRY-RATES', 'OFFICIAL_FILE'],
    ['S-LCD-L36460', 'OFFICIAL_PAGE'],
    ['S-BCBSAL-202', 'PUBLISHER_DOCUMENT'],
    ['S-RVU22A', 'RELAY_OF_PUBLISHER'],
    ['S-AETNA-D3RX', 'SECONDARY_REPORT'],
  ])('%s is %s', async (slug, level) => {
    expect((await source(slug))?.level).toBe(level);
  });

  test.each([
    ['S-RVU25D', '2026-01-01'],
    ['S-RVU24AR', '2024-04-01'],
    ['S-NS-MUE', '2024-10-01'],
    ['S-CIGNA-0300-2021', '2022-04-15'],
    ['S-BCBSAL-202', '2027-11-22'],
    ['S-FR-1998', null],
    ['S-BCBSMA-400', null],
  ])('%s has to be read again by %s', async (slug, day) => {
    expect((await source(slug))?.staleFrom).toBe(day);
  });

  test('is not stale on the day before its day, and is on it; so do the sources that are stale on a day list it', async () => {
    const days = new Set((await sources('2026-11-30')).flatMap(({ staleFrom }) => staleFrom ?? []));
    for (const day of days) {
      const [before, on] = [dayBefore(day), day];
      for (const asked of [before, on]) {
        const stale = (await sources(asked)).filter(({ freshness }) => freshness.state === 'STALE');
        expect((await sources('2026-11-30', asked)).map(({ slug }) => slug)).toEqual(
          stale.map(({ slug }) => slug),
        );
      }
      const added = (await sources('2026-11-30', on)).length - (await sources('2026-11-30', before)).length;
      expect(added).toBeGreaterThan(0);
    }
  });

  test('that has no day is never listed as stale', async () => {
    expect((await sources('2026-11-30', '2199-12-31')).filter(({ staleFrom }) => !staleFrom)).toEqual([]);
  });

  test('is not asked for by a day that there is not', async () => {
    const { errors } = await query('{ sources(staleOn: "2026-02-30") { slug } }');
    expect(errors?.[0]?.message).toContain('2026-02-30');
  });
});

interface Statement {
  readonly id: string;
  readonly sourceLevel: string;
  readonly freshness: Freshness;
  readonly citations: readonly {
    readonly role: string;
    readonly sourceLevel: string;
    readonly source: Pick<Source, 'slug' | 'staleFrom' | 'cadence'>;
  }[];
}

/** Statements, as the graph was known at a day. */
async function statements(ids: readonly string[], day: string): Promise<readonly Statement[]> {
  const question = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Statement { sourceLevel
    freshness { state readAgainBy day } citations { role sourceLevel source { slug staleFrom cadence } } } } }`;
  const asking = { headers: { 'as-of-known-at': `${day}T23:59:59Z` } };
  return (await ask<{ nodes: Statement[] }>(question, { ids }, asking)).nodes;
}

describe.each(statementTables.map(({ type }) => type))('%s', async (type) => {
  const ids = idsOf(type).slice(0, 60);

  test('shows what it rests on', async () => {
    for (const { sourceLevel, citations } of await statements(ids, '2026-11-30'))
      expect(sourceLevel).toBe(citations[0]?.sourceLevel);
  });

  test.each(['2024-09-30', '2024-10-01', '2026-11-30', '2027-11-22', '2199-01-01'])(
    'is stale on %s where all that supports it is',
    async (day) => {
      for (const { id, freshness, citations } of await statements(ids, day)) {
        const supporting = citations.filter(({ role }) => role !== 'AGGREGATOR_KNOWLEDGE_SOURCE');
        const isStale = supporting.every(
          ({ source: { staleFrom } }) => staleFrom !== null && staleFrom <= day,
        );
        expect([id, freshness.state === 'STALE', freshness.day]).toEqual([id, isStale, day]);
      }
    },
  );
});

test('a re-packaging does not keep what it re-packages current', async () => {
  const resting = idsOf('FeeScheduleEntry');
  const found = (await statements(resting, '2025-12-31')).filter(({ citations }) =>
    citations.some(({ source: { slug } }) => slug === 'S-RVU-ARK'),
  );
  const beside = found.filter(({ citations }) => citations[0]?.source.slug === 'S-RVU24AR');
  expect(beside.length).toBeGreaterThan(0);
  for (const { freshness, citations } of beside) {
    expect(citations.find(({ source: { slug } }) => slug === 'S-RVU-ARK')?.source.staleFrom).toBe(
      '2026-04-01',
    );
    expect(freshness).toEqual({ state: 'STALE', readAgainBy: '2024-10-01', day: '2025-12-31' });
  }
});

interface Report {
  readonly markdown: string;
  readonly sections: readonly {
    readonly stale: number;
    readonly statements: {
      readonly nodes: readonly { readonly text: string; readonly freshness: Freshness }[];
    };
  }[];
}

test.each(['2026-09-30', '2026-11-24', '2030-01-01'])(
  'a report as known on %s marks what is stale',
  async (day) => {
    const question = `query ($asOf: AsOfInput) { codeReport(code: "77090", asOf: $asOf) { markdown
    sections { stale statements(first: 100) { nodes { text freshness { state readAgainBy day } } } } } }`;
    const asOf = { dateOfService: '2025-10-15', knownAt: `${day}T12:00:00Z` };
    const { codeReport } = await ask<{ codeReport: Report }>(question, { asOf });
    const facts = codeReport.sections.flatMap(({ statements }) => statements.nodes);
    for (const { stale, statements } of codeReport.sections)
      expect(stale).toBe(statements.nodes.filter(({ freshness }) => freshness.state === 'STALE').length);
    const lines = codeReport.markdown.split('\n');
    for (const { text } of facts) {
      const same = facts.filter((fact) => fact.text === text).map(({ freshness }) => freshness);
      const line = lines.find((each) => each.startsWith(`- ${text}`));
      expect([text, line?.includes('_Stale: to be read again by ')]).toEqual([
        text,
        same.every(({ state }) => state === 'STALE'),
      ]);
    }
  },
);
