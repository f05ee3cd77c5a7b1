/** Rules by what the payer says, each alone: what it finds, what it leaves open and what it lets pass. */

import { describe, expect, test } from 'vitest';
import { coverage } from '../../../db/claims/coverage.ts';
import { diagnosis } from '../../../db/claims/diagnosis.ts';
import { priorAuthorization } from '../../../db/claims/prior-authorization.ts';
import type { Cell } from '../../../db/coverage/matrix.ts';
import type { Row } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { codes, found, judge, open, passed, row } from './claim-rule.ts';

type Draft = Parameters<typeof judge>[1];
const nobody = { payerId: null };

/** A cell of the matrix of which a test states what decides, for the line that is judged. */
function cells(...some: readonly Partial<Cell>[]): Draft {
  const whole = some.map(
    (values) =>
      ({ lineOfBusiness: 'MEDICARE_FFS', because: [], statements: [], ...values }) as unknown as Cell, // the parts that decide
  );
  return { evidence: { cells: new Map([[3, whole]]) } };
}

describe('COVERAGE', () => {
  const statement = (key: string) =>
    row<typeof t.coverage>(`CoverageStatement:${key}`, { summary: `says ${key}` });
  const [one, other, lesser] = ['one', 'other', 'lesser'].map(statement);
  const message = (state: Cell['state']) =>
    judge(
      coverage,
      cells({ state, because: [one, other], statements: [one, other, lesser] } as Partial<Cell>),
    );

  test.each<[Cell['state'], string, RegExp]>([
    ['NOT_COVERED', 'ERROR', /notice of non-coverage/],
    ['CONFLICTING', 'WARNING', /statements that hold on the day differ/],
    ['INDETERMINATE', 'WARNING', /case by case/],
    ['CONDITIONAL', 'INFO', /conditions of the policy/],
  ])('finds %s as %s, by the statements that decide and in their words', (state, severity, fix) => {
    expect(message(state)).toEqual(
      found('COVERAGE', severity, /^Medicare on 99999: says one \/ says other$/, fix, [
        'CoverageStatement:one',
        'CoverageStatement:other',
      ]),
    );
  });

  test.each(['COVERED', 'NOT_APPLICABLE'] as const)('lets %s pass', (state) => {
    expect(message(state)).toEqual(passed);
  });

  test.each<[string, Draft, RegExp]>([
    [
      'is not known',
      cells({ state: 'UNKNOWN', unknownReason: 'NO_POLICY_FOUND' }),
      /Medicare covers 99999 is not known: no policy of the payer that would answer was found\.$/,
    ],
    [
      'differs by a line of business that the claim does not name',
      cells({ state: 'COVERED' }, { state: 'NOT_COVERED', lineOfBusiness: 'COMMERCIAL' }),
      /the payer has several: Medicare fee-for-service, commercial\.$/,
    ],
    ['is of no component of the graph', {}, /^99999 belongs to no component/],
    ['is of no payer', { ...cells({ state: 'NOT_COVERED' }), claim: nobody }, /^The claim names no payer\.$/],
  ])('leaves open what %s', (_title, draft, reason) => {
    expect(judge(coverage, draft)).toEqual(open('COVERAGE', reason));
  });
});

describe('PRIOR_AUTHORIZATION', () => {
  const statement = (key: string, values: Partial<Row<typeof t.priorAuthorization>>) =>
    row<typeof t.priorAuthorization>(`PriorAuthorizationStatement:${key}`, {
      summary: `says ${key}`,
      ...values,
    });
  const message = (answer: Cell['priorAuthorization']) =>
    judge(
      priorAuthorization,
      cells({
        priorAuthorization: answer,
        priorAuthorizationStatements: [
          statement('one', { priorAuthorization: 'AUTH_NEEDED' }),
          statement('silent', { priorAuthorization: null }),
        ],
      }),
    );

  test.each<[Cell['priorAuthorization'], string]>([
    ['AUTH_NEEDED', 'WARNING'],
    ['CONDITIONAL', 'INFO'],
    ['INDETERMINATE', 'INFO'],
  ])('finds %s as %s, in the words of all and by those with a value', (answer, severity) => {
    expect(message(answer)).toEqual(
      found(
        'PRIOR_AUTHORIZATION',
        severity,
        /^Medicare on prior authorization for 99999: says one \/ says silent$/,
        /^Ask the payer before the service\.$/,
        ['PriorAuthorizationStatement:one'],
      ),
    );
  });

  test('lets a line pass for which none is needed', () => {
    expect(message('NO_AUTH')).toEqual(passed);
  });

  test.each<[string, Draft, RegExp]>([
    [
      'is not known',
      cells({ priorAuthorization: 'UNKNOWN', priorAuthorizationReason: 'SOURCES_CONFLICT' }),
      /Medicare needs prior authorization for 99999 is not known: sources disagree/,
    ],
    ['is of no component of the graph', {}, /not known: nobody has looked yet/],
    [
      'differs by line of business',
      cells({ priorAuthorization: 'NO_AUTH' }, {}),
      /names no line of business/,
    ],
    ['is of no payer', { ...cells({ priorAuthorization: 'AUTH_NEEDED' }), claim: nobody }, /names no payer/],
  ])('leaves open what %s', (_title, draft, reason) => {
    expect(judge(priorAuthorization, draft)).toEqual(open('PRIOR_AUTHORIZATION', reason));
  });
});

