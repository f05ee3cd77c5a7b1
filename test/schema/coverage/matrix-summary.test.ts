/** The matrix in short, on the seeded graph: it unfolds to exactly the cells, and says the same in words. */

import { describe, expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import { foundingGraph } from '../../kit/founding.ts';
import { ask } from '../../kit/graph.ts';

interface Place {
  readonly payer: { readonly id: string };
  readonly lineOfBusiness: string;
  readonly state: string;
  readonly unknownReason: string | null;
}

interface Group extends Place {
  readonly components: readonly { readonly id: string }[];
  readonly best: { readonly id: string } | null;
  readonly citations: readonly number[];
  readonly text: string;
}

interface Answer {
  readonly columns: readonly object[];
  readonly rows: readonly {
    readonly component: { readonly id: string };
    readonly cells: readonly (Place & {
      readonly because: readonly { readonly citations: readonly Cited[] }[];
    })[];
  }[];
  readonly summary: {
    readonly sentence: string;
    readonly text: string;
    readonly known: readonly Group[];
    readonly unknown: readonly {
      readonly reason: string;
      readonly count: number;
      readonly payers: readonly { readonly id: string }[];
      readonly groups: readonly Group[];
      readonly nextStep: string | null;
      readonly text: string;
    }[];
    readonly citations: readonly (Cited & { readonly number: number; readonly text: string })[];
  };
}

interface Cited {
  readonly locator: string | null;
  readonly part: string | null;
  readonly source: { readonly id: string };
}

const place = 'payer { id } lineOfBusiness state unknownReason';
const group = `${place} components { id } best { id } citations text`;
const cited = 'locator part source { id }';
const source = `query ($input: MatrixInput!) { coverageMatrix(input: $input) {
  columns { lineOfBusiness }
  rows { component { id } cells { ${place} because { citations { ${cited} } } } }
  summary { sentence text known { ${group} } citations { number text ${cited} }
    unknown { reason count payers { id } groups { ${group} } nextStep text } } } }`;

async function matrix(input: object, of?: Release): Promise<Answer> {
  return (await ask<{ coverageMatrix: Answer }>(source, { input }, of && { of })).coverageMatrix;
}

const five = ['Payer:aetna', 'Payer:cigna', 'Payer:uhc', 'Payer:bcbs', 'Payer:medicare'];
const mission = { codes: [{ code: '77090' }, { code: '77092' }], payers: five };

const cellKey = (component: string, { payer, lineOfBusiness, state, unknownReason }: Place) =>
  [component, payer.id, lineOfBusiness, state, unknownReason].join(' ');
const passage = ({ source, locator, part }: Cited) => JSON.stringify([source.id, locator, part]);

describe.each([
  ['the mission', mission],
  ['every payer on a group of services', { families: ['ServiceFamily:bone-densitometry'] }],
  ['a day before the codes', { ...mission, asOf: { dateOfService: '2021-12-31' } }],
  ['a moment before anything was known', { ...mission, asOf: { knownAt: '2025-07-01T00:00:00Z' } }],
])('of %s', async (_what, input) => {
  const { columns, rows, summary } = await matrix(input);
  const { known, unknown, citations } = summary;
  const groups = [...known, ...unknown.flatMap((some) => some.groups)];
  const cells = rows.flatMap((row) => row.cells);

  test('the groups unfold to exactly the cells, and the counts add up to rows times columns', () => {
    const unfolded = groups.flatMap((one) => one.components.map(({ id }) => cellKey(id, one)));
    const all = rows.flatMap(({ component, cells }) => cells.map((cell) => cellKey(component.id, cell)));
    expect(unfolded.sort()).toEqual(all.sort());
    const ofKnown = known.flatMap(({ components }) => components).length;
    const ofUnknown = unknown.reduce((sum, { count }) => sum + count, 0);
    expect(ofKnown + ofUnknown).toBe(rows.length * columns.length);
  });

  test('each passage that a cell rests on is cited once, under the number by which its group names it', () => {
    const used = new Set(
      cells.flatMap(({ because }) => because.flatMap((row) => row.citations.map(passage))),
    );
    expect(citations.map(passage).toSorted()).toEqual([...used].sort());
    expect(citations.map(({ number }) => number)).toEqual(
      citations
        .keys()
        .map((i) => i + 1)
        .toArray(),
    );
    for (const row of rows)
      for (const cell of row.cells) {
        const numbers = new Set(
          groups.find((one) =>
            one.components.some(({ id }) => cellKey(id, one) === cellKey(row.component.id, cell)),
          )?.citations,
        );
        for (const one of cell.because.flatMap((each) => each.citations))
          expect([...numbers].map((n) => citations[n - 1]).map((found) => found && passage(found))).toContain(
            passage(one),
          );
      }
  });

  test('unknown cells are apart from all others, by reason, with the payers they are of', () => {
    expect(known.filter(({ state, unknownReason }) => state === 'UNKNOWN' || unknownReason)).toEqual([]);
    for (const { reason, groups: some, payers } of unknown) {
      expect(
        some.filter(({ state, unknownReason }) => state !== 'UNKNOWN' || unknownReason !== reason),
      ).toEqual([]);
      expect(payers.map(({ id }) => id)).toEqual([...new Set(some.map(({ payer }) => payer.id))]);
    }
  });

  test('the text has the sentence, the lines and each source that they cite', () => {
    const { sentence, text } = summary;
    expect(text.startsWith(sentence)).toBe(true);
    for (const { text: line } of unknown) expect(text).toContain(line);
    for (const { text: line, best } of known.slice(0, 40))
      if (best) expect(text).toContain(`- ${line} Why: \`${best.id}\``);
    for (const [mark, n] of text.matchAll(/\[(\d+)\]/g)) {
      const source = citations[Number(n) - 1]?.text ?? '';
      expect(source.startsWith(`${mark} `)).toBe(true);
      expect(text).toContain(`\n${source}`);
    }
  });
});

const founding = foundingGraph();

test('the mission is answered in a sentence, with names and not ids, and nothing unknown is called not covered', async () => {
  const { summary } = await matrix(mission, founding());
  expect(summary.sentence).toMatch(
    /^On 24 November 2026 an answer on trabecular bone score is known of .* of five payers: /,
  );
  expect(summary.sentence).toContain('Aetna covers it with conditions (commercial; by a secondary report)');
  expect(summary.sentence).toContain('which does not mean that they do not cover it');
  expect(summary.text).not.toMatch(/Payer:|ServiceComponent:|\bundefined\b|\bnull\b/);
  const [aetna] = summary.known;
  expect(aetna?.text).toMatch(
    /^Aetna, commercial: covered with conditions \(adjunct\) for 77089, 77090, 77091 and 77092\. /,
  );
  expect(aetna?.best?.id).toContain('aetna');
  const silent = summary.unknown.find(({ reason }) => reason === 'POLICY_SILENT_ON_CODE');
  expect(silent?.text).toContain('Medicare (CMS), Medicare fee-for-service: ');
  expect(silent?.nextStep).toBe('Ask the payer, or the contractor that decides for it.');
});

test('it fits on a screen, where the cells take a book', async () => {
  const { rows, summary } = await matrix(mission, founding());
  expect(summary.text.split('\n').length).toBeLessThan(40);
  expect(summary.text.length).toBeLessThan(JSON.stringify(rows).length / 5);
});
