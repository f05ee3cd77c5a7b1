/** The claim that people check first, as they ask it: 26 and TC on codes that name their component, and the whole service with its parts. */

import { expect, test } from 'vitest';
import { ask, query } from '../../kit/graph.ts';

interface Answer {
  readonly checkClaim: {
    readonly verdict: string;
    readonly findings: readonly {
      readonly line: number;
      readonly rule: string;
      readonly message: string;
      readonly because: readonly { readonly __typename: string; readonly id: string }[];
      readonly citations: readonly {
        readonly locator: string | null;
        readonly source: { readonly title: string };
      }[];
    }[];
    readonly notChecked: readonly { readonly line: number; readonly rule: string; readonly reason: string }[];
  };
}

const source = `query ($claim: ClaimInput!) { checkClaim(claim: $claim) { verdict
  findings { line rule message because { __typename id } citations { locator source { title } } }
  notChecked { line rule reason } } }`;

const line = (code: string, modifiers: string[] = []) => ({
  code,
  modifiers,
  placeOfService: '11',
  diagnoses: ['M81.0'],
  dateOfService: '2025-10-15',
});
const lines = [line('77090', ['TC']), line('77092', ['26']), line('77089')];
const asked = async (claim: object) => (await ask<Answer>(source, { claim })).checkClaim;

test('77090-TC and 77092-26 are each an invalid modifier, by the row of the CMS file', async () => {
  const { verdict, findings } = await asked({ payer: 'Payer:medicare', lines });
  expect(verdict).toBe('FINDINGS');
  const modifiers = findings.filter(({ rule }) => rule === 'MODIFIER_VS_PCTC_INDICATOR');
  expect(modifiers.map((finding) => [finding.line, finding.because[0]?.__typename])).toEqual([
    [0, 'PcTcIndicatorStatement'],
    [1, 'PcTcIndicatorStatement'],
  ]);
  for (const [i, code] of ['77090', '77092'].entries()) {
    expect(modifiers[i]?.message).toContain(code);
    const rows = modifiers[i]?.citations.filter(({ locator }) => locator === `row ${code}`) ?? [];
    expect(rows.map(({ source: { title } }) => title)).toContainEqual(
      expect.stringMatching(/CMS .* Relative Value File.*2025/),
    );
  }
});

test('77089 with its parts is denied by one edit a part, column 1 named, and stands beside what it contains', async () => {
  const { findings } = await asked({ payer: 'Payer:medicare', lines });
  const edits = findings.filter(({ rule }) => rule === 'CODE_PAIR_EDIT');
  expect(edits.map((finding) => [finding.line, finding.message.slice(0, 63)])).toEqual([
    [2, 'NCCI edit: 77090 (column 1) with 77089 (column 2) denies 77089;'],
    [2, 'NCCI edit: 77092 (column 1) with 77089 (column 2) denies 77089;'],
  ]);
  expect(edits.every(({ because }) => because[0]?.__typename === 'CodePairEdit')).toBe(true);
  expect(findings.filter(({ rule }) => rule === 'GLOBAL_AND_COMPONENT').map((found) => found.line)).toEqual([
    2, 2,
  ]);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set(['MODIFIER_VS_PCTC_INDICATOR', 'CODE_PAIR_EDIT', 'GLOBAL_AND_COMPONENT']),
  );
});

test('what Medicare was not seen to say of each line is not checked, never a finding', async () => {
  const { notChecked } = await asked({ payer: 'Payer:medicare', lines });
  for (const rule of ['COVERAGE', 'PRIOR_AUTHORIZATION', 'DIAGNOSIS']) {
    const open = notChecked.filter((left) => left.rule === rule).map((left) => left.line);
    expect([...new Set(open)]).toEqual([0, 1, 2]);
  }
});

