/** One way to name things: every argument that takes a reference takes its short form and its id, and one bad reference sinks nothing beside it. */

import {
  type GraphQLError,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { query } from '../../kit/graph.ts';
import { rootFields } from '../../kit/root-fields.ts';

/** Where references are given: the forms of one that is there, the first its id, and one that is not, with what is near to it. */
interface Place {
  /** A field with `$` in the place of the reference. */
  readonly ask: string;
  readonly forms: readonly unknown[];
  readonly unknown?: unknown;
  readonly near?: string;
  /** Only loaded files bring it. */
  readonly loadedOnly?: true;
}

const codes = [
  'BillingCode:CPT:77090',
  '77090',
  'CPT:77090',
  ' cpt:77090 ',
  { code: '77090' },
  { system: 'CPT', code: '77090' },
];
const texts = codes.slice(0, 4);
const noCode = { unknown: '77009', near: '77090' };
const aetna = { forms: ['Payer:aetna', 'aetna', 'Aetna'], unknown: 'aetan', near: 'aetna' };
const tbs = {
  forms: ['ServiceFamily:trabecular-bone-score', 'trabecular-bone-score'],
  unknown: 'trabecular-bone',
  near: 'trabecular-bone-score',
};
const cells = '{ rows { component { id } cells { state } } columns { payer { id } } }';
const differing = '{ added { id } removed { id } changed { before { id } after { id } } unchangedCount }';
const ofCode = (field: string) =>
  `billingCode(code: "77080", asOf: { dateOfService: "2025-10-15" }) { ${field} }`;
const page = '{ totalCount nodes { id } }';
const check = (line: string) =>
  `checkClaim(claim: { payer: "medicare", lines: [{ ${line}, dateOfService: "2025-10-15" }] }) { verdict findings { message } notChecked { reason } }`;
const line = (args: string) =>
  `claimLineCoverage(${args}) { code { id } modifiers component { id } cells { state } }`;
const day = '{ dateOfService: "2025-10-15" }';

const places: Readonly<Record<string, Place>> = {
  'Query.billingCode(code:)': { ask: 'billingCode(code: $) { id }', forms: texts, ...noCode },
  'Query.billingCodes(codings:)': {
    ask: 'billingCodes(codings: [$, "77092"]) { id }',
    forms: codes,
    ...noCode,
  },
  'Query.codeReport(code:)': { ask: 'codeReport(code: $) { code { id } }', forms: texts, ...noCode },
  'Query.claimLineCoverage(code:)': { ask: line('payer: "aetna", code: $'), forms: texts, ...noCode },
  'Query.claimLineCoverage(modifiers:)': {
    ask: line('payer: "aetna", code: "77080", modifiers: [$]'),
    forms: ['Modifier:CPT_MODIFIER:26', '26', 'CPT_MODIFIER:26'],
  },
  'Query.claimLineCoverage(payer:)': { ask: line('payer: $, code: "77090"'), ...aetna },
  'Query.changes(codes:)': {
    ask: `changes(codes: [$]) ${page.replace('id', 'cursor')}`,
    forms: codes,
    ...noCode,
  },
  'Query.changes(payers:)': { ask: `changes(payers: [$]) ${page.replace('id', 'cursor')}`, ...aetna },
  'Query.changes(policies:)': {
    ask: `changes(policies: [$]) ${page.replace('id', 'cursor')}`,
    forms: ['Policy:aetna/0134', 'aetna/0134', 'CPB 0134'],
    unknown: 'CPB 0143',
    near: 'CPB 0134',
  },
  'Query.events(codes:)': { ask: `events(codes: [$]) ${page}`, forms: codes, ...noCode },
  'Query.events(payers:)': { ask: `events(payers: [$]) ${page}`, ...aetna },
  'Query.payer(slug:)': { ask: 'payer(slug: $) { id }', ...aetna },
  'Query.comparePayers(left:)': {
    ask: `comparePayers(left: $, right: "cigna", family: "trabecular-bone-score") ${differing}`,
    ...aetna,
  },
  'Query.comparePayers(right:)': {
    ask: `comparePayers(left: "cigna", right: $, family: "trabecular-bone-score") ${differing}`,
    ...aetna,
  },
  'Query.comparePayers(family:)': {
    ask: `comparePayers(left: "aetna", right: "cigna", family: $) ${differing}`,
    ...tbs,
  },
  'Query.conflicts(subject:)': {
    ask: `conflicts(subject: $, asOf: ${day}) ${page}`,
    forms: texts,
    ...noCode,
  },
  'Query.gaps(payers:)': { ask: `gaps(payers: [$]) ${page}`, ...aetna },
  'Query.gaps(families:)': { ask: `gaps(families: [$]) ${page}`, ...tbs },
  'Query.serviceFamily(id:)': { ask: 'serviceFamily(id: $) { id }', ...tbs },
  'Query.workflow(id:)': {
    ask: 'workflow(id: $) { id }',
    forms: ['Workflow:tbs-remote', 'tbs-remote'],
    unknown: 'tbs-remoet',
    near: 'tbs-remote',
  },
  'Query.siteOfService(slug:)': {
    ask: 'siteOfService(slug: $) { id }',
    forms: ['SiteOfService:physician-office', 'physician-office'],
    unknown: 'physicians-office',
    near: 'physician-office',
  },
  'Query.placeOfService(code:)': {
    ask: 'placeOfService(code: $) { id }',
    forms: ['PlaceOfService:11', '11'],
    unknown: '98',
    near: '99',
  },
  'Query.modifier(code:)': {
    ask: 'modifier(code: $) { id }',
    forms: ['Modifier:HCPCS_MODIFIER:TC', 'TC', 'HCPCS_MODIFIER:tc'],
    unknown: 'T9',
    near: 'TC',
  },
  'Query.diagnosis(code:)': {
    ask: 'diagnosis(code: $) { id }',
    forms: ['DiagnosisCode:ICD_10_CM:M81.0', 'M81.0', 'm810', 'ICD_10_CM:M81.0'],
    unknown: 'M18.0',
    near: 'M81.0',
  },
  'Query.policy(number:)': {
    ask: 'policy(number: $) { id }',
    forms: ['Policy:aetna/0134', 'aetna/0134', 'CPB 0134'],
    unknown: 'CPB 0143',
    near: 'CPB 0134',
  },
  'Query.policy(payer:)': { ask: 'policy(number: "CPB 0134", payer: $) { id }', ...aetna },
  'Query.providerTaxonomy(code:)': {
    ask: 'providerTaxonomy(code: $) { id }',
    forms: ['ProviderTaxonomy:207Q00000X', '207Q00000X'],
  },
  'Query.nationalDrugCode(code:)': {
    ask: 'nationalDrugCode(code: $) { id }',
    forms: ['NationalDrugCode:00006409602', '00006-4096-02', '0006-4096-02'],
    unknown: '00006409602',
    loadedOnly: true,
  },
  'BillingCode.feeScheduleAmount(modifier:)': {
    ask: ofCode('feeScheduleAmount(modifier: $) { amount }'),
    forms: ['Modifier:CPT_MODIFIER:26', '26'],
  },
  'BillingCode.feeScheduleAmount(placeOfService:)': {
    ask: ofCode('feeScheduleAmount(placeOfService: $) { amount }'),
    forms: ['PlaceOfService:22', '22'],
    unknown: '98',
    near: '99',
  },
  'MatrixInput.codes': {
    ask: `coverageMatrix(input: { codes: [$, "77092"], payers: ["aetna"] }) ${cells}`,
    forms: codes,
    ...noCode,
  },
  'MatrixInput.families': {
    ask: `coverageMatrix(input: { families: [$], payers: ["aetna"] }) ${cells}`,
    ...tbs,
  },
  'MatrixInput.payers': {
    ask: `coverageMatrix(input: { codes: ["77090"], payers: ["cigna", $] }) ${cells}`,
    ...aetna,
  },
  'NeighbourhoodInput.of': {
    ask: 'neighbourhood(input: { of: ["medicare", $], first: 5 }) { nodes { id } links { relation } }',
    forms: texts,
    ...noCode,
  },
  'PathInput.from': {
    ask: 'paths(input: { from: $, to: "medicare" }) { paths { length nodes { id } } }',
    forms: texts,
    ...noCode,
  },
  'PathInput.to': {
    ask: 'paths(input: { from: "77090", to: $ }) { paths { length nodes { id } } }',
    forms: ['Payer:medicare', 'medicare'],
    unknown: 'medcare',
    near: 'medicare',
  },
  'ClaimInput.payer': {
    ask: 'checkClaim(claim: { payer: $, lines: [{ code: "77080" }] }) { verdict notChecked { reason } }',
    ...aetna,
  },
  'ClaimLineInput.code': { ask: check('code: $'), forms: texts },
  'ClaimLineInput.modifiers': {
    ask: check('code: "77080", modifiers: [$]'),
    forms: ['Modifier:CPT_MODIFIER:26', '26'],
  },
  'ClaimLineInput.placeOfService': {
    ask: check('code: "77080", placeOfService: $'),
    forms: ['PlaceOfService:11', '11'],
  },
  'ClaimLineInput.diagnoses': {
    ask: check('code: "77080", diagnoses: [$]'),
    forms: ['DiagnosisCode:ICD_10_CM:M81.0', 'M81.0', 'M810'],
  },
  'CoverageFilter.payers': { ask: ofCode(`coverage(filter: { payers: [$] }) ${page}`), ...aetna },
  'AgreementFilter.payers': { ask: ofCode(`paymentArrangements(filter: { payers: [$] }) ${page}`), ...aetna },
  'RateBenchmarkFilter.payers': {
    ask: ofCode(`rateBenchmarks(filter: { payers: [$] }) ${page}`),
    forms: ['Payer:medicare', 'medicare'],
    unknown: 'medcare',
    near: 'medicare',
  },
  'RateFilter.payers': { ask: ofCode(`rates(filter: { payers: [$] }) ${page}`), ...aetna },
  'RateFilter.modifiers': {
    ask: ofCode(`rates(filter: { modifiers: [$] }) ${page}`),
    forms: ['Modifier:CPT_MODIFIER:26', '26'],
  },
  'Payer.rates(codes:)': {
    ask: `payer(slug: "aetna") { rates(codes: [$]) ${page} }`,
    forms: codes,
    ...noCode,
  },
  'RateBenchmarkFilter.payerBrands': {
    ask: ofCode(`rateBenchmarks(filter: { payerBrands: [$] }) ${page}`),
    forms: ['aetna'],
    unknown: 'aetan',
    near: 'aetna',
  },
  'RateBenchmarkFilter.modifiers': {
    ask: ofCode(`rateBenchmarks(filter: { modifiers: [$] }) ${page}`),
    forms: ['Modifier:CPT_MODIFIER:26', '26'],
  },
  'RateBenchmarkFilter.jurisdictions': {
    ask: ofCode(`rateBenchmarks(filter: { jurisdictions: [$] }) ${page}`),
    forms: ['Jurisdiction:01112-05', '01112-05'],
    unknown: '0111205',
    near: '01112-05',
  },
  'UtilizationFilter.jurisdictions': {
    ask: ofCode(`utilization(filter: { jurisdictions: [$] }) ${page}`),
    forms: ['Jurisdiction:01112-05', '01112-05'],
    unknown: '0111205',
    near: '01112-05',
  },
  'StatementFilter.payers': { ask: `statements(filter: { payers: [$] }) ${page}`, ...aetna },
  'StatementFilter.subjects': {
    ask: `statements(filter: { subjects: [$] }) ${page}`,
    forms: texts,
    ...noCode,
  },
};

/** Text in which no reference is given, and ids that are those of Relay: read as they stand, of any type. */
const others =
  /^(?:Query\.nodes?\(|Query\.(?:searchEntities|mapTerms|indicators|localitiesOfCounty)\(|Query\.changes\(since|Subscription\.|FeeLocalityInput|ListedPlanFilter|PayerIdentifierInput|PriceFileFilter|PathInput\.via|\w+\.types$|ApcRateFilter|\w+\.(?:facilities|networks|payerStatedContains|notesContain|revenueCodes)$|BillingCode\.feeScheduleAmount\(zip|RateNear\.zip|\w+\.otherDays\()/;

const isText = (type: GraphQLInputType) => ['Code', 'ID', 'String'].includes(getNamedType(type).name);
const given = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (type.name.startsWith('_')) return [];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      isText(field.type) ? [`${type.name}.${field.name}`] : [],
    );
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.flatMap((arg) =>
      isText(arg.type) && !['after', 'before'].includes(arg.name)
        ? [`${type.name}.${name}(${arg.name}:)`]
        : [],
    ),
  );
});

test('every argument and input field of text is tried here, or takes no reference', () => {
  expect(given.filter((place) => !others.test(place)).toSorted()).toEqual(Object.keys(places).toSorted());
});

/** A value as a literal of a document. */
function literal(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, each]) => `${name}: ${name === 'system' ? each : JSON.stringify(each)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
const asking = (place: Place, value: unknown) => place.ask.replace('$', literal(value));
const neighbour = 'neighbour: payer(slug: "cigna") { id }';

describe.each(Object.entries(places))('%s', (_coordinate, place) => {
  const [id, ...short] = place.forms;

  test.skipIf(short.length === 0)('is answered alike by the id and by every short form', async () => {
    const byId = await query(`{ ${asking(place, id)} }`);
    // What only loaded files bring is refused in every form alike.
    expect(byId.errors?.map(({ extensions }) => extensions.code)).toEqual(
      place.loadedOnly ? ['UNKNOWN_ID'] : undefined,
    );
    for (const form of short)
      expect((await query(`{ ${asking(place, form)} }`)).data, literal(form)).toEqual(byId.data);
  });

  test.skipIf(place.unknown === undefined)(
    'refuses one that the release does not have, with what is near; what is beside it is answered',
    async () => {
      const { data, errors = [] } = await query(`{ answer: ${asking(place, place.unknown)} ${neighbour} }`);
      expect(data?.neighbour).toEqual({ id: 'Payer:cigna' });
      expect(errors).toHaveLength(1);
      const { path, extensions, message } = errors[0] as GraphQLError;
      expect(path?.[0]).toBe('answer');
      expect(extensions).toMatchObject({
        code: 'UNKNOWN_ID',
        field: expect.any(String),
        near: expect.any(Array),
      });
      expect(message).toContain(String(extensions.field));
      if (place.near) {
        expect(extensions.near).toContain(place.near);
        expect(message).toContain(place.near);
      }
    },
  );
});

test('a code is read from a variable, as text, or in an object with a variable inside', async () => {
  const byText = await query('query ($codings: [Code!]!) { billingCodes(codings: $codings) { code } }', {
    codings: ['77090', { code: 'G0130', system: 'HCPCS_LEVEL_II' }],
  });
  expect(byText.data).toEqual({ billingCodes: [{ code: '77090' }, { code: 'G0130' }] });
  const inside = await query('query ($code: String!) { billingCodes(codings: [{ code: $code }]) { code } }', {
    code: '77090',
  });
  expect(inside.data).toEqual({ billingCodes: [{ code: '77090' }] });
});

test.each([
  77090,
  true,
  { code: '77090', sytem: 'CPT' },
  { system: 'CPT' },
  { code: '77090', system: 'OPCS' },
])('what is no code at all, such as %j, is refused with how to give one', async (value) => {
  const source = 'query ($codings: [Code!]!) { billingCodes(codings: $codings) { code } }';
  const { errors } = await query(source, { codings: [value] });
  expect(errors?.[0]?.message).toMatch(/is no code\. Give a code as text, such as "77090"/);
});

describe('a code with the modifier of a component', () => {
  const rows = async (list: string) => {
    const { data, errors } = await query(
      `{ coverageMatrix(input: { codes: ${list}, payers: ["aetna"] }) { rows { component { id } } } }`,
    );
    const matrix = data?.coverageMatrix as { rows: { component: { id: string } }[] } | null;
    return errors
      ? errors.map(({ extensions }) => extensions.near)
      : matrix?.rows.map(({ component }) => component.id);
  };

  test('narrows the matrix to the row of that component; the code alone gives the family', async () => {
    const whole = (await rows('["77080"]')) as string[];
    const narrow = (await rows('["77080-26"]')) as string[];
    expect(narrow).toHaveLength(1);
    expect(whole.length).toBeGreaterThan(1);
    expect(whole).toEqual(expect.arrayContaining(narrow));
    expect(await rows('["77080-26", "77080-TC"]')).toHaveLength(2);
    expect(await rows('["77080-26", "77080"]')).toEqual(whole);
    expect(await rows('["CPT:77080-26", "77090"]')).toEqual(expect.arrayContaining(narrow));
  });

  test('that reports none is refused, with those that do', async () => {
    expect(await rows('["77080-59"]')).toEqual([expect.arrayContaining(['77080-26'])]);
    expect(await rows('["77090-26"]')).toEqual([[]]);
  });

  test('is the component where anything may be named, and the code with its modifier on a claim line', async () => {
    const [component = ''] = (await rows('["77080-26"]')) as string[];
    const { data } = await query(
      `{ paths(input: { from: "77080-26", to: "${component}" }) { paths { length nodes { id } } } ${line('payer: "aetna", code: "77080-26"')} }`,
    );
    expect(data?.paths).toEqual({ paths: [{ length: 0, nodes: [{ id: component }] }] });
    expect(data?.claimLineCoverage).toMatchObject({ modifiers: '26', component: { id: component } });
  });

  test('is refused where a code alone is meant, with that code', async () => {
    const { errors } = await query('{ billingCode(code: "77080-26") { id } }');
    expect(errors?.[0]?.message).toMatch(/names a component, and a code is meant\. .*"77080"/);
  });
});

test('no root field that a value can be refused in is non-null', () => {
  const strict = rootFields.filter(({ args, type }) => args.length > 0 && isNonNullType(type));
  expect(strict.map(({ name }) => name)).toEqual([]);
  expect(rootFields.filter(({ args, type }) => args.length === 0 && !isNonNullType(type))).toEqual([]);
  expect(rootFields.some(({ type }) => isListType(type))).toBe(true);
});
