/** Makes a synthetic file of in-network rates in the layout of CMS, once for each size; `.data/` is not under version control. */

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Random, randomFrom } from '../random.ts';

const folder = join(import.meta.dirname, '../../.data/bench');

/** The codes that are extracted: some of those in the file. */
export const chosen = ['10077', '10500', '77092'] as const;

/** To be raised when the content of the file changes. */
const version = 1;
/** The share of a file that its provider references take. */
const referenceShare = 0.3;

/** The path of a file of this size, which is made first if it does not exist. */
export async function rateFile(megabytes: number, tell: (sentence: string) => void): Promise<string> {
  const file = join(folder, `synthetic-rates-${version}-${megabytes}.json`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.draft`;
  const out = createWriteStream(draft);
  for (const piece of pieces(megabytes * 1_000_000)) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await finished(out);
  renameSync(draft, file);
  tell(`Made ${file}.`);
  return file;
}

function* pieces(size: number): Generator<string, void> {
  const random = randomFrom(7);
  let written = 0;
  const count = (piece: string) => {
    written += piece.length;
    return piece;
  };
  yield count(
    '{"reporting_entity_name":"Synthetic Health Plan","reporting_entity_type":"health insurance issuer","last_updated_on":"2025-10-01","version":"2.0.0","provider_references":[',
  );
  let groups = 0;
  for (; written < size * referenceShare; groups += 1)
    yield count(`${groups ? ',' : ''}${JSON.stringify(reference(groups, random))}`);
  yield count('],"in_network":[');
  for (let code = 0; written < size; code += 1)
    yield count(`${code ? ',' : ''}${JSON.stringify(item(code, groups, random))}`);
  yield ']}';
}

const some = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

function reference(id: number, random: Random) {
  return {
    provider_group_id: id,
    network_name: [`Synthetic network ${id % 3}`],
    provider_groups: some(1 + random.below(5), () => ({
      npi: some(1 + random.below(20), () => 1_000_000_000 + random.below(999_999_999)),
      tin: {
        type: 'ein',
        value: `${10 + random.below(89)}-${1_000_000 + random.below(8_999_999)}`,
        business_name: `Synthetic group ${random.below(10_000)}`,
      },
    })),
  };
}

function item(code: number, groups: number, random: Random) {
  return {
    negotiation_arrangement: 'ffs',
    name: `Synthetic service ${code}`,
    billing_code_type: 'CPT',
    billing_code_type_version: '2025',
    billing_code: String(10_000 + (code % 90_000)),
    description: 'Synthetic, of no meaning',
    negotiated_rates: some(1 + random.below(400), () => ({
      provider_references: some(1 + random.below(30), () => random.below(groups)),
      negotiated_prices: some(1 + random.below(3), (index) => ({
        setting: 'outpatient',
        negotiated_type: 'negotiated',
        negotiated_rate: random.below(100_000) / 100,
        expiration_date: '9999-12-31',
        service_code: ['11', '22', '24'],
        billing_class: 'professional',
        ...(index > 0 && { billing_code_modifier: [index === 1 ? '26' : 'TC'] }),
      })),
    })),
  };
}