describe('DIAGNOSIS', () => {
  const id = (code: string) => `DiagnosisCode:ICD_10_CM:${code}`;
  const held = (code: string, billable: 0 | 1) =>
    [id(code), row<typeof t.diagnosisCode>(id(code), { billable, release: 'FY2025' } as object)] as const;
  const diagnoses = new Map([held('M81.0', 1), held('M81', 0), held('M85.80', 1)]);
  const released = (values: Partial<Row<typeof t.diagnosisValidity>>) =>
    row<typeof t.diagnosisValidity>('DiagnosisValidity:a', {
      diagnosisId: id('M81.0'),
      billable: 1,
      release: 'FY2024',
      validFrom: '2023-10-01',
      validTo: '2024-10-01',
      ...values,
    });
  type Support = Row<typeof t.diagnosisSupport> & { readonly payerId: string | null };
  const listed = (code: string, values: Partial<Support> = {}) =>
    ({
      ...row<typeof t.diagnosisSupport>(`DiagnosisSupport:${code}`, {
        diagnosisId: id(code),
        effect: 'SUPPORTS_MEDICAL_NECESSITY',
      }),
      payerId: 'Payer:medicare',
      ...values,
    }) as Support;
  const support = [listed('M81.0')];
  const ofDay = { validFrom: '2025-01-01', validTo: '2026-01-01' } as const;
  const billable = ['M81.0', 'M85.80'].map((code) =>
    released({ id: `DiagnosisValidity:${code}`, diagnosisId: id(code), ...ofDay }),
  );
  const on = (given: readonly string[], evidence: Draft['evidence'] = {}, draft: Draft = {}) =>
    judge(diagnosis, {
      line: { diagnosisIds: given.map(id) },
      evidence: { diagnoses, support, diagnosisValidity: billable, ...evidence },
      ...draft,
    });
  const left = (reason: RegExp) => open('DIAGNOSIS', reason);
  const heading = (release: string, because: string) =>
    found('DIAGNOSIS', 'ERROR', new RegExp(`^M81.* is a heading .*${release}`), /code below it/, [because]);

  test('leaves a line open that gives none', () => {
    expect(on([])).toEqual(left(/^The line gives no diagnosis\.$/));
  });

  test('lets a line pass of which one diagnosis is on the list of the payer', () => {
    expect(on(['M81.0'])).toEqual(passed);
    expect(on(['M85.80', 'M81.0'])).toEqual(passed);
  });

  test('finds a heading, by the diagnosis where no release of the day was loaded', () => {
    expect(on(['M81', 'M81.0'])).toEqual(heading('FY2025', id('M81')));
  });

  test('finds a heading by the release of the day, whatever the diagnosis was at other times', () => {
    const validity = { billable: 0, ...ofDay } as const;
    expect(on(['M81.0'], { diagnosisValidity: [released(validity)] })).toEqual(
      heading('FY2024', 'DiagnosisValidity:a'),
    );
    const other = released({ ...validity, diagnosisId: id('M85.81') });
    expect(on(['M81.0'], { diagnosisValidity: [other, ...billable] })).toEqual(passed);
    const now = released({ ...validity, billable: 1, diagnosisId: id('M81') });
    expect(on(['M81', 'M81.0'], { diagnosisValidity: [now, ...billable] })).toEqual(passed);
  });

  test('finds a diagnosis that the release loaded for the day no longer has, and names those that have it', () => {
    const diagnosisValidity = [released({}), released({ id: 'DiagnosisValidity:b', release: 'FY2023' })];
    const days = new Set(['2025-06-01']);
    expect(on(['M81.0'], { diagnosisValidity, diagnosisDays: days })).toEqual(
      found(
        'DIAGNOSIS',
        'WARNING',
        /^M81\.0 .* for 2025-06-01; .* in FY2024, FY2023\.$/,
        /valid on the date/,
        ['DiagnosisValidity:a', 'DiagnosisValidity:b'],
      ),
    );
  });

  test('leaves a diagnosis open of which no release states anything on the day, though it can be billed by another', () => {
    const notOfDay = left(/^M81\.0 can be billed by the ICD-10-CM of FY2025; no release .* for 2025-06-01/);
    for (const diagnosisValidity of [[released({})], []])
      expect(on(['M81.0'], { diagnosisValidity })).toEqual(notOfDay);
    expect(on(['M81.0'], { diagnosisValidity: [], diagnosisDays: new Set(['2025-06-01']) })).toEqual(
      notOfDay,
    );
  });

  test('finds a code of another form where a source says which codes claims carry on the day, else leaves it open', () => {
    const since = row<typeof t.billingRule>('BillingRule:billing/icd-10-since-2015', {
      validFrom: '2015-10-01',
      summary: 'Synthetic rule.',
    });
    const billingRules = new Map([[since.id, since]]);
    expect(on(['733.01', 'M81.0'], { billingRules })).toEqual(
      found('DIAGNOSIS', 'ERROR', /^733\.01 is not of the form .* Synthetic rule\.$/, /ICD-10-CM/, [
        since.id,
      ]),
    );
    expect(on(['733.01', 'M81.0'])).toEqual(left(/^733\.01 is not of the form of an ICD-10-CM code\./));
    const before = { diagnosisIds: [id('733.01')], dateOfService: '2015-09-30' };
    const { findings, notChecked } = on([], { billingRules }, { line: before });
    expect([findings, notChecked.map(({ reason }) => reason)]).toEqual([
      [],
      expect.arrayContaining([expect.stringMatching(/^733\.01 is not of the form/)]),
    ]);
  });

  test('leaves a diagnosis open that is not held', () => {
    expect(on(['Z99.99', 'M81.0'])).toEqual(left(/^Z99\.99 is not among/));
  });

  test('finds a diagnosis that was taken out of the list, unless one that supports stands beside it', () => {
    const taken = listed('M85.80', { effect: 'DOES_NOT_SUPPORT' });
    expect(on(['M85.80'], { support: [...support, taken] })).toEqual(
      found('DIAGNOSIS', 'WARNING', /^M85\.80 was taken out .* support 99999\.$/, /policy lists/, [
        'DiagnosisSupport:M85.80',
      ]),
    );
    expect(on(['M85.80', 'M81.0'], { support: [...support, taken] })).toEqual(passed);
    const elsewhere = [...support, listed('M81.1', { effect: 'DOES_NOT_SUPPORT' })];
    expect(on(['M85.80'], { support: elsewhere })).toEqual(left(/the rest of the list is not known/));
    const guidance = [...support, listed('M85.80', { effect: 'NAMED_IN_GUIDANCE' })];
    expect(on(['M85.80'], { support: guidance })).toEqual(left(/the rest of the list is not known/));
    const both = [taken, listed('M81.0', { effect: 'DOES_NOT_SUPPORT' })];
    expect(on(['M85.80', 'M81.0'], { support: both }).findings[0]?.message).toMatch(/^M85\.80, M81\.0 was/);
  });

  test.each<[string, Partial<Support>]>([
    ['another payer', { payerId: 'Payer:synthetic-one' }],
    ['no payer', { payerId: null }],
    ['another code', { codeId: codes.other }],
    ['another day', { validTo: '2025-06-01' }],
  ])('leaves a line open where the only list is of %s', (_title, values) => {
    const other = { support: [listed('M81.0', values)] };
    expect(on(['M81.0'], other)).toEqual(left(/^No list of diagnoses .* 99999 was read/));
    expect(on(['M81.0'], { support: [listed('M81.0', { ...values, effect: 'DOES_NOT_SUPPORT' })] })).toEqual(
      left(/^No list/),
    );
  });

  test('takes a list of no payer for no list of a claim that names none', () => {
    const unnamed = { support: [listed('M81.0', { payerId: null })] };
    expect(on(['M81.0'], unnamed, { claim: nobody })).toEqual(left(/^No list/));
  });

  test('leaves a line open whose diagnoses are not in the part of the list that was read', () => {
    expect(on(['M85.80'])).toEqual(left(/the rest of the list is not known/));
  });
});
