/** Coverage as an HL7 Da Vinci CRD coverage-information extension: that of a statement and that of a cell are what the guide publishes. */

import { describe, expect, test } from 'vitest';
import { dayBefore } from '../../../db/kit/as-of.ts';
import { type Extension, type PublishedPart, violationsOf } from '../../kit/crd-definition.ts';
import { ask } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

/** What the system of a patient adds. */
const added = ['coverage'];

interface Statement {
  readonly id: string;
  readonly covered: string | null;
  readonly code: { readonly code: string };
  readonly validity: { readonly to: string | null };
  readonly crdCoverageInformation: Extension;
}

const { nodes: all } = await ask<{ nodes: (Statement & { readonly mention: boolean })[] }>(
  `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CoverageStatement { id mention covered code { code } validity { to } crdCoverageInformation } } }`,
  { ids: idsOf('CoverageStatement') },
);

/** A mention is none: of its payer nothing was read. */
const nodes = all.filter(({ mention }) => !mention);

interface Cell {
  readonly state: string;
  readonly payer: { readonly slug: string };
  readonly lineOfBusiness: string;
  readonly priorAuthorization: string;
  readonly best: {
    readonly summary: string;
    readonly evidence: string;
    readonly policyVersion: { readonly id: string } | null;
    readonly validity: { readonly to: string | null };
  } | null;
  readonly crdCoverageInformation: Extension;
}

/** Every cell of the seed, with its component. */
const cells = (
  await Promise.all(
    idsOf('ServiceFamily').map((family) =>
      ask<{ coverageMatrix: { rows: { component: { id: string }; cells: Cell[] }[] } }>(
        `query ($families: [ID!]) { coverageMatrix(input: { families: $families }) { rows { component { id }
          cells { state payer { slug } lineOfBusiness priorAuthorization best { summary evidence policyVersion { id } validity { to } } crdCoverageInformation } } } }`,
        { families: [family] },
      ),
    ),
  )
).flatMap(({ coverageMatrix }) =>
  coverageMatrix.rows.flatMap(({ component, cells }) =>
    cells.map((cell) => ({ ...cell, component: component.id })),
  ),
);

const parts = (
  { crdCoverageInformation: { extension } }: Pick<Cell, 'crdCoverageInformation'>,
  url: string,
) => extension.filter((part) => part.url === url);
const codeOf = (one: Pick<Cell, 'crdCoverageInformation'>, url: string) => parts(one, url)[0]?.valueCode;
const textOf = (part: PublishedPart | undefined) =>
  (part?.valueCodeableConcept as { readonly text: string } | undefined)?.text;

const words = {
  COVERED: 'covered',
  NOT_COVERED: 'not-covered',
  CONDITIONAL: 'conditional',
  INDETERMINATE: 'indeterminate',
} as const;

describe.each([
  ['statement of coverage that is no mention', nodes],
  ['cell of the matrix', cells],
])('every %s', (_, some: readonly Pick<Cell, 'crdCoverageInformation'>[]) => {
  test('is the extension that the guide defines: parts, types, value sets, invariants', () => {
    const wrong = some.flatMap((one) => violationsOf(one.crdCoverageInformation, added));
    expect(wrong).toEqual([]);
    expect(some.length).toBeGreaterThan(100);
  });

  test('refers to no patient and to no Coverage of one', () => {
    const patients = /valueReference|Patient\/|Coverage\/|"identifier"/;
    expect(some.filter((one) => patients.test(JSON.stringify(one.crdCoverageInformation)))).toEqual([]);
  });

  test('names what is billed in a code system with an address', () => {
    const codings = some.flatMap((one) => parts(one, 'billingCode').map(({ valueCoding }) => valueCoding));
    const odd = (codings as { system: string; code: string }[]).filter(
      ({ system, code }) => !/^http:/.test(system) || !/^[0-9A-Z]{5}(:[0-9A-Z]{2})?$/.test(code),
    );
    expect(odd).toEqual([]);
  });
});

