/** What cannot be answered as asked: a typed error that names the field and the way out, never a silent null. */

import { describe, expect, test } from 'vitest';
import { cursorOf } from '../../../schema/kit/page.ts';
import { query } from '../../kit/graph.ts';

interface Refusal {
  readonly code: unknown;
  readonly field: unknown;
  readonly message: string;
}

async function refusals(source: string, variables: object = {}): Promise<Refusal[]> {
  const { errors = [] } = await query(source, { ...variables });
  return errors.map(({ message, extensions }) => ({
    code: extensions.code,
    field: extensions.field,
    message,
  }));
}

const matrix = (input: string) => `{ coverageMatrix(input: { ${input} }) { tally { count } } }`;
const family = 'families: ["ServiceFamily:trabecular-bone-score"]';

/** What is asked, the code and the field of the refusal, and the way out that its message shows. */
type Case = readonly [title: string, source: string, code: string, field: string, wayOut: RegExp];

const unknown: readonly Case[] = [
  [
    'a code that the release does not hold',
    '{ billingCode(code: "12345") { id } }',
    'UNKNOWN_ID',
    'code',
    /List them with/,
  ],
  ['a payer by slug', '{ payer(slug: "no-such-payer") { id } }', 'UNKNOWN_ID', 'slug', /payers/],
  [
    'a payer of the matrix',
    matrix(`${family}, payers: ["Payer:nobody"]`),
    'UNKNOWN_ID',
    'input.payers[0]',
    /payers/,
  ],
  [
    'a family of the matrix',
    matrix('families: ["ServiceFamily:nothing"]'),
    'UNKNOWN_ID',
    'input.families[0]',
    /serviceFamilies/,
  ],
  [
    'a code of the matrix',
    matrix('codes: [{ code: "00000" }]'),
    'UNKNOWN_ID',
    'input.codes[0]',
    /serviceFamilies/,
  ],
  ['a code report', '{ codeReport(code: "12345") { markdown } }', 'UNKNOWN_ID', 'code', /List them with/],
  ['a modifier', '{ modifier(code: "ZZ") { id } }', 'UNKNOWN_ID', 'code', /modifiers/],
  ['a diagnosis', '{ diagnosis(code: "Z99.99") { id } }', 'UNKNOWN_ID', 'code', /List them with/],
  ['a site', '{ siteOfService(slug: "moon") { id } }', 'UNKNOWN_ID', 'slug', /sitesOfService/],
  ['a place', '{ placeOfService(code: "98") { id } }', 'UNKNOWN_ID', 'code', /placesOfService/],
  ['a policy number', '{ policy(number: "XYZ 1") { id } }', 'UNKNOWN_ID', 'number', /policies/],
  ['a workflow', '{ workflow(id: "Workflow:none") { id } }', 'UNKNOWN_ID', 'id', /workflows/],
];

