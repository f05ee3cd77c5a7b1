/** Every code answers: rows of RVU25D as CMS published them, without texts, are loaded beside the seed, and each code is asked for. */

import { describe, expect, test } from 'vitest';
import type { Release } from '../../../db/release/release.ts';
import { matrixExtent } from '../../../schema/coverage/matrix.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { sizesOf } from '../../../schema/kit/growth.ts';
import { matrixExport } from '../../../src/export/matrix.ts';
import { ask, query, release } from '../../kit/graph.ts';
import { type FeeFileRow, feeCsv } from '../../seed/kit/fee-file.ts';
import { excerpt } from '../../seed/kit/file-trial.ts';
import { type Loading, loading } from '../../seed/kit/loading.ts';

const slow = { timeout: 300_000 };
const day = { 'as-of-date-of-service': '2025-10-15' };
const now = new Date('2026-12-31T12:00:00Z');

/** Code and modifier, status, indicator; RVUs outside a facility: work, practice expense, malpractice, total. */
const published = `
87999 X 9 0.00 0.00 0.00 0.00
92977 A 5 0.00 1.53 0.15 1.68
93000 A 4 0.17 0.24 0.02 0.43
93005 A 3 0.00 0.18 0.01 0.19
93010 A 2 0.17 0.06 0.01 0.24
93015 A 4 0.75 1.40 0.04 2.19
93016 A 2 0.45 0.16 0.01 0.62
93017 A 3 0.00 1.13 0.02 1.15
93018 A 2 0.30 0.11 0.01 0.42
93024 A 1 1.17 2.15 0.07 3.39
93024-26 A 1 1.17 0.41 0.04 1.62
93024-TC A 1 0.00 1.74 0.03 1.77
93224 A 4 0.39 1.69 0.03 2.11
93225 A 3 0.00 0.53 0.01 0.54
93226 A 3 0.00 1.02 0.01 1.03
93227 A 2 0.39 0.14 0.01 0.54
93228 A 2 0.48 0.24 0.03 0.75
93229 A 3 0.00 22.94 0.08 23.02
93241 A 4 0.50 7.49 0.04 8.03
93242 A 3 0.00 0.34 0.01 0.35
93243 A 3 0.00 6.99 0.01 7.00
93244 A 2 0.50 0.16 0.02 0.68
93245 A 4 0.55 7.77 0.04 8.36
93246 A 3 0.00 0.34 0.01 0.35
93247 A 3 0.00 7.25 0.01 7.26
93248 A 2 0.55 0.18 0.02 0.75
93264 A 0 0.70 0.78 0.07 1.55
G0403 A 4 0.17 0.24 0.02 0.43
G0404 A 3 0.00 0.18 0.01 0.19
G0405 A 2 0.17 0.06 0.01 0.24`;

function rowOf(line: string): FeeFileRow {
  const [billed = '', status = '', pcTc = '', work = '', practice = '', malpractice = '', total = ''] =
    line.split(' ');
  const [code = '', modifier = ''] = billed.split('-');
  const figures = { work, malpractice, practice: [practice, practice], totals: [total, total] } as const;
  return { code, modifier, description: '', status, pcTc, ...figures };
}

/** The wholes whose parts add up, as CMS published them, and how each is billed. */
const sums: Readonly<Record<string, string>> = {
  93000: '93000 93005 93010',
  93015: '93015 93016 93017 93018',
  93224: '93224 93225 93226 93227',
  93241: '93241 93242 93243 93244',
  93245: '93245 93246 93247 93248',
  G0403: 'G0403 G0404 G0405',
};

async function loaded(): Promise<Loading> {
  const graph = loading();
  const rows = published.trim().split('\n').map(rowOf);
  await graph.load([graph.put('PPRRVU2025_Oct.csv', feeCsv(rows))]);
  return graph;
}

