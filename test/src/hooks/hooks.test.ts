/** The coverage hook over real HTTP: what order entry is answered for draft orders, what is refused, and that nothing of a patient stays. */

import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createStore } from '../../../db/kit/store.ts';
import * as tables from '../../../db/tables/index.ts';
import { countRows } from '../../../seed/build/write.ts';
import { type Extension, violationsOf } from '../../kit/crd-definition.ts';
import { add } from '../../kit/synthetic.ts';
import { serveGraph } from '../kit/exporting.ts';
import { temporaryFolder, untilFileIsOver } from '../kit/fixture.ts';
import { informationOf, sent, valueIn, words } from './hook-client.ts';
import { coverage, order, orderSign, patient, typed } from './synthetic-request.ts';

/** The graph of the seed, in which a contractor decides in a synthetic state and states something of its own, which is synthetic too. */
function withContractor(file: string): string {
  copyFileSync(inject('database'), file);
  const store = createStore(file);
  const codeId = 'BillingCode:CPT:0554T';
  const { componentId = '' } =
    store.get<{ componentId: string }>(
      'select component_id as "componentId" from coverage where code_id = :codeId limit 1',
      { codeId },
    ) ?? {};
  const payerId = 'Payer:mac-noridian';
  add(store, tables.jurisdiction, {
    id: 'Jurisdiction:XX',
    code: 'XX',
    label: 'Synthetic place',
    state: 'XX',
  });
  const area = { payerId, jurisdictionId: 'Jurisdiction:XX', contractorNumber: '99901' };
  add(store, tables.contractorArea, { id: 'ContractorArea:synthetic', ...area });
  add(store, tables.coverage, {
    ...{ id: 'CoverageStatement:synthetic', codeId, componentId, payerId, lineOfBusiness: 'MEDICARE_FFS' },
    ...{ covered: 'CONDITIONAL', summary: 'Synthetic: where a bone is synthetic.' },
  });
  add(store, tables.citation, {
    ...{ subjectId: 'CoverageStatement:synthetic', seq: 0, sourceId: 'Source:S-NCD150-3' },
    role: 'PRIMARY_KNOWLEDGE_SOURCE',
  });
  // A database counts its rows, and one that counts wrongly is not served.
  store.run('update release set counts = :counts', { counts: JSON.stringify(countRows(store)) });
  store.close();
  return file;
}

const until = untilFileIsOver();
const database = withContractor(join(temporaryFolder(until), 'with-contractor.sqlite'));
const served = await serveGraph({ hooks: true, persistedOnly: true, database, until });

test('the services are listed with what CRD wants to know of each', async () => {
  const list = (await (await fetch(`${served.origin}/cds-services`)).json()) as {
    services: Record<string, unknown>[];
  };
  expect(list.services.map(({ hook, id }) => [hook, id])).toEqual([
    ['order-sign', 'coverage-order-sign'],
    ['order-select', 'coverage-order-select'],
  ]);
  for (const { description, prefetch, extension } of list.services) {
    expect([typeof description, typeof prefetch]).toEqual(['string', 'object']);
    expect(extension).toMatchObject({
      'davinci-crd.version': ['2.2'],
      'davinci-crd.configuration-options': [{ code: 'coverage-info', type: 'boolean', default: true }],
    });
  }
});

test('the three founding orders are each answered for Aetna, by what the guide defines, with one assertion an order', async () => {
  const orders = ['77090', '77092', '77089'].map((code) => order(code));
  const found = await informationOf(served, orderSign({ orders }));
  expect(Object.keys(found)).toEqual(['order-77090', 'order-77092', 'order-77089']);
  for (const repetitions of Object.values(found)) {
    expect(repetitions.flatMap((one) => violationsOf(one))).toEqual([]);
    expect(new Set(repetitions.map((one) => valueIn(one, 'coverage-assertion-id'))).size).toBe(1);
    expect(repetitions.map((one) => valueIn(one, 'coverage'))).toEqual(
      repetitions.map(() => ({ reference: 'Coverage/synthetic-coverage-1' })),
    );
    // One a line of business, distinguished by the reason.
    expect(repetitions.map((one) => words(one).split(', ')[1])).toEqual(['commercial', 'Medicare Advantage']);
    expect(repetitions.map((one) => valueIn(one, 'covered'))).toEqual(['conditional', 'indeterminate']);
    expect(JSON.stringify(repetitions[0])).toContain('policy-link');
  }
});

test('the request that the guide prints is answered for its three orders', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/coverage-hook.md'), 'utf8');
  const [, request = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  const found = await informationOf(served, JSON.parse(request));
  expect(Object.keys(found)).toEqual(['a', 'b', 'c']);
  expect(
    Object.values(found)
      .flat()
      .flatMap((one) => violationsOf(one)),
  ).toEqual([]);
});

test('the type of a Coverage chooses the line of business; one that says no line of ours chooses none', async () => {
  const ofType = async (code: string) => {
    const type = { coding: [{ system: 'https://nahdo.org/sopt', code }] };
    const found = await informationOf(served, orderSign({ coverages: [coverage(undefined, { type })] }));
    return found['order-77090']?.map((one) => words(one).split(', ')[1]);
  };
  expect(await ofType('512')).toEqual(['commercial']);
  expect(await ofType('112')).toEqual(['Medicare Advantage']);
  expect(await ofType('1')).toEqual(['commercial', 'Medicare Advantage']);
  expect(await ofType('6')).toEqual(['commercial', 'Medicare Advantage']);
});

