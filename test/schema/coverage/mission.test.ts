/** The question the graph exists for: which component does each payer cover, on which day, and what is that based on? */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';

interface Cell {
  readonly payer: { readonly slug: string; readonly kind: string };
  readonly lineOfBusiness: string;
  readonly component: { readonly reportedBy: readonly { readonly code: { readonly code: string } }[] };
  readonly state: string;
  readonly reach: string;
  readonly unknownReason: string | null;
  readonly priorAuthorization: string;
  readonly priorAuthorizationUnknownReason: string | null;
  readonly best: {
    readonly covered: string | null;
    readonly basis: string;
    readonly statedAt: string | null;
    readonly knowledgeLevel: string;
    readonly unknownReason: string | null;
    readonly explanation: { readonly text: string };
    readonly policyVersion: { readonly policy: { readonly number: string | null } } | null;
    readonly citations: readonly {
      readonly locator: string | null;
      readonly source: { readonly title: string };
    }[];
  } | null;
  readonly searched: readonly { readonly id: string }[];
}

interface Matrix {
  readonly columns: readonly { readonly payer: { readonly slug: string } }[];
  readonly rows: readonly { readonly cells: readonly Cell[] }[];
  readonly tally: readonly { readonly state: string; readonly count: number }[];
}

const source = `query ($input: MatrixInput!) { coverageMatrix(input: $input) {
  columns { payer { slug } lineOfBusiness }
  rows { cells {
    payer { slug kind } lineOfBusiness component { reportedBy { code { code } } } state reach unknownReason
    priorAuthorization priorAuthorizationUnknownReason searched { id }
    best { covered basis statedAt knowledgeLevel unknownReason explanation { text }
      policyVersion { policy { number } } citations { locator source { title } } } } }
  tally { state count } } }`;

const codes = ['77089', '77090', '77091', '77092'];

async function matrix(input: object = {}): Promise<Matrix> {
  const asked = { codes: [{ code: '77090' }, { code: '77092' }], ...input };
  return (await ask<{ coverageMatrix: Matrix }>(source, { input: asked })).coverageMatrix;
}

const cellsOf = ({ rows }: Matrix): Cell[] => rows.flatMap(({ cells }) => [...cells]);
const codeOf = (cell: Cell) => cell.component.reportedBy[0]?.code.code ?? '';

describe('trabecular bone score today', async () => {
  const answer = await matrix();

  test('the whole family is shown, since its parts are told apart by code', () => {
    expect(answer.rows.map(({ cells: [first] }) => first && codeOf(first))).toEqual(codes);
  });

  test('Aetna covers every component commercially, as an adjunct, under conditions', () => {
    const cells = cellsOf(answer).filter(
      ({ payer, lineOfBusiness }) => payer.slug === 'aetna' && lineOfBusiness === 'COMMERCIAL',
    );
    expect(cells.map((cell) => [codeOf(cell), cell.state, cell.best?.basis])).toEqual(
      codes.map((code) => [code, 'CONDITIONAL', 'ADJUNCT']),
    );
  });

  test('what Aetna says reaches the codes as an entailment from a passage, and says so', () => {
    const cells = cellsOf(answer).filter(
      ({ payer, state }) => payer.slug === 'aetna' && state === 'CONDITIONAL',
    );
    expect(cells.length).toBeGreaterThanOrEqual(codes.length);
    for (const { best, reach } of cells) {
      expect(reach).toBe('STATED');
      expect(best).toMatchObject({ statedAt: 'SERVICE_FAMILY', knowledgeLevel: 'ENTAILMENT' });
      expect(best?.policyVersion?.policy.number).toMatch(/0134/);
      expect(best?.citations[0]?.locator).toBeTruthy();
      expect(best?.explanation.text).toMatch(/Entailed/);
    }
  });

  test('the texts of Medicare that were read are silent on the codes, which is not a denial', () => {
    const cells = cellsOf(answer).filter(({ payer }) => payer.slug === 'medicare');
    expect(cells.map((cell) => [codeOf(cell), cell.state, cell.unknownReason])).toEqual(
      codes.map((code) => [code, 'UNKNOWN', 'POLICY_SILENT_ON_CODE']),
    );
  });

  test('Medicare prices the codes and that turns no cell to covered', async () => {
    const { billingCodes } = await ask<{
      billingCodes: { feeSchedule: { nonFacilityAmount: string | null }[] }[];
    }>(
      'query ($codings: [Code!]!) { billingCodes(codings: $codings) { feeSchedule { nonFacilityAmount } } }',
      { codings: codes.map((code) => ({ code })) },
    );
    expect(billingCodes.every(({ feeSchedule }) => Number(feeSchedule[0]?.nonFacilityAmount) > 0)).toBe(true);
    expect(
      cellsOf(answer).filter(({ payer, state }) => payer.slug === 'medicare' && state !== 'UNKNOWN'),
    ).toEqual([]);
  });
});