interface Component {
  readonly id: string;
  readonly role: string;
  readonly basis: string;
  readonly because: readonly { readonly id: string }[];
  readonly citations: readonly { readonly locator: string }[];
  readonly explanation: { readonly text: string };
  readonly reportedBy: readonly {
    readonly code: { readonly code: string };
    readonly modifiers: readonly { readonly code: string }[];
  }[];
}

interface Family {
  readonly id: string;
  readonly slug: string;
  readonly basis: string;
  readonly pattern: string;
  readonly components: readonly Component[];
  readonly codes: readonly { readonly code: string }[];
  readonly componentSumCheck: { readonly holds: boolean } | null;
}

interface Code {
  readonly id: string;
  readonly code: string;
  readonly family: Family;
  readonly components: readonly Component[];
}

const component = `id role basis because { id } citations { locator } explanation { text }
  reportedBy { code { code } modifiers { code } }`;
const family = `id slug basis pattern codes { code } componentSumCheck { holds } components { ${component} }`;

/** How a component is billed, as 93024-26. */
const billed = ({ reportedBy }: Component) =>
  reportedBy.map(({ code, modifiers }) => [code, ...modifiers].map((each) => each.code).join('-')).join();

async function codesOf(of: Release, headers = day): Promise<readonly Code[]> {
  const ids = of.store.all<{ id: string }>('select id from billing_code order by id').map(({ id }) => id);
  const found: Code[] = [];
  for (let i = 0; i < ids.length; i += 400) {
    const { nodes } = await ask<{ nodes: readonly Code[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on BillingCode {
        id code family { ${family} } components { ${component} } } } }`,
      { ids: ids.slice(i, i + 400) },
      { headers, now, of },
    );
    found.push(...nodes);
  }
  return found;
}

/** What holds of every code, whatever was loaded. */
async function lawsOn(of: Release): Promise<readonly Code[]> {
  const codes = await codesOf(of);
  const byCode = new Map(codes.map((code) => [code.code, code]));
  for (const { code, family: its, components } of codes) {
    expect(components.length, code).toBeGreaterThan(0);
    for (const each of components)
      expect(
        each.reportedBy.map((unit) => unit.code.code),
        code,
      ).toContain(code);
    const ids = its.components.map(({ id }) => id);
    expect(ids, code).toEqual(expect.arrayContaining(components.map(({ id }) => id)));
    expect(
      its.codes.map((each) => each.code),
      code,
    ).toContain(code);
    for (const each of its.codes) expect(byCode.get(each.code)?.family.id, code).toBe(its.id);
    expect(new Set(its.components.map(({ basis }) => basis)), code).toEqual(new Set([its.basis]));
    if (its.basis === 'CURATED') continue;
    expect(new Set(ids).size, code).toBe(ids.length);
    const [first] = its.components;
    expect(first?.explanation.text, code).toMatch(/^(?:.*\. )?Proposed/s);
    expect(first?.because.length === 0, code).toBe(first?.citations.length === 0);
    if (its.codes.length > 1) expect(its.componentSumCheck, code).toEqual({ holds: true });
  }
  await everyIdResolves(of, codes);
  return codes;
}

/** Ids of families and components lead back to themselves, by every way in. */
async function everyIdResolves(of: Release, codes: readonly Code[]): Promise<void> {
  const families = [...new Map(codes.map((code) => [code.family.id, code.family])).values()];
  const ids = families.flatMap(({ id, components }) => [id, ...components.map((each) => each.id)]);
  for (let i = 0; i < ids.length; i += 400) {
    const some = ids.slice(i, i + 400);
    const { nodes } = await ask<{ nodes: readonly unknown[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: some },
      { headers: day, now, of },
    );
    expect(nodes).toEqual(some.map((id) => ({ id })));
  }
  const some = families.filter((_, i) => i % Math.ceil(families.length / 40) === 0);
  const { _entities } = await ask<{ _entities: readonly unknown[] }>(
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ServiceFamily { id } } }`,
    { keys: some.map(({ slug }) => ({ __typename: 'ServiceFamily', slug })) },
    { headers: day, now, of },
  );
  expect(_entities).toEqual(some.map(({ id }) => ({ id })));
}

