/** What every field of every filter lets through, by value, on synthetic rows of which each differs in what is covered. */

import { isInputObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { WritableStore } from '../../../db/kit/store.ts';
import { fillStatedPayers } from '../../../db/prices/stated-payers.ts';
import {
  apcRate,
  billingCode,
  citation,
  coverage,
  jurisdiction,
  listedPlan,
  payer,
  payerBrand,
  paymentArrangement,
  priceFile,
  priorAuthorization,
  rateBenchmark,
  source,
  utilization,
} from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { ask, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

type Values = Parameters<typeof add>[2];
/** A filter, and the keys of the rows that it lets through in the order of their table. */
type Case = readonly [filter: Readonly<Record<string, unknown>>, found: readonly string[]];

interface Found {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
}

interface Filtered {
  readonly input: string;
  /** The field that takes the filter, below `node(id:)` of the subject unless it is a root field. */
  readonly field: string;
  readonly subject?: string;
  readonly fill: (store: WritableStore) => void;
  readonly cases: readonly Case[];
}

const unknown = { valueState: 'UNKNOWN_VALUE', unknownReason: 'POLICY_TEXT_NOT_SEEN' };
const about = { componentId: ids.component, codeId: ids.code };
const [association, licensee] = ['Payer:synthetic-association', 'Payer:synthetic-licensee'];
const [company, subsidiary] = ['Payer:synthetic-company', 'Payer:synthetic-subsidiary'];

const ofCoverage: Filtered = {
  input: 'CoverageFilter',
  field: 'coverage',
  subject: ids.component,
  fill(store) {
    const payers: readonly (readonly [id: string, kind: string, parentId: string | null])[] = [
      [association, 'ASSOCIATION', null],
      [licensee, 'BLUE_LICENSEE', association],
      [company, 'NATIONAL_COMMERCIAL', null],
      [subsidiary, 'NATIONAL_COMMERCIAL', company],
    ];
    for (const [id, kind, parentId] of payers) {
      add(store, payer, { id, slug: id.slice(6), kind, parentId });
      say(id.slice('Payer:synthetic-'.length), { payerId: id, lineOfBusiness: 'TRICARE' });
    }
    say('commercial', { lineOfBusiness: 'COMMERCIAL', covered: 'NOT_COVERED' });
    say('medicaid', { lineOfBusiness: 'MEDICAID', covered: 'CONDITIONAL' });
    say('silent', {
      lineOfBusiness: 'TRICARE',
      policyVersionId: 'PolicyVersion:synthetic',
      covered: null,
      ...unknown,
    });
    say('no-line', { lineOfBusiness: 'ANY_NOT_STATED', covered: null, ...unknown });

    function say(key: string, values: Values): void {
      const row = { ...about, payerId: ids.payer, covered: 'COVERED', ...values };
      add(store, coverage, { id: `CoverageStatement:${key}`, ...row });
    }
  },
  cases: [
    [{}, ['association', 'commercial', 'company', 'licensee', 'medicaid', 'subsidiary', 'silent', 'no-line']],
    [{ payers: [ids.payer] }, ['commercial', 'medicaid', 'silent', 'no-line']],
    [{ payers: [association] }, ['association', 'licensee']],
    [{ payers: [licensee] }, ['licensee']],
    [{ payers: [company] }, ['company']],
    [{ payers: [company, association] }, ['association', 'company', 'licensee']],
    [{ payers: [ids.otherPayer] }, []],
    [{ linesOfBusiness: ['COMMERCIAL'] }, ['commercial', 'no-line']],
    [{ linesOfBusiness: ['COMMERCIAL', 'MEDICAID'] }, ['commercial', 'medicaid', 'no-line']],
    [{ linesOfBusiness: ['MEDICARE_FFS'] }, ['no-line']],
    [{ covered: ['NOT_COVERED'] }, ['commercial']],
    [{ covered: ['NOT_COVERED', 'CONDITIONAL'] }, ['commercial', 'medicaid']],
    [{ includeUnknown: true, payers: [ids.payer] }, ['commercial', 'medicaid', 'silent', 'no-line']],
    [{ includeUnknown: false, payers: [ids.payer] }, ['commercial', 'medicaid']],
    [{ linesOfBusiness: ['COMMERCIAL'], includeUnknown: false }, ['commercial']],
    [{ includeMentions: true, payers: [ids.payer] }, ['commercial', 'medicaid', 'silent', 'no-line']],
    [{ includeMentions: false, payers: [ids.payer] }, ['commercial', 'medicaid', 'silent']],
    [{ includeMentions: false, linesOfBusiness: ['MEDICARE_FFS'] }, []],
  ],
};

const places: readonly (readonly [key: string, values: Values])[] = [
  ['us', { jurisdictionId: 'Jurisdiction:US', setting: 'FACILITY' }],
  ['ca', { jurisdictionId: 'Jurisdiction:CA', setting: 'NON_FACILITY' }],
  ['nowhere', { jurisdictionId: null, setting: null }],
];
const ofPlaces: readonly Case[] = [
  [{ jurisdictions: ['Jurisdiction:US'] }, ['us']],
  [{ jurisdictions: ['Jurisdiction:CA', 'Jurisdiction:US'] }, ['ca', 'us']],
  [{ setting: 'FACILITY' }, ['us']],
  [{ setting: 'NON_FACILITY' }, ['ca']],
  [{ setting: 'FACILITY', jurisdictions: ['Jurisdiction:CA'] }, []],
];

function addAreas(store: WritableStore): void {
  for (const code of ['CA', 'US']) add(store, jurisdiction, { id: `Jurisdiction:${code}`, code });
}

const ofUse: Filtered = {
  input: 'UtilizationFilter',
  field: 'utilization',
  subject: ids.code,
  fill(store) {
    addAreas(store);
    for (const [key, values] of places)
      add(store, utilization, { id: `UtilizationStatement:${key}`, subjectId: ids.code, ...values });
  },
  cases: [[{}, ['ca', 'nowhere', 'us']], ...ofPlaces],
};

const ofRates: Filtered = {
  input: 'RateBenchmarkFilter',
  field: 'rateBenchmarks',
  subject: ids.code,
  fill(store) {
    addAreas(store);
    const priced: readonly (readonly [key: string, values: Values])[] = [
      ['paid', { amountKind: 'PAID_AMOUNT', billingClass: 'PROFESSIONAL', payerId: ids.payer }],
      ['charged', { amountKind: 'BILLED_CHARGE', billingClass: 'INSTITUTIONAL', payerId: ids.otherPayer }],
      ['both', { amountKind: 'ALLOWED_AMOUNT', billingClass: 'BOTH', careSetting: 'BOTH' }],
      ['in', { careSetting: 'INPATIENT', network: 'One', facility: 'North', modifiers: '[]' }],
      ['out', { careSetting: 'OUTPATIENT', network: 'one', facility: 'South', modifiers: '["26"]' }],
      ['derived', { negotiatedType: 'DERIVED', modifiers: '["26","59"]' }],
      ['negotiated', { negotiatedType: 'NEGOTIATED', network: 'Two' }],
      ['range', { statistic: 'RANGE', additionalNotes: 'Apc', revenueCodes: '["0972"]' }],
      ['noted', { additionalNotes: 'by APC 5521', revenueCodes: '["0320","0972"]' }],
      ['share', { percentageBase: 'MEDICARE' }],
      ['shares', { percentageBase: 'OTHER' }],
      ['stated', { payerStated: 'SYNTH-A ÉLAN [1]', statistic: 'MEDIAN' }],
      ['stated-too', { payerStated: 'Synthetic', statistic: 'MEDIAN' }],
    ];
    const brand = { slug: 'synth', spellings: '["synth a"]' };
    add(store, payerBrand, brand);
    add(store, payerBrand, { ...brand, slug: 'unused', spellings: '["unused"]' });
    // Where a row leaves open what it is filtered by, it holds another kind than those covered for.
    const plain = { amountKind: 'NEGOTIATED_RATE', billingClass: 'BOTH', subjectId: ids.code };
    for (const [key, values] of [...places, ...priced])
      add(store, rateBenchmark, { id: `RateBenchmark:${key}`, ...plain, ...values });
    fillStatedPayers(store);
  },
  cases: [
    [
      {},
      [
        ...['both', 'ca', 'charged', 'derived', 'in', 'negotiated', 'noted', 'nowhere', 'out', 'paid'],
        ...['range', 'share', 'shares', 'stated', 'stated-too', 'us'],
      ],
    ],
    ...ofPlaces,
    [{ payerBrands: ['synth'] }, ['stated']],
    [{ payerBrands: ['synth', 'unused'] }, ['stated']],
    [{ payerBrands: ['unused'] }, []],
    [{ payerStatedContains: 'sYNTH' }, ['stated', 'stated-too']],
    [{ payerStatedContains: 'élan [' }, ['stated']],
    [{ payerStatedContains: '%' }, []],
    [{ statistics: ['MEDIAN'], payerStatedContains: 'thetic' }, ['stated-too']],
    [{ amountKinds: ['PAID_AMOUNT'] }, ['paid']],
    [{ amountKinds: ['PAID_AMOUNT', 'BILLED_CHARGE'] }, ['charged', 'paid']],
    [{ payers: [ids.payer] }, ['paid']],
    [{ payers: [ids.payer, ids.otherPayer] }, ['charged', 'paid']],
    [{ billingClass: 'PROFESSIONAL' }, ['paid']],
    [{ billingClass: 'INSTITUTIONAL' }, ['charged']],
    [{ billingClass: 'BOTH', amountKinds: ['ALLOWED_AMOUNT', 'PAID_AMOUNT'] }, ['both']],
    [{ modifiers: [] }, ['in']],
    [{ modifiers: ['26'] }, ['out']],
    [{ modifiers: ['59', '26'] }, ['derived']],
    [{ modifiers: ['59'] }, []],
    [{ careSetting: 'INPATIENT' }, ['in']],
    [{ careSetting: 'BOTH' }, ['both']],
    [{ negotiatedTypes: ['DERIVED'] }, ['derived']],
    [{ negotiatedTypes: ['DERIVED', 'NEGOTIATED'] }, ['derived', 'negotiated']],
    [{ statistics: ['RANGE'] }, ['range']],
    [{ statistics: ['RANGE'], amountKinds: ['BILLED_CHARGE'] }, []],
    [{ percentageBases: ['MEDICARE'] }, ['share']],
    [{ percentageBases: ['MEDICARE', 'OTHER'] }, ['share', 'shares']],
    [{ notesContain: 'apc' }, ['noted', 'range']],
    [{ notesContain: 'APC 5521' }, ['noted']],
    [{ notesContain: '%' }, []],
    [{ revenueCodes: ['0320'] }, ['noted']],
    [{ revenueCodes: ['0972', '0320'] }, ['noted', 'range']],
    [{ networks: ['One'] }, ['in']],
    [{ networks: ['One', 'Two'] }, ['in', 'negotiated']],
    [{ facilities: ['South'] }, ['out']],
    [{ facilities: ['North'], networks: ['Two'] }, []],
  ],
};

const ofAgreements: Filtered = {
  input: 'AgreementFilter',
  field: 'paymentArrangements',
  subject: ids.code,
  fill(store) {
    const agreed: readonly (readonly [key: string, values: Values])[] = [
      ['linked', { payerId: ids.payer, network: 'One' }],
      ['named', { payerStated: 'Synthetic HEALTH', facility: 'North' }],
      ['other', { payerId: ids.otherPayer, payerStated: 'another', network: 'Two', facility: 'South' }],
    ];
    for (const [key, values] of agreed)
      add(store, paymentArrangement, { id: `PaymentArrangement:${key}`, codeId: ids.code, ...values });
  },
  cases: [
    [{}, ['linked', 'named', 'other']],
    [{ payers: [ids.payer] }, ['linked']],
    [{ payers: [ids.payer, ids.otherPayer] }, ['linked', 'other']],
    [{ payerStatedContains: 'Health' }, ['named']],
    [{ payerStatedContains: 'the' }, ['other', 'named'].sort()],
    [{ networks: ['One', 'two'] }, ['linked']],
    [{ facilities: ['South', 'North'] }, ['named', 'other']],
    [{ facilities: ['South'], payerStatedContains: 'health' }, []],
  ],
};

const ofPlans: readonly (readonly [key: string, values: Values])[] = [
  [
    'a',
    { planId: '11-1', planKey: '111', name: 'Synthetic PPO', sponsor: 'First Employer', fileSets: '["x"]' },
  ],
  [
    'b',
    {
      planId: '222',
      planKey: '222',
      name: 'Synthetic HMO',
      sponsor: 'Second Employer',
      fileSets: '["x","y"]',
    },
  ],
  ['c', { planId: '', planKey: '', name: 'Another', payerId: ids.otherPayer, fileSets: '["z"]' }],
];
function fillPlans(store: WritableStore): void {
  for (const [key, values] of ofPlans)
    add(store, listedPlan, { id: `ListedPlan:${key}`, payerId: ids.payer, ...values });
}

const ofListedPlans: Filtered = {
  input: 'ListedPlanFilter',
  field: 'listedPlans',
  fill: fillPlans,
  cases: [
    [{}, ['a', 'b', 'c']],
    [{ planId: '1-11' }, ['a']],
    [{ planId: '11' }, []],
    [{ planName: 'synthetic' }, ['a', 'b']],
    [{ sponsor: 'EMPLOYER', planName: 'hmo' }, ['b']],
  ],
};

const ofFiles: Filtered = {
  input: 'PriceFileFilter',
  field: 'priceFiles',
  fill(store) {
    fillPlans(store);
    const over = { validFrom: '2024-01-01', validTo: '2025-01-01' };
    add(store, listedPlan, {
      id: 'ListedPlan:over',
      payerId: ids.payer,
      name: 'Synthetic',
      fileSets: '["z"]',
      ...over,
    });
    for (const [key, values] of [
      ['x', { fileSet: 'x' }],
      ['y', { fileSet: 'y', kind: 'ALLOWED_AMOUNTS' }],
      ['z', { fileSet: 'z', payerId: ids.otherPayer }],
      ['none', {}],
    ] as const)
      add(store, priceFile, { id: `PriceFile:${key}`, payerId: ids.payer, kind: 'IN_NETWORK', ...values });
  },
  cases: [
    [{}, ['none', 'x', 'y', 'z']],
    [{ planId: '11-1' }, ['x']],
    [{ planId: '222' }, ['x', 'y']],
    [{ planName: 'SYNTHETIC' }, ['x', 'y']],
    [{ planName: 'another' }, ['z']],
    [{ sponsor: 'first' }, ['x']],
    [{ sponsor: 'second', kinds: ['ALLOWED_AMOUNTS'] }, ['y']],
    [{ planId: '11-1', planName: 'hmo' }, []],
    [{ kinds: ['ALLOWED_AMOUNTS', 'IN_NETWORK'] }, ['none', 'x', 'y', 'z']],
  ],
};

const preferred = { rank: 'PREFERRED', rankReason: 'Synthetic.' };
const deprecated = { rank: 'DEPRECATED', rankReason: 'Synthetic.' };
const ofStatements: Filtered = {
  input: 'StatementFilter',
  field: 'statements',
  fill(store) {
    const other = 'BillingCode:CPT:99998';
    add(store, billingCode, { id: other, code: '99998', familyId: ids.family });
    for (const kind of ['CODE_SET', 'REPORT_PAGE']) add(store, source, { id: `Source:${kind}`, kind });
    for (const [key, kind, values] of [
      ['a', 'CODE_SET', { valueState: 'VALUE' }],
      ['b', 'REPORT_PAGE', { payerId: ids.otherPayer, ...unknown }],
      ['c', 'CODE_SET', { ...preferred, valueState: 'NO_VALUE' }],
      ['d', 'CODE_SET', deprecated],
      ['e', 'CODE_SET', { validFrom: '2024-01-01', validTo: '2025-01-01' }],
      ['f', 'CODE_SET', { recordedFrom: '2025-07-01T00:00:00Z' }],
    ] as const) {
      const id = `CoverageStatement:${key}`;
      add(store, coverage, { id, ...about, payerId: ids.payer, ...values });
      add(store, citation, { subjectId: id, seq: 0, sourceId: `Source:${kind}` });
      // What stands beside the primary source decides nothing.
      add(store, citation, { subjectId: id, seq: 1, sourceId: 'Source:REPORT_PAGE' });
    }
    const id = 'UtilizationStatement:g';
    add(store, utilization, { id, subjectId: other, payerId: null });
    add(store, citation, { subjectId: id, seq: 0, sourceId: 'Source:CODE_SET' });
    add(store, priorAuthorization, { id: 'PriorAuthorizationStatement:h', ...about, payerId: ids.payer });
  },
  cases: [
    [{}, ['a', 'b', 'c', 'h', 'g']],
    [{ types: ['CoverageStatement'] }, ['a', 'b', 'c']],
    [{ types: ['UtilizationStatement', 'PriorAuthorizationStatement'] }, ['h', 'g']],
    [{ payers: [ids.otherPayer] }, ['b']],
    [{ payers: [ids.payer, ids.otherPayer] }, ['a', 'b', 'c', 'h']],
    [{ subjects: ['BillingCode:CPT:99998'] }, ['g']],
    [{ subjects: [ids.component] }, ['a', 'b', 'c', 'h']],
    [{ ranks: ['PREFERRED'] }, ['c']],
    [{ ranks: ['DEPRECATED'] }, ['d']],
    [{ ranks: ['DEPRECATED', 'PREFERRED'] }, ['c', 'd']],
    [{ valueStates: ['UNKNOWN_VALUE'] }, ['b']],
    [{ valueStates: ['UNKNOWN_VALUE', 'NO_VALUE'] }, ['b', 'c']],
    [{ sourceKinds: ['REPORT_PAGE'] }, ['b']],
    [{ sourceKinds: ['REPORT_PAGE', 'CODE_SET'] }, ['a', 'b', 'c', 'g']],
    [{ asOf: { dateOfService: '2024-06-01' }, types: ['CoverageStatement'] }, ['a', 'b', 'c', 'e']],
    [{ asOf: { knownAt: '2025-07-01T00:00:00Z' }, payers: [ids.payer] }, ['a', 'c', 'f', 'h']],
    [{ asOf: { knownAt: '2019-12-31T00:00:00Z' } }, []],
    [{ types: ['CoverageStatement'], payers: [ids.payer], ranks: ['NORMAL'] }, ['a']],
  ],
};

const ofGroups: Filtered = {
  input: 'ApcRateFilter',
  field: 'apcRates',
  subject: ids.payer,
  fill(store) {
    for (const apc of ['5521', '5522'])
      add(store, apcRate, { id: `ApcRate:${apc}`, payerId: ids.payer, apc, label: 'Synthetic group' });
  },
  cases: [
    [{}, ['5521', '5522']],
    [{ apcs: ['5522'] }, ['5522']],
    [{ apcs: ['5599'] }, []],
  ],
};

const filters = [ofCoverage, ofGroups, ofRates, ofUse, ofStatements, ofAgreements, ofListedPlans, ofFiles];
const headers = { 'as-of-date-of-service': '2025-06-01', 'as-of-known-at': '2025-06-01T00:00:00Z' };

describe.each(filters)('$input', ({ input, field, subject, fill, cases }) => {
  const store = serviceStore();
  fill(store);
  const release = releaseOf(store);
  const connection = `found: ${field}(filter: $filter) { totalCount nodes { id } }`;
  const type = subject?.slice(0, subject.indexOf(':'));
  const below = type ? `node(id: "${subject}") { ... on ${type} { ${connection} } }` : connection;
  const document = `query ($filter: ${input}) { ${below} }`;

  test.each(cases)('%j lets through %j', async (filter, found) => {
    const answer = await ask<{ node?: { found: Found }; found: Found }>(
      document,
      { filter },
      { of: release, headers },
    );
    const { totalCount, nodes } = answer.node?.found ?? answer.found;
    expect(nodes.map(({ id }) => id.slice(id.indexOf(':') + 1))).toEqual(found);
    expect(totalCount).toBe(found.length);
  });

  test('many filters in one request do not answer each other', async () => {
    const inputs = cases.map((_, i) => `$f${i}: ${input}`).join(', ');
    const fields = cases
      .map((_, i) => `c${i}: ${field}(filter: $f${i}) { totalCount nodes { id } }`)
      .join(' ');
    const source = `query (${inputs}) { ${type ? `node(id: "${subject}") { ... on ${type} { ${fields} } }` : fields} }`;
    const variables = Object.fromEntries(cases.map(([filter], i) => [`f${i}`, filter]));
    const answer = await ask<Record<string, unknown>>(source, variables, { of: release, headers });
    const byAlias = (answer.node ?? answer) as Readonly<Record<string, Found>>;
    expect(
      Object.values(byAlias).map(({ totalCount, nodes }) => [
        totalCount,
        nodes.map(({ id }) => id.slice(id.indexOf(':') + 1)),
      ]),
    ).toEqual(cases.map(([, found]) => [found.length, found]));
  });

  test('has every field among these cases', () => {
    const covered = new Set(cases.flatMap(([filter]) => Object.keys(filter)));
    const declared = schema.getType(input);
    if (!isInputObjectType(declared)) throw new Error(`${input} is no input.`);
    expect([...covered].sort()).toEqual(Object.keys(declared.getFields()).sort());
  });

  test('left out or null restricts nothing but the rank', async () => {
    const [[, found]] = cases as readonly [Case];
    const answer = await ask(document, { filter: null }, { of: release, headers });
    expect(JSON.stringify(answer).match(/"id":/g)).toHaveLength(found.length);
  });

  const lists = cases.flatMap(([filter]) =>
    Object.entries(filter).flatMap(([name, value]) =>
      Array.isArray(value) && name !== 'ranks' ? [name] : [],
    ),
  );
  test.each([...new Set(lists)].filter((name) => name !== 'modifiers'))(
    'refuses an empty list of %s by its name',
    async (name) => {
      const { errors } = await query(document, { filter: { [name]: [] } }, { of: release, headers });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: `filter.${name}` });
    },
  );
});