test('the finding cites all that it rests on', async () => {
  const { findings } = await asked({ payer: 'Payer:medicare', lines });
  for (const { because, citations } of findings) {
    expect(because.length).toBeGreaterThan(0);
    expect(citations.length).toBeGreaterThanOrEqual(because.length);
  }
});

const bad: readonly [title: string, claim: object, field: string, wayOut: RegExp, code?: string][] = [
  ['no lines', { lines: [] }, 'claim.lines', /from 1 to 50/],
  ['51 lines', { lines: Array(51).fill(line('77090')) }, 'claim.lines', /51 lines: give from 1 to 50/],
  [
    'no units',
    { lines: [{ ...line('77090'), units: 0 }] },
    'claim.lines[0].units',
    /from 0\.1 to 9999999\.9/,
  ],
  [
    'ten million units',
    { lines: [{ ...line('77090'), units: 10_000_000 }] },
    'claim.lines[0].units',
    /to 9999999\.9/,
  ],
  [
    'hundredths of a unit',
    { lines: [{ ...line('77090'), units: 1.25 }] },
    'claim.lines[0].units',
    /one decimal at most/,
  ],
  ['units below none', { lines: [{ ...line('77090'), units: -1 }] }, 'claim.lines[0].units', /from 0\.1/],
  [
    'a modifier of three characters',
    { lines: [line('77090', ['TC1'])] },
    'claim.lines[0].modifiers',
    /such as "26"/,
  ],
  ['an empty modifier', { lines: [line('77090', [''])] }, 'claim.lines[0].modifiers', /such as "26"/],
  [
    'a modifier in another script',
    { lines: [line('77090', ['٢٦'])] },
    'claim.lines[0].modifiers',
    /such as "26"/,
  ],
  [
    'five modifiers',
    { lines: [line('77090', ['26', 'TC', '59', '76', '77'])] },
    'claim.lines[0].modifiers',
    /at most 4/,
  ],
  [
    'a place of one digit',
    { lines: [{ ...line('77090'), placeOfService: '1' }] },
    'claim.lines[0].placeOfService',
    /such as "11"/,
  ],
  [
    'a place in words',
    { lines: [{ ...line('77090'), placeOfService: 'office' }] },
    'claim.lines[0].placeOfService',
    /such as "11"/,
  ],
  [
    'an empty place',
    { lines: [{ ...line('77090'), placeOfService: '' }] },
    'claim.lines[0].placeOfService',
    /such as "11"/,
  ],
  [
    'a diagnosis in words',
    { lines: [{ ...line('77090'), diagnoses: ['weak bones'] }] },
    'claim.lines[0].diagnoses',
    /such as/,
  ],
  [
    'thirteen diagnoses',
    { lines: [{ ...line('77090'), diagnoses: Array(13).fill('M81.0') }] },
    'claim.lines[0].diagnoses',
    /at most 12/,
  ],
  [
    'a day that no calendar has',
    { lines: [{ ...line('77090'), dateOfService: '2025-02-30' }] },
    'claim.lines[0].dateOfService',
    /YYYY-MM-DD/,
  ],
  [
    'an empty day',
    { lines: [{ ...line('77090'), dateOfService: '' }] },
    'claim.lines[0].dateOfService',
    /YYYY-MM-DD/,
  ],
  [
    'a last service in words',
    { lines: [{ ...line('77090'), lastServiceOn: 'May' }] },
    'claim.lines[0].lastServiceOn',
    /YYYY-MM-DD/,
  ],
  ['a code in words', { lines: [line('bone scan')] }, 'claim.lines[0].code', /such as "77090"/],
  ['a payer that is not held', { payer: 'Payer:nobody', lines }, 'claim.payer', /payers/, 'UNKNOWN_ID'],
  ['an empty payer', { payer: '', lines }, 'claim.payer', /Payer:key/],
  ['a payer that is none', { payer: 'BillingCode:CPT:77090', lines }, 'claim.payer', /Payer/],
];