describe('the codes of RVU25D', () => {
  test(
    'have the components that follow from their indicators and sums, by the laws of all codes',
    slow,
    async () => {
      const codes = await lawsOn((await loaded()).release());
      const byCode = new Map(codes.map((code) => [code.code, code]));
      for (const [whole, parts] of Object.entries(sums)) {
        for (const part of parts.split(' ')) {
          const found = byCode.get(part)?.family;
          expect(found?.id).toBe(`ServiceFamily:proposed-${whole.toLowerCase()}`);
          expect(found?.components.map(billed).join(' ')).toBe(parts);
          expect(found?.pattern).toBe('STAND_ALONE_CODES');
        }
      }
      const of = (code: string) =>
        byCode.get(code)?.family.components.map((each) => `${billed(each)} ${each.role}`);
      expect(of('93000')).toEqual(['93000 GLOBAL', '93005 TECHNICAL', '93010 PROFESSIONAL']);
      expect(of('93024')).toEqual([
        '93024 GLOBAL',
        '93024-TC TECHNICAL',
        '93024-26 PROFESSIONAL_INTERPRETATION_AND_REPORT',
      ]);
      expect(['93228', '93229', '93264', '92977', '87999'].map(of)).toEqual([
        ['93228 PROFESSIONAL'],
        ['93229 TECHNICAL'],
        ['93264 GLOBAL'],
        ['92977 GLOBAL'],
        ['87999 GLOBAL'],
      ]);
      expect(byCode.get('77090')?.family).toMatchObject({
        id: 'ServiceFamily:trabecular-bone-score',
        basis: 'CURATED',
      });
    },
  );

  test('answer the matrix and its export, comparisons, claim lines and claim checks', slow, async () => {
    const graph = await loaded();
    const of = graph.release();
    const input = {
      codes: [{ code: '93010' }, { code: '93000' }],
      payers: ['aetna', 'cigna', 'uhc', 'bcbs', 'medicare'].map((slug) => `Payer:${slug}`),
    };
    const answer = await ask<Answers>(
      `query ($input: MatrixInput!) {
        coverageMatrix(input: $input) {
          rows { component { id role basis } cells { state unknownReason reach payer { slug } } }
        }
        comparePayers(left: "Payer:aetna", right: "Payer:medicare", family: "ServiceFamily:proposed-93000") {
          added { id } removed { id } unchangedCount
        }
        whole: claimLineCoverage(payer: "Payer:aetna", code: "93000") { component { id } cells { state } }
        part: claimLineCoverage(payer: "Payer:aetna", code: "93024", modifiers: ["26"]) { component { id } }
        serviceFamily(id: "ServiceFamily:proposed-93000") { basis explanation { text steps { rule } } }
        node(id: "ServiceComponent:proposed-93000/93005") { ... on ServiceComponent {
          family { id } coverage { totalCount } gaps { totalCount } statements { totalCount } } }
        paths(input: { from: "ServiceComponent:proposed-93000/93005", to: "Payer:aetna" }) { paths { length } }
        facets: statements(filter: { subjects: ["ServiceComponent:proposed-93000/93005"] }) {
          facets(fields: [PAYER]) { buckets { value } } }
      }`,
      { input },
      { headers: day, now, of },
    );
    const { rows } = answer.coverageMatrix;
    const extent = matrixExtent(sizesOf(of), input);
    expect(extent.rows * 3).toBeGreaterThanOrEqual(rows.length);
    expect(extent.columns * 3).toBeGreaterThanOrEqual(rows[0]?.cells.length ?? 0);
    expect(rows.map((row) => row.component)).toEqual(
      [
        ['93000', 'GLOBAL'],
        ['93005', 'TECHNICAL'],
        ['93010', 'PROFESSIONAL'],
      ].map(([code, role]) => ({ id: `ServiceComponent:proposed-93000/${code}`, role, basis: 'PROPOSED' })),
    );
    for (const cell of rows.flatMap(({ cells }) => cells))
      expect(cell).toMatchObject({ state: 'UNKNOWN', unknownReason: 'NOT_YET_REVIEWED', reach: 'NONE' });
    const payers = new Set(rows[0]?.cells.map(({ payer }) => payer.slug));
    for (const slug of ['aetna', 'cigna', 'uhc', 'medicare', 'bcbsal']) expect(payers).toContain(slug);
    expect(payers).not.toContain('bcbs');
    expect(answer).toMatchObject({
      comparePayers: { added: [], removed: [], unchangedCount: 0 },
      whole: { component: { id: 'ServiceComponent:proposed-93000/93000' }, cells: [{ state: 'UNKNOWN' }] },
      part: { component: { id: 'ServiceComponent:proposed-93024/93024-26' } },
      node: {
        family: { id: 'ServiceFamily:proposed-93000' },
        coverage: { totalCount: 0 },
        gaps: { totalCount: 0 },
        statements: { totalCount: 0 },
      },
      paths: { paths: [] },
      facets: { facets: [{ buckets: [] }] },
    });
    const { basis, explanation } = answer.serviceFamily;
    expect(basis).toBe('PROPOSED');
    expect(explanation.text).toContain('Proposed: 93000 0.43 against 93005 0.19 + 93010 0.24 RVU');
    expect(explanation.steps.at(-1)).toEqual({ rule: 'sum-of-parts' });

    const parameters = new URLSearchParams({
      codes: '93000',
      payers: 'Payer:aetna',
      dateOfService: '2025-10-15',
    });
    const next = await matrixExport.open(parameters, () => graphContext(of, new Headers(), now));
    const exported = [];
    for (let page = await next(); page; page = await next()) exported.push(...page);
    expect(exported.map(({ cells }) => [cells.component, cells.codes, cells.state])).toEqual(
      ['93000', '93005', '93010'].map((code) => [
        `ServiceComponent:proposed-93000/${code}`,
        [code],
        'UNKNOWN',
      ]),
    );
  });

  test(
    'are checked on a claim: the whole beside a part of it, of which the sum says that it is one',
    slow,
    async () => {
      const graph = await loaded();
      const claim = (dateOfService: string, ...codes: readonly string[]) => ({
        payer: 'Payer:medicare',
        lines: codes.map((code) => ({ code, dateOfService })),
      });
      const findings = async (given: object, of = 'GLOBAL_AND_COMPONENT') => {
        const { checkClaim } = await graph.ask<{ checkClaim: { findings: readonly Finding[] } }>(
          `query ($claim: ClaimInput!) { checkClaim(claim: $claim) {
          findings { rule severity line message because { id } citations { locator } } } }`,
          { claim: given },
        );
        return checkClaim.findings.filter(({ rule }) => rule === of);
      };
      const [found, ...more] = await findings(claim('2025-10-15', '93000', '93010'));
      expect(more).toEqual([]);
      expect(found).toMatchObject({ severity: 'WARNING', line: 0 });
      expect(found?.message).toMatch(
        /^93000 stands for the whole service, of which 93010 is a part\..*reviewed by nobody/,
      );
      expect(found?.because.map(({ id }) => id)).toEqual(
        expect.arrayContaining(
          ['93000', '93005', '93010'].map((code) => expect.stringContaining(`FeeScheduleEntry:CPT:${code}/`)),
        ),
      );
      expect(found?.citations.length).toBeGreaterThan(2);
      const inHospital = { code: '93024', dateOfService: '2025-10-15', placeOfService: '22' };
      const split = { payer: 'Payer:medicare', lines: [inHospital, { ...inHospital, modifiers: ['TC'] }] };
      expect((await findings(split)).map(({ line }) => line)).toEqual([0]);
      expect((await findings(split, 'MISSING_COMPONENT_MODIFIER')).map(({ line }) => line)).toEqual([0]);
      expect(await findings(claim('2025-10-15', '93005', '93010'))).toEqual([]);
      expect(await findings(claim('2025-10-15', '93241', '93246'))).toEqual([]);
      expect(await findings(claim('2024-10-15', '93000', '93010'))).toEqual([]);
    },
  );

  test(
    'are families of one on a day of which nothing is known, and were before the file was read',
    slow,
    async () => {
      const graph = await loaded();
      const { later, before } = await graph.ask<
        Record<string, { family: Family & { explanation: { text: string } } }>
      >(`{
      later: billingCode(code: "93010", asOf: { dateOfService: "2027-10-15" }) {
        family { ${family} explanation { text } } }
      before: billingCode(code: "93010", asOf: { dateOfService: "2025-10-15", knownAt: "2026-11-25T00:00:00Z" }) {
        family { ${family} explanation { text } } }
    }`);
      for (const found of [later, before]) {
        expect(found?.family).toMatchObject({ id: 'ServiceFamily:proposed-93010', pattern: 'GLOBAL_ONLY' });
        expect(found?.family.components.map(({ role, because }) => [role, because])).toEqual([
          ['GLOBAL', []],
        ]);
      }
      expect(later?.family.explanation.text).toMatch(/No PC\/TC indicator .* on 2027-10-15/);
    },
  );
});

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
  readonly because: readonly { readonly id: string }[];
  readonly citations: readonly unknown[];
}

