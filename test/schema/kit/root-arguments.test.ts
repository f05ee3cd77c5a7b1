/** What the arguments of the lists at the root give, by value, on synthetic rows of which each differs in what is asked. */

import { describe, expect, test } from 'vitest';
import {
  codeValidity,
  conflict,
  coverage,
  dataGap,
  diagnosisCode,
  diagnosisValidity,
  drugCrosswalk,
  indicator,
  listedPlan,
  nationalDrugCode,
  payer,
  policy,
  policyEvent,
  priceFile,
  providerTaxonomy,
  providerTaxonomyValidity,
  serviceComponent,
  serviceContext,
  serviceContextStatement,
  serviceFamily,
  source,
  utilization,
} from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { ask } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

const store = serviceStore();
const otherComponent = 'ServiceComponent:other/global';
const about = { componentId: ids.component, codeId: ids.code, payerId: ids.payer };

add(store, serviceFamily, { id: 'ServiceFamily:other', slug: 'other', pattern: 'GLOBAL_ONLY' });
add(store, serviceComponent, { id: otherComponent, familyId: 'ServiceFamily:other' });
for (const [key, values] of [
  ['a', { reason: 'NO_POLICY_FOUND', lineOfBusiness: 'COMMERCIAL' }],
  ['b', { reason: 'POLICY_TEXT_NOT_SEEN', lineOfBusiness: 'MEDICAID', payerId: ids.otherPayer }],
  ['c', { reason: 'SOURCES_CONFLICT', lineOfBusiness: 'TRICARE', componentId: otherComponent }],
  ['d', { reason: 'NO_POLICY_FOUND', recordedFrom: '2025-07-01T00:00:00Z' }],
  ['e', { reason: 'NO_POLICY_FOUND', recordedTo: '2025-06-01T00:00:00Z' }],
] as const)
  add(store, dataGap, { id: `DataGap:${key}`, ...about, ...values });
for (const [key, values] of [
  ['a', { kind: 'COVERAGE_DISAGREEMENT', resolution: 'UNRESOLVED', subjectId: ids.component }],
  ['b', { kind: 'AMOUNT_DISAGREEMENT', resolution: 'RESOLVED_BY_DATE', subjectId: ids.code }],
  ['c', { kind: 'SITE_DISAGREEMENT', resolution: 'UNRESOLVED', subjectId: ids.code }],
  ['d', { kind: 'SITE_DISAGREEMENT', validFrom: '2024-01-01', validTo: '2025-06-01' }],
  ['e', { kind: 'SITE_DISAGREEMENT', recordedFrom: '2025-07-01T00:00:00Z' }],
] as const)
  add(store, conflict, { id: `Conflict:${key}`, ...values });
add(store, payer, { id: 'Payer:association', slug: 'association', kind: 'ASSOCIATION' });
add(store, payer, { id: 'Payer:tricare', slug: 'tricare', kind: 'TRICARE' });
for (const kind of ['NCD', 'LCD', 'ARTICLE'])
  add(store, policy, { id: `Policy:${kind.toLowerCase()}`, kind, number: '1', payerId: ids.payer });
add(store, policy, { id: 'Policy:other', kind: 'LCD', number: '2', payerId: ids.otherPayer });
for (const kind of ['CODE_SET', 'FEE_SCHEDULE', 'REPORT_PAGE'])
  add(store, source, { id: `Source:${kind}`, kind });
for (const field of ['pctc', 'status']) add(store, indicator, { id: `Indicator:${field}/1`, field });
for (const [key, values] of [
  ['over', { validFrom: '2024-01-01', validTo: '2025-01-01' }],
  ['learned', { validFrom: '2024-01-01', validTo: '2025-01-01', recordedFrom: '2025-07-01T00:00:00Z' }],
  ['now', {}],
] as const) {
  add(store, coverage, { id: `CoverageStatement:${key}`, ...about, ...values });
  const happened = { kind: 'CODE', happenedOn: '2025-01-01', subjectId: ids.code, payerId: ids.payer };
  add(store, policyEvent, { id: `PolicyEvent:${key}`, ...happened, ...values });
  for (const table of [priceFile, listedPlan])
    add(store, table, { id: `${table.type}:${key}`, payerId: ids.payer, ...values });
}

const release = releaseOf(store);
const headers = { 'as-of-date-of-service': '2025-06-01', 'as-of-known-at': '2025-06-01T00:00:00Z' };
const family = 'ServiceFamily:synthetic';