describe('every cell', async () => {
  const answer = await matrix({ families: ['ServiceFamily:trabecular-bone-score', 'ServiceFamily:dxa-vfa'] });
  const cells = cellsOf(answer);

  test('is filled: the tally adds up to rows times columns', () => {
    const counted = answer.tally.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(answer.rows.length * answer.columns.length);
    expect(cells).toHaveLength(counted);
  });

  test('has a reason exactly when it is unknown', () => {
    expect(
      cells.filter(({ state, unknownReason }) => (state === 'UNKNOWN') !== (unknownReason !== null)),
    ).toEqual([]);
  });

  test('has a statement with a source exactly when it is known', () => {
    const known = cells.filter(({ state }) => state !== 'UNKNOWN' && state !== 'NOT_APPLICABLE');
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter(({ best }) => !best?.covered || best.citations.length === 0)).toEqual([]);
    const unknown = cells.filter(({ state }) => state === 'UNKNOWN');
    expect(unknown.filter(({ best }) => best && best.covered !== null)).toEqual([]);
  });

  test('answers prior authorization apart from coverage, with a reason exactly when that is unknown', () => {
    const odd = cells.filter(
      (cell) => (cell.priorAuthorization === 'UNKNOWN') !== (cell.priorAuthorizationUnknownReason !== null),
    );
    expect(odd).toEqual([]);
  });

  test('belongs to a payer that decides for itself, never to the association', () => {
    expect(cells.filter(({ payer }) => payer.kind === 'ASSOCIATION')).toEqual([]);
  });
});

test('asking for the association answers with its licensees', async () => {
  const { columns } = await matrix({ payers: ['Payer:bcbs'] });
  const { payer } = await ask<{ payer: { licensees: { slug: string }[] } }>(
    '{ payer(slug: "bcbs") { licensees { slug } } }',
  );
  expect(payer.licensees.length).toBeGreaterThan(5);
  expect(new Set(columns.map((column) => column.payer.slug))).toEqual(
    new Set(payer.licensees.map(({ slug }) => slug)),
  );
});

test('before the codes existed no cell applies, for any payer', async () => {
  const { tally } = await matrix({ asOf: { dateOfService: '2021-12-31' } });
  expect(tally.map(({ state }) => state)).toEqual(['NOT_APPLICABLE']);
  const first = await matrix({ asOf: { dateOfService: '2022-01-01' } });
  expect(first.tally.map(({ state }) => state)).not.toContain('NOT_APPLICABLE');
});

test('before the graph held anything it knew of nothing: every cell is unknown, none applies less', async () => {
  const { tally, rows } = await matrix({ asOf: { knownAt: '2025-07-01T00:00:00Z' } });
  expect(tally.map(({ state }) => state)).toEqual(['UNKNOWN']);
  expect(rows.flatMap(({ cells }) => cells.filter(({ best }) => best))).toEqual([]);
});

test('a group of services gives the rows of its members, one after another', async () => {
  const { serviceFamily } = await ask<{
    serviceFamily: { members: readonly { readonly id: string }[] };
  }>('{ serviceFamily(id: "ServiceFamily:bone-densitometry") { members { id } } }');
  const members = serviceFamily.members.map(({ id }) => id);
  const asked = async (families: readonly string[]) =>
    (await matrix({ codes: null, families, payers: ['Payer:medicare'] })).rows;
  const rows = await asked(['ServiceFamily:bone-densitometry']);
  expect(rows.length).toBeGreaterThan(members.length);
  expect(rows).toEqual(await asked(members));
});
