/** What the graph answers of prices for many codes at once and of plans' files, from synthetic files of payers and hospitals. */

import { expect, test } from 'vitest';
import { loading } from '../../kit/loading.ts';

/** Each builds the whole database. */
const slow = { timeout: 180_000 };

const root = (name: string) => ({
  reporting_entity_name: name,
  reporting_entity_type: 'health insurance issuer',
  last_updated_on: '2026-06-01',
  version: '2.0.0',
});
const price = (rate: number, more: object = {}) => ({
  setting: 'outpatient',
  negotiated_type: 'negotiated',
  negotiated_rate: rate,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  ...more,
});
const item = (
  type: string,
  code: string,
  groups: readonly number[],
  negotiated: object,
  more: object = {},
) => ({
  negotiation_arrangement: 'ffs',
  name: 'synthetic',
  billing_code_type: type,
  billing_code: code,
  negotiated_rates: [{ provider_references: groups, negotiated_prices: [negotiated] }],
  ...more,
});
const network = (provider_group_id: number, name: string) => ({
  provider_group_id,
  network_name: [name],
  provider_groups: [{ npi: [1], tin: { type: 'ein', value: '1' } }],
});
const member = (billing_code: string) => ({ billing_code_type: 'CPT', billing_code });
const rates = JSON.stringify({
  ...root('Synthetic Plan'),
  provider_references: [network(1, 'Synthetic PPO'), network(2, 'Synthetic HMO')],
  in_network: [
    item('CPT', '77080', [1], price(40, { expiration_date: '2026-06-30' })),
    item('CPT', 'CSTM-00', [1, 2], price(62.5, { negotiated_type: 'percentage' })),
    item('LOCAL', 'CSTM-DEXA', [1], price(250), {
      negotiation_arrangement: 'bundle',
      bundled_codes: [member('77081'), member('77091')],
    }),
  ],
});
const plan = (plan_id: string, name: string, sponsor: string) => ({
  plan_name: name,
  plan_id_type: 'ein',
  plan_id,
  plan_market_type: 'group',
  plan_sponsor_name: sponsor,
});
const listed = (name: string) => ({ description: name, location: `https://synthetic.invalid/${name}.json` });
const contents = (name: string, more: readonly object[] = []) =>
  JSON.stringify({
    ...root(name),
    reporting_structure: [
      {
        reporting_plans: [
          plan('11-1111111', 'Synthetic PPO', 'First Employer'),
          plan('222222222', 'Synthetic HMO', 'Second Employer'),
        ],
        in_network_files: [listed('a'), listed('b')],
      },
      ...more,
    ],
  });
const hospital = JSON.stringify({
  hospital_name: 'Synthetic Hospital',
  last_updated_on: '2026-06-01',
  version: '3.0.0',
  license_information: { state: 'TX', license_number: '1' },
  standard_charge_information: [],
  modifier_information: [
    {
      code: '26',
      description: 'not to be stored',
      modifier_payer_information: [
        { payer_name: 'Aetna', plan_name: 'PPO', description: '40% of the global rate' },
        { payer_name: 'Another Payer', plan_name: 'HMO', description: 'by report' },
      ],
    },
  ],
});

interface Nodes {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly totalCount: number;
}
type Answer = Readonly<Record<string, Readonly<Record<string, Nodes>>>>;