test('no filter of the schema is left out here; that of stored rates is tried in schema/rates', () => {
  const declared = Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type) && type.name.endsWith('Filter') ? [type.name] : [],
  );
  expect(declared.sort()).toEqual(['RateFilter', ...filters.map(({ input }) => input)].sort());
});

test('a type that is none of a statement is refused, with those that are', async () => {
  const { errors } = await query('{ statements(filter: { types: ["UnitLimit", "Payer"] }) { totalCount } }');
  expect(errors?.[0]?.message).toMatch(/no statement type "Payer"; give any of .*CoverageStatement, /);
});

test('a brand that no rule knows is refused, with those that are known', async () => {
  const { errors } = await query(
    '{ billingCode(code: "77080") { rateBenchmarks(filter: { payerBrands: ["aetnas"] }) { totalCount } } }',
  );
  expect(errors?.[0]?.extensions).toEqual({
    code: 'UNKNOWN_ID',
    field: 'filter.payerBrands[0]',
    near: ['aetna'],
  });
  expect(errors?.[0]?.message).toMatch(
    /no rule knows a brand "aetnas"; give any of aetna, .*uhc, or letters/,
  );
});

test.each([
  ['payers', 'Policy:p', 'BAD_USER_INPUT'],
  ['payers', 'Payer:nobody', 'UNKNOWN_ID'],
  ['subjects', 'Unicorn:one', 'BAD_USER_INPUT'],
  ['subjects', 'junk', 'UNKNOWN_ID'],
  ['subjects', 'BillingCode:CPT:00000', 'UNKNOWN_ID'],
])('a filter of %s by %s is refused by its place: %s', async (name, id, code) => {
  const document = 'query ($filter: StatementFilter) { statements(filter: $filter) { totalCount } }';
  const { errors } = await query(document, { filter: { [name]: [id] } });
  expect(errors?.[0]?.extensions).toMatchObject({ code, field: `filter.${name}[0]` });
});

test('the statements about a thing are filtered as those of the root are', async () => {
  const store = serviceStore();
  ofStatements.fill(store);
  const document = `query ($id: ID!, $filter: StatementFilter) {
    node(id: $id) { ... on Entity { statements(filter: $filter) { nodes { id } } } } }`;
  const asking = { of: releaseOf(store), headers };
  const found = async (filter: object | null) => {
    const answer = await ask<{ node: { statements: Pick<Found, 'nodes'> } }>(
      document,
      { id: ids.component, filter },
      asking,
    );
    return answer.node.statements.nodes.map(({ id }) => id.slice(id.indexOf(':') + 1)).join('');
  };
  expect(await found(null)).toBe('cabh');
  expect(await found({ ranks: ['DEPRECATED'] })).toBe('d');
  expect(await found({ payers: [ids.otherPayer] })).toBe('b');
  expect(await found({ asOf: { dateOfService: '2024-06-01' } })).toBe('ceabh');
  expect(await found({ asOf: { knownAt: '2025-07-01T00:00:00Z' } })).toBe('cabfh');
});