test.each<readonly [field: string, args: string, found: readonly string[]]>([
  ['gaps', '', ['a', 'b', 'c']],
  ['gaps', 'payers: ["Payer:synthetic-two"]', ['b']],
  ['gaps', 'payers: ["Payer:synthetic-two", "Payer:synthetic-one"]', ['a', 'b', 'c']],
  ['gaps', `families: ["${family}"]`, ['a', 'b']],
  ['gaps', `families: ["${family}", "ServiceFamily:other"]`, ['a', 'b', 'c']],
  ['gaps', 'properties: [DIAGNOSES]', []],
  ['gaps', 'properties: [DIAGNOSES, COVERAGE]', ['a', 'b', 'c']],
  ['gaps', 'reasons: [NO_POLICY_FOUND]', ['a']],
  ['gaps', 'reasons: [NO_POLICY_FOUND, SOURCES_CONFLICT]', ['a', 'c']],
  ['gaps', 'linesOfBusiness: [MEDICAID]', ['b']],
  ['gaps', 'linesOfBusiness: [COMMERCIAL, TRICARE]', ['a', 'c']],
  ['gaps', 'asOf: { knownAt: "2025-07-01T00:00:00Z" }', ['a', 'b', 'c', 'd']],
  ['gaps', 'asOf: { knownAt: "2025-05-31T00:00:00Z" }', ['a', 'b', 'c', 'e']],
  ['gaps', `families: ["${family}"], reasons: [SOURCES_CONFLICT]`, []],
  ['conflicts', '', ['a', 'b', 'c']],
  ['conflicts', 'kinds: [AMOUNT_DISAGREEMENT]', ['b']],
  ['conflicts', 'kinds: [AMOUNT_DISAGREEMENT, SITE_DISAGREEMENT]', ['b', 'c']],
  ['conflicts', 'resolution: RESOLVED_BY_DATE', ['b']],
  ['conflicts', 'resolution: UNRESOLVED', ['a', 'c']],
  ['conflicts', `subject: "${ids.code}"`, ['b', 'c']],
  ['conflicts', `subject: "${ids.code}", resolution: UNRESOLVED`, ['c']],
  ['conflicts', 'asOf: { dateOfService: "2025-05-31" }', ['a', 'b', 'c', 'd']],
  ['conflicts', 'asOf: { knownAt: "2025-07-01T00:00:00Z" }', ['a', 'b', 'c', 'e']],
  ['policies', '', ['article', 'lcd', 'ncd', 'other']],
  ['policies', 'kinds: [LCD]', ['lcd', 'other']],
  ['policies', 'kinds: [NCD, ARTICLE]', ['article', 'ncd']],
  ['policies', 'kinds: [REGULATION]', []],
  ['payers', 'kinds: [TRICARE]', ['tricare']],
  ['payers', 'kinds: [TRICARE, ASSOCIATION]', ['association', 'tricare']],
  ['payers', 'kinds: [MEDICAID]', []],
  ['serviceFamilies', 'pattern: GLOBAL_ONLY', ['other']],
  ['serviceFamilies', 'pattern: MODIFIER_SPLIT', []],
  ['sources', 'kinds: [FEE_SCHEDULE]', ['FEE_SCHEDULE']],
  ['sources', 'kinds: [REPORT_PAGE, CODE_SET]', ['CODE_SET', 'REPORT_PAGE']],
  ['indicators', '', ['pctc/1', 'status/1']],
  ['indicators', 'field: "status"', ['status/1']],
  ['priceFiles', '', ['now']],
  ['priceFiles', 'asOf: { dateOfService: "2024-06-01" }', ['now', 'over']],
  ['listedPlans', '', ['now']],
  [
    'listedPlans',
    'asOf: { dateOfService: "2024-06-01", knownAt: "2025-07-01T00:00:00Z" }',
    ['learned', 'now', 'over'],
  ],
  ['events', '', ['now']],
  ['events', 'asOf: { dateOfService: "2024-06-01" }', ['now', 'over']],
  ['events', 'kinds: [LAW, PAYMENT]', []],
  ['events', 'kinds: [LAW, CODE]', ['now']],
  ['events', 'payers: ["Payer:synthetic-one"]', ['now']],
  ['events', 'payers: ["Payer:synthetic-two"]', []],
  ['events', 'since: "2025-01-01"', ['now']],
  ['events', 'since: "2025-01-02"', []],
  ['statements', 'filter: { types: ["CoverageStatement"] }', ['now']],
  [
    'statements',
    'asOf: { dateOfService: "2024-06-01" }, filter: { types: ["CoverageStatement"] }',
    ['now', 'over'],
  ],
  [
    'statements',
    'filter: { asOf: { dateOfService: "2024-06-01" }, types: ["CoverageStatement"] }',
    ['now', 'over'],
  ],
  // What the filter leaves open is as the argument beside it has it.
  [
    'statements',
    'asOf: { dateOfService: "2020-06-01", knownAt: "2025-07-01T00:00:00Z" }, filter: { asOf: { dateOfService: "2024-06-01" }, types: ["CoverageStatement"] }',
    ['learned', 'now', 'over'],
  ],
])('%s(%s) gives %j', async (field, args, found) => {
  const pages = [
    'events',
    'gaps',
    'conflicts',
    'listedPlans',
    'policies',
    'priceFiles',
    'statements',
  ].includes(field);
  const answer = await ask<Record<string, unknown>>(
    `{ ${field}${args && `(${args})`} ${pages ? '{ totalCount nodes { id } }' : '{ id }'} }`,
    {},
    { of: release, headers },
  );
  const nodes = found.map((key) => ({ id: expect.stringMatching(new RegExp(`^[A-Za-z]+:${key}$`)) }));
  expect(answer[field]).toEqual(pages ? { totalCount: nodes.length, nodes } : nodes);
});

