/** What a subgraph that holds claims asks: what the payer of a line says of what the line bills, on its day. */

import { describe, expect, test } from 'vitest';
import { ask, observed, query } from '../../kit/graph.ts';

interface Key {
  readonly payer?: string;
  readonly code?: string;
  readonly modifiers?: string;
  readonly lineOfBusiness?: string;
  readonly dateOfService?: string;
}

/** A reference to a line: an axial DXA billed to Aetna, unless it says otherwise. */
function line(key: Key) {
  const { payer = 'aetna', code = '77080' } = key;
  const { modifiers = '', lineOfBusiness = 'COMMERCIAL', dateOfService = '2026-10-05' } = key;
  return {
    __typename: 'ClaimLineCoverage',
    payer: { slug: payer },
    code: { system: 'CPT', code },
    modifiers,
    lineOfBusiness,
    dateOfService,
  };
}

interface Cell {
  readonly lineOfBusiness: string;
  readonly state: string;
  readonly unknownReason: string | null;
}

interface Coverage {
  readonly component: { readonly id: string } | null;
  readonly cells: readonly Cell[];
}

const cell = 'payer { slug } lineOfBusiness state reach unknownReason because { id } explanation { text }';
const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on ClaimLineCoverage { component { id } cells { ${cell} } } } }`;

const answers = async (keys: readonly Key[], asking = {}) =>
  (
    await ask<{ readonly _entities: readonly (Coverage | null)[] }>(
      source,
      { representations: keys.map(line) },
      asking,
    )
  )._entities;

const matrix = `query ($input: MatrixInput!) { coverageMatrix(input: $input) {
  rows { component { id } cells { ${cell} } } } }`;

interface Matrix {
  readonly coverageMatrix: {
    readonly rows: readonly {
      readonly component: { readonly id: string };
      readonly cells: readonly Cell[];
    }[];
  };
}

describe('the cells of a line are those of the coverage matrix', () => {
  test.each<[string, Key, string]>([
    ['that is not covered', { payer: 'bcbsal', code: '77086' }, 'NOT_COVERED'],
    ['that is covered', { payer: 'bcbsri', code: '77086', lineOfBusiness: 'MEDICARE_ADVANTAGE' }, 'COVERED'],
    ['with conditions', { code: '77090' }, 'CONDITIONAL'],
    ['that nobody knows of', { payer: 'uhc', code: '77089' }, 'UNKNOWN'],
    ['on a day before the policy that was read', { code: '0554T', dateOfService: '2025-11-03' }, 'UNKNOWN'],
    ['on a day under that policy', { code: '0554T', dateOfService: '2026-02-03' }, 'NOT_COVERED'],
    ['before its code was', { code: '77089', dateOfService: '2021-10-05' }, 'NOT_APPLICABLE'],
    [
      'billed by a modifier',
      { payer: 'medicare', modifiers: 'TC', lineOfBusiness: 'MEDICARE_FFS' },
      'CONDITIONAL',
    ],
  ])('%s', async (_what, key, state) => {
    const { payer, code, lineOfBusiness, dateOfService } = line(key);
    const { coverageMatrix } = await ask<Matrix>(matrix, {
      input: {
        codes: [code],
        payers: [`Payer:${payer.slug}`],
        linesOfBusiness: [lineOfBusiness],
        asOf: { dateOfService },
      },
    });
    const [found] = await answers([key]);
    const row = coverageMatrix.rows.find(({ component }) => component.id === found?.component?.id);
    expect(found?.cells.map((one) => one.state)).toEqual([state]);
    expect(found?.cells).toEqual(row?.cells);
  });
});

describe('the component is that which code and modifiers report:', () => {
  test.each([
    ['the code alone', '', 'ServiceComponent:dxa-axial/global'],
    ['modifier 26', '26', 'ServiceComponent:dxa-axial/professional-interpretation-and-report'],
    ['modifier TC beside another', '59 tc', 'ServiceComponent:dxa-axial/technical'],
    ['a modifier that names no component', '59', 'ServiceComponent:dxa-axial/global'],
  ])('%s', async (_what, modifiers, id) => {
    expect(await answers([{ modifiers }])).toMatchObject([{ component: { id } }]);
  });

  test('a code that people put in no family has the component that is worked out for it', async () => {
    const id = 'ServiceComponent:proposed-76499/76499';
    expect(await answers([{ code: '76499' }])).toMatchObject([
      { component: { id }, cells: [{ state: 'UNKNOWN' }] },
    ]);
  });
});

test('the day of the line goes before the day of the request', async () => {
  const asking = { headers: { 'as-of-date-of-service': '2025-11-03' } };
  const [found] = await answers([{ code: '0554T', dateOfService: '2026-02-03' }], asking);
  expect(found?.cells).toMatchObject([{ state: 'NOT_COVERED' }]);
});

test('the state of knowledge is that of the request', async () => {
  const asking = { headers: { 'as-of-known-at': '2020-01-01T00:00:00Z' } };
  const [found] = await answers([{ payer: 'bcbsal', code: '77086' }], asking);
  expect(found?.cells).toMatchObject([{ state: 'UNKNOWN', unknownReason: 'NOT_YET_REVIEWED' }]);
});

describe('a line that names no line of business', () => {
  const unnamed = { payer: 'bcbsri', code: '77086', lineOfBusiness: '' };

  test('has a cell for each that anything is known of', async () => {
    const [found] = await answers([unnamed]);
    expect(found?.cells).toMatchObject([
      { lineOfBusiness: 'COMMERCIAL', state: 'NOT_COVERED' },
      { lineOfBusiness: 'MEDICARE_ADVANTAGE', state: 'COVERED' },
    ]);
  });

  test('has the same cells alone and among others', async () => {
    // Of the one service only commercial plans are spoken of, of the other Medicare Advantage too.
    const keys = ['0508T', '77089'].map((code) => ({ payer: 'aetna', code, lineOfBusiness: '' }));
    const alone = await Promise.all(keys.map(async (key) => (await answers([key]))[0]));
    expect(alone.map((found) => found?.cells.length)).toEqual([1, 2]);
    expect(await answers(keys)).toEqual(alone);
  });
});

test('a payer or a code that this release does not hold makes the answer null, not unknown', async () => {
  const keys = [{ payer: 'nobody' }, { code: '77099' }, {}];
  expect(await answers(keys)).toMatchObject([null, null, { cells: [{ state: 'CONDITIONAL' }] }]);
});

test.each([
  ['a day that is none', { dateOfService: '2026-02-30' }, 'dateOfService'],
  ['a line of business that is none', { lineOfBusiness: 'toString' }, 'lineOfBusiness'],
  ['modifiers that are none', { modifiers: '26-59' }, 'modifiers'],
  ['too many modifiers', { modifiers: '26 59 76 77 KX' }, 'modifiers'],
])('%s is an error in its place, and the others are there', async (_what, key, field) => {
  const { data, errors } = await query(source, { representations: [{}, key, {}].map(line) });
  expect(data?._entities).toMatchObject([{ cells: [{}] }, null, { cells: [{}] }]);
  expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
    [['_entities', 1], { code: 'BAD_USER_INPUT', field }],
  ]);
});

test('a hundred lines of a day cost no more statements than ten', async () => {
  const codes = ['77080', '77085', '77086', '77089', '77090', '77091', '77092', '0554T'];
  const payers = ['aetna', 'bcbsal', 'cigna', 'uhc', 'bcbsri'];
  const many = Array.from({ length: 100 }, (_, i) => ({
    code: codes[i % codes.length] ?? '',
    payer: payers[i % payers.length] ?? '',
  }));
  const light = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on ClaimLineCoverage { cells { state } } } }`;
  const run = (keys: readonly Key[]) => observed(() => ask(light, { representations: keys.map(line) }));
  const ten = await run(many.slice(0, 10)); // among them cells in which nothing is stated: for these other days are read
  const all = await run(many);
  expect(all.runs.map(({ sql }) => sql)).toEqual(ten.runs.map(({ sql }) => sql));
});

