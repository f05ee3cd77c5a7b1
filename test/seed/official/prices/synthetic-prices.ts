/** Synthetic price files of hospitals, in the tall layout, and of payers, as far as a trial says what is in them. */

import { hospitalPrices } from '../../../../seed/official/hospital-prices/hospital-prices.ts';
import { ticInNetwork } from '../../../../seed/official/payer-prices/in-network.ts';
import { inMemory } from '../../kit/file-trial.ts';
import { readPrices } from '../../kit/price-trial.ts';

type Options = Parameters<typeof readPrices>[2];
export type PriceRow = Readonly<Record<string, string>>;

const item = {
  'code|1': '77080',
  'code|1|type': 'CPT',
  'code|2': '',
  'code|2|type': '',
  modifiers: '',
  setting: 'outpatient',
  billing_class: '',
  'standard_charge|gross': '',
  'standard_charge|discounted_cash': '',
  'standard_charge|min': '',
  'standard_charge|max': '',
  payer_name: '',
  plan_name: '',
  'standard_charge|negotiated_dollar': '',
  'standard_charge|negotiated_percentage': '',
  'standard_charge|methodology': '',
  additional_generic_notes: '',
};
export const plan = {
  payer_name: 'Synthetic Payer',
  plan_name: 'PPO',
  'standard_charge|methodology': 'fee schedule',
};

/** Cells of a row beside those that are in every file become columns. */
export function hospital(rows: readonly PriceRow[], options: Options = {}) {
  const columns = Object.keys(Object.assign({}, item, ...rows));
  const lines: readonly (readonly string[])[] = [
    ['hospital_name', 'last_updated_on', 'version', 'license_number|TX'],
    ['Synthetic Hospital', '2026-04-01', '3.0.0', '1'],
    columns,
    ...rows.map((row) => columns.map((name) => ({ ...item, ...row })[name] ?? '')),
  ];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const text = lines.map((cells) => cells.map(quoted).join(',')).join('\n');
  return readPrices(hospitalPrices, inMemory(text, { chunk: 500 }), { from: '2026-04-01', ...options });
}

export type Json = Readonly<Record<string, unknown>>;
export const price = (negotiated_rate: number, more: Json = {}) => ({
  negotiated_type: 'negotiated',
  negotiated_rate,
  expiration_date: '9999-12-31',
  service_code: ['11'],
  billing_class: 'professional',
  setting: 'outpatient',
  ...more,
});
export const priced = (prices: readonly Json[], more: Json = {}) => ({
  negotiation_arrangement: 'ffs',
  billing_code_type: 'CPT',
  billing_code_type_version: '2026',
  billing_code: '77080',
  negotiated_rates: [
    { provider_groups: [{ npi: [1], tin: { type: 'ein', value: '1' } }], negotiated_prices: prices },
  ],
  ...more,
});

export function payer(items: readonly Json[], options: Options = {}) {
  const root = {
    reporting_entity_name: 'Synthetic Plan',
    reporting_entity_type: 'issuer',
    last_updated_on: '2026-06-01',
  };
  const text = JSON.stringify({ ...root, version: '2.0.0', in_network: items });
  return readPrices(ticInNetwork, inMemory(text, { chunk: 500 }), { from: '2026-06-01', ...options });
}