interface Answers {
  readonly coverageMatrix: {
    readonly rows: readonly {
      readonly component: { readonly id: string };
      readonly cells: readonly { readonly payer: { readonly slug: string } }[];
    }[];
  };
  readonly serviceFamily: {
    readonly basis: string;
    readonly explanation: {
      readonly text: string;
      readonly steps: readonly { readonly rule: string | null }[];
    };
  };
}

describe('the codes of the seed', () => {
  test('obey the laws of all codes', async () => {
    const codes = await lawsOn(release);
    expect(new Set(codes.map((code) => code.family.basis))).toEqual(new Set(['CURATED', 'PROPOSED']));
  });

  test('that people put in families have theirs, with the components that they gave it', async () => {
    const stored = release.store.all<{ code: string; family: string; components: string }>(
      `select c.id as code, c.family_id as family, json_group_array(distinct u.component_id) as components
       from billing_code c join billing_unit u on u.code_id = c.id group by 1 order by 1`,
    );
    const codes = new Map((await codesOf(release)).map((code) => [code.id, code]));
    for (const { code, family: id, components } of stored) {
      expect(codes.get(code)?.family.id).toBe(id);
      const given = new Set(JSON.parse(components) as string[]);
      expect(new Set(codes.get(code)?.components.map((each) => each.id))).toEqual(given);
    }
  });

  test.each([
    'ServiceFamily:proposed-77090',
    'ServiceFamily:proposed-00000',
    'ServiceFamily:proposed-G0403',
    'ServiceComponent:proposed-93000/77090',
    'ServiceComponent:proposed-77090/77090',
  ])('%s is no id of anything', async (id) => {
    const { data, errors } = await query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect([data?.node, errors]).toEqual([null, undefined]);
  });
});

/** The whole file where it is at hand, else all of its rows that are no CPT codes. */
const whole =
  excerpt('whole/pfs_rvu/RVU25D.zip') ??
  excerpt('whole/pfs_rvu/PPRRVU2025_Oct.csv') ??
  excerpt('pfs_rvu/PPRRVU2025_Oct.hcpcs-level2-only.csv');

test.skipIf(!whole)('every code of the published file obeys the laws of all codes', slow, async () => {
  const graph = loading();
  await graph.load([whole ?? '']);
  const codes = await lawsOn(graph.release());
  expect(codes.length).toBeGreaterThan(5_000);
  expect(codes.find(({ code }) => code === 'G0405')?.family.components.map(billed)).toEqual([
    'G0403',
    'G0404',
    'G0405',
  ]);
});