describe('asked for at the root, a line', () => {
  const root = `query ($payer: ID!, $code: String!, $modifiers: [String!], $line: LineOfBusiness, $asOf: AsOfInput) {
    claimLineCoverage(payer: $payer, code: $code, modifiers: $modifiers, lineOfBusiness: $line, asOf: $asOf) {
      component { id } cells { ${cell} } } }`;
  const atRoot = (key: Key) => {
    const { payer, code, modifiers, lineOfBusiness, dateOfService } = line(key);
    return query(root, {
      payer: `Payer:${payer.slug}`,
      code: code.code,
      modifiers: modifiers.split(' ').filter(Boolean),
      line: lineOfBusiness || null,
      asOf: { dateOfService },
    });
  };

  test.each<Key>([
    { payer: 'medicare', modifiers: 'TC', lineOfBusiness: 'MEDICARE_FFS' },
    { modifiers: '59 26' },
    { code: '77089', dateOfService: '2021-10-05' },
    { payer: 'bcbsri', code: '77086', lineOfBusiness: '' },
    { code: '76499' },
  ])('has the answer of a reference: %j', async (key) => {
    const { data, errors } = await atRoot(key);
    expect(errors).toBeUndefined();
    expect(data?.claimLineCoverage).toEqual((await answers([key]))[0]);
  });

  test.each<[Key, string, string]>([
    [{ payer: 'nobody' }, 'UNKNOWN_ID', 'payer'],
    [{ code: '77099' }, 'UNKNOWN_ID', 'code'],
    [{ modifiers: '269' }, 'BAD_USER_INPUT', 'modifiers'],
  ])('that cannot be told is an error that names what: %j', async (key, code, field) => {
    const { data, errors } = await atRoot(key);
    expect(data?.claimLineCoverage).toBeNull();
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code, field }]);
  });
});