test(
  'rates for many codes are found from each of them, and plans from their numbers, names and sponsors',
  slow,
  async () => {
    const graph = loading();
    const second = {
      reporting_plans: [plan('11-1111111', 'Synthetic PPO', 'First Employer')],
      in_network_files: [listed('c')],
    };
    await graph.load([
      graph.put('rates/2026-06-01_synthetic_in-network-rates.json', rates),
      graph.put('one/2026-06-01_index.json', contents('Synthetic Plan', [second])),
      graph.put('other/2026-06-01_index.json', contents('Other Synthetic Plan')),
      graph.put('2026-06-01_synthetic_standardcharges.json', hospital),
    ]);
    const day = { dateOfService: '2026-06-15' };

    const codes = await graph.ask<Answer>(
      `query ($day: AsOfInput) {
      listed: billingCode(code: "77080", asOf: $day) { ...Many }
      unlisted: billingCode(code: "77092", asOf: $day) { ...Many }
      member: billingCode(code: "77091", asOf: $day) { ...Many }
      levelTwo: billingCode(code: "G0130", asOf: $day) { ...Many }
      later: billingCode(code: "77080", asOf: { dateOfService: "2026-07-01" }) { ...Many }
      before: billingCode(code: "77092", asOf: { dateOfService: "2026-05-31" }) { ...Many }
    }
    fragment Many on BillingCode {
      defaultRates { totalCount nodes { network amount scopeStated payer { slug } citations { locator source { title } } } }
      ofHmo: defaultRates(filter: { networks: ["Synthetic HMO"], payers: ["Payer:synthetic-plan"] }) { totalCount }
      paymentArrangements { nodes { arrangement arrangementCode members amount code { code } } }
      rateBenchmarks(filter: { payers: ["Payer:synthetic-plan"] }) { totalCount }
    }`,
      { day },
    );
    const defaultsOf = (name: string) => codes[name]?.defaultRates?.nodes.map((each) => each.network);
    // Its own rate in one of the networks stands in place of the default.
    expect(defaultsOf('listed')).toEqual(['Synthetic HMO']);
    expect(defaultsOf('later')).toHaveLength(2);
    expect(defaultsOf('unlisted')).toEqual(expect.arrayContaining(['Synthetic HMO', 'Synthetic PPO']));
    expect(codes.unlisted?.defaultRates?.totalCount).toBe(2);
    expect(codes.unlisted?.ofHmo?.totalCount).toBe(1);
    expect(codes.unlisted?.rateBenchmarks?.totalCount).toBe(0);
    expect(codes.unlisted?.defaultRates?.nodes[0]).toMatchObject({
      amount: '62.50',
      scopeStated: 'CPT CSTM-00',
      payer: { slug: 'synthetic-plan' },
      citations: [
        { locator: 'in_network[1] CSTM-00', source: { title: expect.stringContaining('Synthetic Plan') } },
      ],
    });
    expect([defaultsOf('levelTwo'), defaultsOf('before')]).toEqual([[], []]);
    expect(codes.member?.paymentArrangements?.nodes).toEqual([
      {
        arrangement: 'BUNDLE',
        arrangementCode: 'CSTM-DEXA',
        members: ['CPT 77081', 'CPT 77091'],
        amount: '250.00',
        code: { code: '77091' },
      },
    ]);

    const files = `nodes { location payer { slug } }`;
    const plans = await graph.ask<
      Readonly<Record<string, Nodes>> & { payer: Readonly<Record<string, Nodes>> }
    >(
      `query ($day: AsOfInput) {
      byId: priceFiles(filter: { planId: "111111111" }, asOf: $day) { totalCount ${files} }
      bySponsor: priceFiles(filter: { sponsor: "SECOND emp" }, asOf: $day) { ${files} }
      byNothing: priceFiles(filter: { planId: "999" }, asOf: $day) { totalCount }
      listedPlans(filter: { planName: "hmo" }, asOf: $day) { nodes { planId sponsor files payer { slug } priceFiles { totalCount ${files} } } }
      payer(slug: "synthetic-plan", asOf: $day) {
        priceFiles(filter: { planId: "11-1111111", planName: "ppo" }) { totalCount }
        both: priceFiles(filter: { planId: "22-2222222" }) { totalCount }
        allowed: priceFiles(filter: { planId: "22-2222222", kinds: [ALLOWED_AMOUNTS] }) { totalCount }
        listedPlans { totalCount }
      }
    }`,
      { day },
    );
    const locations = (found: Nodes | undefined) =>
      found?.nodes
        .map(({ location, payer }) => `${(payer as { slug: string }).slug} ${String(location).at(-6)}`)
        .sort();
    expect(locations(plans.byId)).toEqual([
      'other-synthetic-plan a',
      'other-synthetic-plan b',
      'synthetic-plan a',
      'synthetic-plan b',
      'synthetic-plan c',
    ]);
    expect(plans.byId?.totalCount).toBe(5);
    expect(locations(plans.bySponsor)).toHaveLength(4);
    expect(plans.byNothing?.totalCount).toBe(0);
    // The same files listed by two payers are files of each.
    expect(
      plans.listedPlans?.nodes.map((each) => [each.planId, each.files, locations(each.priceFiles as Nodes)]),
    ).toEqual(expect.arrayContaining([['222222222', 2, ['synthetic-plan a', 'synthetic-plan b']]]));
    expect(Object.values(plans.payer).map(({ totalCount }) => totalCount)).toEqual([3, 2, 0, 2]);

    const { modifier } = await graph.ask<Answer>(
      `{ modifier(code: "26") {
      payerRules(filter: { facilities: ["Synthetic Hospital"] }) { totalCount nodes { modifiers wording network facility payerStated payer { slug } } }
      ofPart: payerRules(filter: { payerStatedContains: "another" }) { nodes { payerStated } }
    } }`,
    );
    expect(modifier?.payerRules?.nodes).toContainEqual({
      modifiers: ['26'],
      wording: '40% of the global rate',
      network: 'PPO',
      facility: 'Synthetic Hospital',
      payerStated: 'Aetna',
      payer: { slug: 'aetna' },
    });
    expect(modifier?.payerRules?.totalCount).toBe(2);
    expect(modifier?.ofPart?.nodes).toEqual([{ payerStated: 'Another Payer' }]);

    await expect(graph.ask('{ priceFiles(filter: { planId: " - " }) { totalCount } }')).rejects.toThrow(
      'filter.planId has no letter or digit',
    );
  },
);

test('of a file that was read for chosen codes, a default is no answer for the others', slow, async () => {
  const graph = loading();
  const file = graph.put('2026-06-01_synthetic_in-network-rates.json', rates);
  await graph.load([file], { codes: ['77080', '77092'] });
  const defaults = async (code: string) =>
    (
      await graph.ask<{ billingCode: { defaultRates: Nodes } }>(
        `{ billingCode(code: "${code}", asOf: { dateOfService: "2026-06-15" }) { defaultRates { totalCount } } }`,
      )
    ).billingCode.defaultRates.totalCount;
  // Whether the file lists 77091 was not looked at.
  expect([await defaults('77092'), await defaults('77091')]).toEqual([2, 0]);
});