test('the payer is found by the identifiers that a Coverage or its Organization has', async () => {
  const organization = {
    resourceType: 'Organization',
    id: 'synthetic-payer',
    identifier: [{ system: 'urn:oid:2.16.840.1.113883.6.300', value: '79413' }],
  };
  const referring = coverage(undefined, {
    payor: [{ reference: 'https://ehr.example/fhir/Organization/synthetic-payer' }],
  });
  const contained = coverage(undefined, {
    payor: [{ reference: '#payer' }],
    contained: [{ ...organization, id: 'payer', identifier: [typed('payerid', '61101')] }],
  });
  const payerIn = async (body: unknown) =>
    words((await informationOf(served, body))['order-77090']?.[0] as Extension).split(',')[0];
  expect(await payerIn(orderSign({ coverages: [coverage(typed('payerid', '60054'))] }))).toBe('Aetna');
  expect(await payerIn(orderSign({ coverages: [referring], others: [organization] }))).toBe(
    'UnitedHealthcare',
  );
  expect(await payerIn(orderSign({ coverages: [contained] }))).toBe('Humana');
});

test('not covered is answered only where a policy of the payer was read that says so, and then nothing of authorization', async () => {
  const found = async (code: string, payer: string) => {
    const coverages = [coverage({ system: 'urn:coverage-graph:payer', value: payer })];
    const information = await informationOf(served, orderSign({ orders: [order(code)], coverages }));
    const [one] = information[`order-${code}`] ?? [];
    expect(one && violationsOf(one)).toEqual([]);
    return one && ['covered', 'pa-needed'].map((part) => valueIn(one, part));
  };
  expect(await found('77086', 'bcbsal')).toEqual(['not-covered', undefined]);
  // What was read of Aetna is a summary of its policy.
  expect((await found('0815T', 'aetna'))?.[0]).toBe('indeterminate');
});

test('a clinical code alone needs a billing code, an unknown code is indeterminate in our words, and a modifier is read', async () => {
  const orders = [
    order('312681000', {}, 'snomed'),
    order('99998'),
    order('not a code'),
    order('77080:26'),
    order('77080', { doNotPerform: true, id: 'not-to-be-done' }),
  ];
  const found = await informationOf(served, orderSign({ orders }));
  expect(
    Object.values(found)
      .flat()
      .flatMap((one) => violationsOf(one)),
  ).toEqual([]);
  const of = (id: string) =>
    found[id]?.map((one) => [valueIn(one, 'covered'), valueIn(one, 'info-needed')])[0];
  expect(of('order-312681000')).toEqual(['conditional', 'detail-code']);
  expect(of('order-99998')).toEqual(['indeterminate', undefined]);
  expect(words(found['order-99998']?.[0] as Extension)).toMatch(
    /^code: this release holds no BillingCode:CPT:99998/,
  );
  expect(words(found['order-not-a-code']?.[0] as Extension)).toMatch(/^code: /);
  expect(JSON.stringify(found['order-77080-26'])).toContain('77080:26');
  expect(found).not.toHaveProperty('not-to-be-done');
});

test('Medicare leaves some to the contractor of the place: its cell is looked up, and answers where it states something', async () => {
  const coverages = [coverage(typed('payerid', 'cms'))];
  const at = async (state: string | undefined) => {
    const location = { resourceType: 'Location', id: 'synthetic-clinic', address: { state } };
    const placed = order('0554T', { locationReference: { reference: 'Location/synthetic-clinic' } });
    const found = await informationOf(served, orderSign({ orders: [placed], coverages, others: [location] }));
    const [one] = found['order-0554T'] ?? [];
    return one && [words(one).split(',')[0], valueIn(one, 'info-needed')];
  };
  expect(await at(undefined)).toEqual(['Medicare (CMS)', 'location']);
  expect(await at('xx')).toEqual(['Noridian Healthcare Solutions', 'OTH']);
  expect(await at('YY')).toEqual(['Medicare (CMS)', 'location']);
});

test('order-select answers the orders that were selected, and an order that has its answer is left alone', async () => {
  const orders = [order('77090'), order('77092')];
  const request = (more: readonly object[]) => ({
    ...orderSign({ orders: more, context: { selections: ['ServiceRequest/order-77092'] } }),
    hook: 'order-select',
  });
  const { systemActions = [] } = await sent(served, request(orders), 'coverage-order-select');
  expect(systemActions.map(({ resource }) => resource.id)).toEqual(['order-77092']);
  const again = await sent(
    served,
    request([order('77090'), systemActions[0]?.resource ?? {}]),
    'coverage-order-select',
  );
  expect(again).toMatchObject({ status: 200, cards: [], systemActions: [] });
  const unwanted = { extension: { 'davinci-crd.configuration': { 'coverage-info': false } } };
  expect(await sent(served, orderSign({ more: unwanted }))).toMatchObject({ status: 200, systemActions: [] });
});

test('the log says what every request of the graph says, and nothing of what a request of a hook had in it', async () => {
  const before = served.log.length;
  await sent(served, orderSign());
  await sent(served, orderSign({ coverages: [] }));
  await expect.poll(() => served.log.length).toBe(before + 2);
  const lines = served.log.slice(before);
  expect(lines.map(({ operation, outcome, status }) => [operation, outcome, status])).toEqual([
    ['CoverageHook', 'ok', 200],
    [undefined, 'refused', 400],
  ]);
  const text = JSON.stringify(served.log);
  const values = [
    ...Object.values(patient),
    'synthetic-coverage-1',
    'order-77090',
    '77090',
    'aetna',
    '60054',
    'd1577c69',
  ];
  expect(values.filter((value) => text.includes(value))).toEqual([]);
});