describe('a statement', () => {
  test('is covered in the words of the guide, and indeterminate where it has no value', () => {
    const odd = nodes.filter(
      (one) => codeOf(one, 'covered') !== (words[one.covered as keyof typeof words] ?? 'indeterminate'),
    );
    expect(odd).toEqual([]);
    expect(new Set(nodes.map((one) => codeOf(one, 'covered')))).toEqual(new Set(Object.values(words)));
  });

  test('is asserted under its own id, of its own code, until the last day on which it holds', () => {
    const odd = nodes.filter((one) => {
      const [coding] = parts(one, 'billingCode').map(({ valueCoding }) => valueCoding as { code: string });
      const until = parts(one, 'expiry-date')[0]?.valueDate;
      return (
        parts(one, 'coverage-assertion-id')[0]?.valueString !== one.id ||
        coding?.code !== one.code.code ||
        until !== (one.validity.to ? dayBefore(one.validity.to) : undefined)
      );
    });
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe('a cell', () => {
  const stated = (state: string) => cells.filter((cell) => cell.state === state);

  test('is never covered: that is for the payer of a member to say', () => {
    expect(cells.filter((cell) => codeOf(cell, 'covered') === 'covered')).toEqual([]);
    expect(new Set(stated('COVERED').map((cell) => codeOf(cell, 'covered')))).toEqual(
      new Set(['conditional']),
    );
    expect(new Set(stated('CONDITIONAL').map((cell) => codeOf(cell, 'covered')))).toEqual(
      new Set(['conditional']),
    );
  });

  test('is not covered only where a policy of the payer excludes it, and names that policy', () => {
    const excluded = cells.filter((cell) => codeOf(cell, 'covered') === 'not-covered');
    expect(excluded.length).toBeGreaterThan(0);
    expect(excluded.filter((cell) => parts(cell, 'pa-needed').length > 0)).toEqual([]);
    expect(excluded).toEqual(
      stated('NOT_COVERED').filter(({ best }) => best?.policyVersion && best.evidence === 'PRIMARY'),
    );
    const linked = excluded.filter((cell) => JSON.stringify(parts(cell, 'detail')).includes('policy-link'));
    expect(linked.length).toBeGreaterThan(0);
  });

  test('that is unknown is indeterminate, with its reason and without an end', () => {
    const odd = stated('UNKNOWN').filter(
      (cell) =>
        codeOf(cell, 'covered') !== 'indeterminate' ||
        !textOf(parts(cell, 'reason')[0])?.includes('That is no denial.') ||
        parts(cell, 'expiry-date').length > 0,
    );
    expect(odd).toEqual([]);
  });

  test('says whether prior authorization is needed where that is known, and in words where it is not', () => {
    const pa: Readonly<Record<string, string | undefined>> = {
      NO_AUTH: 'no-auth',
      AUTH_NEEDED: 'auth-needed',
      CONDITIONAL: 'conditional',
      INDETERMINATE: 'indeterminate',
    };
    const open = cells.filter((cell) => codeOf(cell, 'covered') !== 'not-covered');
    expect(open.filter((cell) => codeOf(cell, 'pa-needed') !== pa[cell.priorAuthorization])).toEqual([]);
    expect(new Set(open.map((cell) => codeOf(cell, 'pa-needed'))).size).toBeGreaterThan(1);
    const silent = cells.filter(
      (cell) => !textOf(parts(cell, 'reason')[0])?.includes('Prior authorization:'),
    );
    expect(silent).toEqual([]);
  });

  test('is left to the place where Medicare leaves it to the contractor of the place', () => {
    const left = cells.filter((cell) => codeOf(cell, 'info-needed') === 'location');
    expect(new Set(left.map(({ payer }) => payer.slug))).toEqual(new Set(['medicare']));
  });

  test('has one assertion id with the other lines of business of its payer, short enough for a claim', () => {
    const idOf = (cell: Cell) => String(parts(cell, 'coverage-assertion-id')[0]?.valueString);
    const groups = Map.groupBy(cells, ({ component, payer }) => `${component} ${payer.slug}`);
    const several = [...groups.values()].filter((group) => group.length > 1);
    expect(several.length).toBeGreaterThan(0);
    expect([...groups.values()].filter((group) => new Set(group.map(idOf)).size > 1)).toEqual([]);
    expect(new Set([...groups.values()].map(([cell]) => cell && idOf(cell))).size).toBe(groups.size);
    expect(Math.max(...cells.map((cell) => idOf(cell).length))).toBeLessThanOrEqual(80);
  });
});