test.each(bad)(
  'a claim with %s is refused, with the field and the way out',
  async (_title, claim, field, wayOut, code) => {
    const { data, errors } = await query(source, { claim });
    expect([data, errors]).toEqual([
      { checkClaim: null },
      [
        expect.objectContaining({
          extensions: expect.objectContaining({ code: code ?? 'BAD_USER_INPUT', field }),
          message: expect.stringMatching(wayOut),
        }),
      ],
    ]);
  },
);

test('a code or diagnosis of another form is left open on its line, and the other lines are judged', async () => {
  const { findings, notChecked } = await asked({
    payer: 'Payer:medicare',
    lines: [line('77080-26'), { ...line('77080'), diagnoses: ['733.01'] }, line('77090', ['TC'])],
  });
  expect(notChecked).toContainEqual({
    rule: 'CODE_VALIDITY',
    line: 0,
    reason: expect.stringMatching(
      /^77080-26 has the form of no billing code\. .* modifiers have a place of their own/,
    ),
  });
  expect(notChecked).toContainEqual({
    rule: 'DIAGNOSIS',
    line: 1,
    reason: expect.stringMatching(/^733\.01 is not of the form of an ICD-10-CM code\./),
  });
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'MODIFIER_VS_PCTC_INDICATOR', line: 2 }));
});

test.each([
  ['a modifier that exists nowhere', [line('77080', ['ZZ'])], 'CODE_VALIDITY', 'CANNOT_TELL'],
  ['26 and TC on one line', [line('77080', ['26', 'TC'])], 'GLOBAL_AND_COMPONENT', 'FINDINGS'],
  ['a part beside the whole', [line('77080'), line('77080', ['TC'])], 'GLOBAL_AND_COMPONENT', 'FINDINGS'],
])('%s does not pass', async (_title, lines, rule, verdict) => {
  const answer = await asked({ payer: 'Payer:medicare', lines });
  expect(answer.verdict).toBe(verdict);
  expect([...answer.findings, ...answer.notChecked].map((each) => each.rule)).toContain(rule);
});

test('thousands of units and tenths of one are taken, as a drug or a mile is billed', async () => {
  const { notChecked } = await asked({
    payer: 'Payer:medicare',
    lines: [
      { ...line('J7192'), units: 3000 },
      { ...line('A0425'), units: 1.5 },
    ],
  });
  expect(notChecked.filter(({ rule }) => rule === 'UNITS_OVER_LIMIT').map((left) => left.line)).toEqual([
    0, 1,
  ]);
});

test('50 lines, 999 units, lower-case modifiers and spaces around them are taken', async () => {
  const { findings } = await asked({ lines: Array(50).fill({ ...line('77090', [' tc ']), units: 999 }) });
  expect(findings.filter(({ rule }) => rule === 'MODIFIER_VS_PCTC_INDICATOR')).toHaveLength(50);
});

test('what was not checked is a sentence for a person: the line, what, and why, without a constant', async () => {
  const { checkClaim } = await ask<{
    readonly checkClaim: { readonly notChecked: readonly { readonly rule: string; readonly text: string }[] };
  }>('query ($claim: ClaimInput!) { checkClaim(claim: $claim) { notChecked { rule text } } }', {
    claim: {
      payer: 'aetna',
      lineOfBusiness: 'COMMERCIAL',
      lines: [line('77090'), line('77080', ['26']), line('99999')],
    },
  });
  const texts = checkClaim.notChecked.map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) {
    expect(text).toMatch(
      /^Line [123], (?:77090|77080-26|99999): whether [a-z].* was not checked\. [A-Z0-9].*\.$/s,
    );
    expect(text).not.toMatch(/[A-Z]{3,}_[A-Z]/);
  }
  expect(texts).toContainEqual(
    expect.stringMatching(
      /^Line 1, 77090: whether the payer covers the service was not checked\. Whether Aetna covers /,
    ),
  );
});