test('policy(number:, payer:) gives the one of that payer, and asks whose where two have the number', async () => {
  const found = (args: string) =>
    ask<{ policy: { id: string } }>(`{ policy(${args}) { id } }`, {}, { of: release, headers });
  expect(await found('number: "2"')).toEqual({ policy: { id: 'Policy:other' } });
  expect(await found(`number: "2", payer: "${ids.otherPayer}"`)).toEqual({ policy: { id: 'Policy:other' } });
  await expect(found(`number: "2", payer: "${ids.payer}"`)).rejects.toThrow('no policy numbered "2"');
  await expect(found('number: "1"')).rejects.toThrow('Say whose.');
});

describe('the day and the moment of a thing at the root hold for everything below it', () => {
  const diagnosis = 'DiagnosisCode:ICD_10_CM:M81.0';
  const world = serviceStore();
  const year = { validFrom: '2024-01-01', validTo: '2025-01-01', recordedFrom: '2025-05-01T00:00:00Z' };
  add(world, policy, { id: 'Policy:p', kind: 'NCD', number: '1', payerId: ids.payer });
  add(world, diagnosisCode, { id: diagnosis, code: 'M81.0', system: 'ICD_10_CM' });
  add(world, codeValidity, { id: 'CodeValidity:a', codeId: ids.code, ...year });
  add(world, diagnosisValidity, { id: 'DiagnosisValidity:a', diagnosisId: diagnosis, ...year });
  const taxonomyId = 'ProviderTaxonomy:999A00000X';
  add(world, providerTaxonomy, { id: taxonomyId, code: '999A00000X' });
  add(world, providerTaxonomyValidity, { id: 'ProviderTaxonomyValidity:a', taxonomyId, ...year });
  add(world, policyEvent, { id: 'PolicyEvent:a', policyId: 'Policy:p', payerId: ids.payer, ...year });
  add(world, coverage, { id: 'CoverageStatement:a', ...about, ...year });
  add(world, utilization, { id: 'UtilizationStatement:a', subjectId: family, ...year });
  add(world, nationalDrugCode, { id: 'NationalDrugCode:00001000203', code: '00001000203' });
  const named = { contextId: 'ServiceContext:synthetic', codeId: ids.code };
  add(world, serviceContext, { id: named.contextId, slug: 'synthetic' });
  add(world, serviceContextStatement, { id: 'ServiceContextStatement:a', ...named, ...year });
  const listed = { drugId: 'NationalDrugCode:00001000203', codeId: ids.code };
  add(world, drugCrosswalk, { id: 'DrugCrosswalkEntry:a', ...listed, ...year });
  const of = releaseOf(world);

  const things: readonly (readonly [field: string, args: string, below: string])[] = [
    ['billingCode', 'code: "99999"', 'validity { id }'],
    ['billingCodes', 'codings: [{ code: "99999" }]', 'validity { id }'],
    ['diagnosis', 'code: "M81.0"', 'validity { id }'],
    ['nationalDrugCode', 'code: "00001-0002-03"', 'billedAs { id }'],
    ['providerTaxonomy', 'code: "999A00000X"', 'validity { id }'],
    ['payer', 'slug: "synthetic-one"', 'coverage { nodes { id } }'],
    ['payers', '', 'coverage { nodes { id } }'],
    ['policy', 'number: "1"', 'events { nodes { id } }'],
    ['policies', '', 'nodes { events { nodes { id } } }'],
    ['serviceFamily', `id: "${family}"`, 'utilization { nodes { id } }'],
    ['serviceFamilies', '', 'utilization { nodes { id } }'],
    ['serviceContexts', '', 'namedWith { id }'],
  ];

  test.each(things)('%s', async (field, args, below) => {
    const found = async (asOf: string) => {
      const given = [args, asOf && `asOf: { ${asOf} }`].filter(Boolean).join(', ');
      const source = `{ ${field}${given && `(${given})`} { ${below} } }`;
      return JSON.stringify(await ask(source, {}, { of, headers })).match(/"id":/g)?.length ?? 0;
    };
    expect([
      await found(''),
      await found('dateOfService: "2024-06-01"'),
      await found('dateOfService: "2024-06-01", knownAt: "2025-04-30T00:00:00Z"'),
    ]).toEqual([0, 1, 0]);
  });

  test('is asked of every field of the root that takes them and is worked out by none of its own rules', () => {
    const workedOut = ['checkClaim', 'claimLineCoverage', 'codeReport', 'comparePayers', 'proposedFamilies'];
    const lists = [
      'conflicts',
      'events',
      'gaps',
      'listedPlans',
      'localitiesOfCounty',
      'priceFiles',
      'statements',
    ];
    const taking = Object.values(schema.getQueryType()?.getFields() ?? {})
      .filter(({ args }) => args.some(({ name }) => name === 'asOf'))
      .map(({ name }) => name);
    expect(taking.sort()).toEqual([...things.map(([field]) => field), ...workedOut, ...lists].sort());
  });
});
