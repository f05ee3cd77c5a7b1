/** Odd but answerable: too many, the same twice, spaces, lower case, nulls; each is answered for what it means, or refused by name. */

import { expect, test } from 'vitest';
import { query } from '../../kit/graph.ts';

test('ten thousand codes are refused with the most that is allowed', async () => {
  const codings = Array.from({ length: 10_000 }, (_, i) => ({ code: String(i).padStart(5, '0') }));
  const asked = 'query ($codings: [Code!]!) { billingCodes(codings: $codings) { id } }';
  const { errors = [] } = await query(asked, { codings });
  const [refusal, ...rest] = errors.map(({ message, extensions }) => ({ message, ...extensions }));
  expect(refusal).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'codings',
    message: expect.stringMatching(/most is 500/),
  });
  expect(rest).toEqual([]);
});

test('an unknown code among several is null in its place, with an error that names it', async () => {
  const { data, errors } = await query(
    '{ billingCodes(codings: [{ code: "77090" }, { code: "12345" }, { code: "77092" }]) { code } }',
  );
  expect(data?.billingCodes).toEqual([{ code: '77090' }, null, { code: '77092' }]);
  expect(errors?.map(({ path, extensions }) => [path, extensions.code, extensions.field])).toEqual([
    [['billingCodes', 1], 'UNKNOWN_ID', 'codings[1]'],
  ]);
});

test('what is no code is null in its place too, whatever stands before it', async () => {
  const { data, errors = [] } = await query(
    '{ billingCodes(codings: [{ code: "12345" }, { code: "" }, { code: "77090" }]) { code } }',
  );
  expect(data?.billingCodes).toEqual([null, null, { code: '77090' }]);
  const found = errors.map(({ path, extensions }) => [path?.[1], extensions.code, extensions.field]);
  expect(found.toSorted()).toEqual([
    [0, 'UNKNOWN_ID', 'codings[0]'],
    [1, 'BAD_USER_INPUT', 'codings[1]'],
  ]);
});

test('codes are found with spaces, in lower case, and twice where they are asked twice', async () => {
  const { data, errors } = await query(
    '{ billingCodes(codings: [{ code: " 77090 " }, { code: "0554t" }, { code: "g0130" }, { code: "77090" }]) { code system } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.billingCodes).toEqual([
    { code: '77090', system: 'CPT' },
    { code: '0554T', system: 'CPT' },
    { code: 'G0130', system: 'HCPCS_LEVEL_II' },
    { code: '77090', system: 'CPT' },
  ]);
});

test('the same code, payer and line asked twice make one row and one column', async () => {
  const twice =
    'codes: [{ code: "77090" }, { code: "77090" }], payers: ["Payer:aetna", "Payer:aetna"], linesOfBusiness: [COMMERCIAL, COMMERCIAL]';
  const { data } = await query(
    `{ coverageMatrix(input: { ${twice} }) { columns { payer { slug } } rows { cells { state } } } }`,
  );
  expect(data?.coverageMatrix).toMatchObject({
    columns: [{ payer: { slug: 'aetna' } }],
    rows: { length: 4 },
  });
});

test('a well-formed id that this release does not hold is null, as is its place among several', async () => {
  const { data, errors } = await query(
    '{ node(id: "Payer:nobody") { id } nodes(ids: ["Payer:nobody", "Payer:aetna"]) { id } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: null, nodes: [null, { id: 'Payer:aetna' }] });
});

test('null in place of an optional argument is the same as leaving it out', async () => {
  const asked = `query ($asOf: AsOfInput, $first: Int, $after: String, $payers: [ID!]) {
    gaps(first: $first, after: $after, payers: $payers, asOf: $asOf) { totalCount } }`;
  const left = await query(asked);
  const nulls = await query(asked, { asOf: null, first: null, after: null, payers: null });
  expect(left.errors).toBeUndefined();
  expect(nulls).toEqual(left);
});