const malformed: readonly Case[] = [
  [
    'a code of other form',
    '{ billingCode(code: "7709") { id } }',
    'BAD_USER_INPUT',
    'code',
    /such as "77090"/,
  ],
  ['an empty code', '{ billingCode(code: "") { id } }', 'BAD_USER_INPUT', 'code', /such as "77090"/],
  ['a slug of two words', '{ payer(slug: "Blue Cross") { id } }', 'BAD_USER_INPUT', 'slug', /Payer:key/],
  [
    'an id of another type',
    '{ serviceFamily(id: "Payer:aetna") { id } }',
    'BAD_USER_INPUT',
    'id',
    /ServiceFamily/,
  ],
  [
    'an id of another type in a list',
    matrix(`${family}, payers: ["BillingCode:CPT:77090"]`),
    'BAD_USER_INPUT',
    'input.payers[0]',
    /Payer/,
  ],
  ['an id that tries to be SQL', `{ node(id: "Payer:' OR 1") { id } }`, 'BAD_USER_INPUT', 'id', /Type:key/],
  ['an id without a type', '{ node(id: "77090") { id } }', 'BAD_USER_INPUT', 'id', /Type:key/],
  ['an id of an unheard type', '{ node(id: "Unicorn:one") { id } }', 'BAD_USER_INPUT', 'id', /Type:key/],
  ['an id in another script', '{ node(id: "Payer:ätna✓") { id } }', 'BAD_USER_INPUT', 'id', /Type:key/],
  [
    'an id without end',
    `{ node(id: "Payer:${'a'.repeat(5000)}") { id } }`,
    'BAD_USER_INPUT',
    'id',
    /Type:key/,
  ],
  [
    'a day that no calendar has',
    matrix(`${family}, asOf: { dateOfService: "2025-02-30" }`),
    'BAD_USER_INPUT',
    'asOf.dateOfService',
    /YYYY-MM-DD/,
  ],
  [
    'a thirteenth month',
    matrix(`${family}, asOf: { dateOfService: "2025-13-01" }`),
    'BAD_USER_INPUT',
    'asOf.dateOfService',
    /YYYY-MM-DD/,
  ],
  [
    'a day with a time',
    matrix(`${family}, asOf: { dateOfService: "2025-01-01T00:00:00Z" }`),
    'BAD_USER_INPUT',
    'asOf.dateOfService',
    /YYYY-MM-DD/,
  ],
  [
    'a moment without its zone',
    matrix(`${family}, asOf: { knownAt: "2025-01-01T00:00:00" }`),
    'BAD_USER_INPUT',
    'asOf.knownAt',
    /time zone/,
  ],
  [
    'a moment on no day',
    matrix(`${family}, asOf: { knownAt: "2025-02-30T00:00:00Z" }`),
    'BAD_USER_INPUT',
    'asOf.knownAt',
    /2025-02-30/,
  ],
  ['a matrix of nothing', matrix('payers: ["Payer:aetna"]'), 'BAD_USER_INPUT', 'input', /codes or families/],
  ['an empty list', matrix('codes: []'), 'BAD_USER_INPUT', 'input.codes', /at least one/],
  [
    'a statement type that does not exist',
    '{ statements(filter: { types: ["Nothing"] }) { nodes { id } } }',
    'BAD_USER_INPUT',
    'filter.types',
    /CoverageStatement/,
  ],
];

const pages: readonly Case[] = [
  ['over the maximum', '{ gaps(first: 101) { nodes { id } } }', 'BAD_USER_INPUT', 'first', /0 to 100/],
  ['of negative size', '{ gaps(first: -1) { nodes { id } } }', 'BAD_USER_INPUT', 'first', /0 to 100/],
  [
    'of negative size from the end',
    '{ policies(last: -5) { nodes { id } } }',
    'BAD_USER_INPUT',
    'last',
    /0 to 100/,
  ],
  [
    'from both ends',
    '{ gaps(first: 1, last: 1) { nodes { id } } }',
    'BAD_USER_INPUT',
    'last',
    /first with after/,
  ],
  ['after no cursor', '{ gaps(after: "nonsense") { nodes { id } } }', 'BAD_USER_INPUT', 'after', /cursor/],
  ['after an empty cursor', '{ gaps(after: "") { nodes { id } } }', 'BAD_USER_INPUT', 'after', /cursor/],
  [
    'after the cursor of another field',
    `{ gaps(after: "${cursorOf('Query.policies', { id: 'Policy:aetna/0134' })}") { nodes { id } } }`,
    'BAD_USER_INPUT',
    'after',
    /Query\.policies, not of Query\.gaps/,
  ],
];

describe.each([
  ['what is not held', unknown],
  ['what is not of its form', malformed],
  ['a page', pages],
] as const)('%s', (_group, cases) => {
  test.each(cases)(
    '%s is refused with a code, the field and the way out',
    async (_title, source, code, field, wayOut) => {
      const found = await refusals(source);
      expect(found).toEqual([{ code, field, message: expect.stringMatching(wayOut) }]);
      expect(found[0]?.message).toContain(field);
      expect(found[0]?.message.length).toBeLessThan(1200);
    },
  );
});
