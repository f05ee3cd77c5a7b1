/**
 * Hospital price transparency (45 CFR 180.50): the charges of a hospital, CSV tall, CSV wide or JSON, in the templates of
 * CMS from 2.0 to 3.0. CMS publishes the templates, hospitals the files. Gross charge, cash price, and what each payer's
 * plan agreed on; descriptions are dropped.
 */

import { FileError, type OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading } from '../../load/format/format.ts';
import { partsOf } from '../../load/json/items.ts';
import { jsonReader } from '../kit/json-reader.ts';
import { neededList } from '../kit/needed-list.ts';
import { onlyGroup, type PriceCollection, priceCollection } from '../prices/price-collection.ts';
import {
  groupOf,
  type Hospital,
  hospitalOfCsv,
  hospitalOfJson,
  publicationOf,
  refuseNameless,
  sharedOf,
} from './about.ts';
import { chargeTaker } from './charges.ts';
import { noTemplate } from './columns.ts';
import { csvLayout } from './csv.ts';
import { chargesOf, codesOf, wantedCharges } from './json.ts';
import { type ModifierRules, modifierInformation, modifierRules, modifiersIn } from './modifier-rules.ts';
import { provisionsIn, withProvisions } from './provisions.ts';
import { isHospitalJson, isLegacy, recognisedHospital } from './sighting.ts';
import { templateOf, validation } from './validation.ts';

/** In characters: how much is passed to the validator at once, and how much of the head is read. */
const batch = 64 * 1024;

function batches(feed: (text: string) => void) {
  let text = '';
  const flush = () => {
    if (text !== '') feed(text);
    text = '';
  };
  return {
    add(piece: string) {
      text += piece;
      if (text.length >= batch) flush();
    },
    flush,
  };
}

function templateIn(path: string, version: string): string {
  const template = templateOf(version);
  if (template) return template;
  throw new FileError(
    { path, column: 'version' },
    noTemplate(`This hospital file says that it is of version ${JSON.stringify(version)}.`),
  );
}

const scopeOf = ({ codes }: Reading) => (codes ? 'what it has of the chosen codes' : 'the file');
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

async function* readCsv(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const { head, about, rows } = await csvLayout(file, reading);
  const template = templateIn(file.path, about.get('version') ?? '');
  const lines: number[] = [];
  const validating = validation({
    kind: 'csv',
    template,
    report: reading.report,
    scope: scopeOf(reading),
    placeOf: (path) =>
      path.replace(/^(?:row )?([A-Z]*)(\d+)$/, (_, column, row) =>
        `line ${lines[Number(row) - 1] ?? row} ${column}`.trim(),
      ),
  });
  const fed = batches(validating.feed);
  const feed = ({ cells, line }: { readonly cells: readonly string[]; readonly line: number }) => {
    lines.push(line);
    fed.add(`${cells.map(quoted).join(',')}\n`);
  };
  head.forEach(feed);
  const prices = priceCollection(file.path, reading, reading.rates);
  const take = chargeTaker(prices, reading);
  let any = false;
  const rules = modifierRules(reading);
  for await (const { record, codes, charge, modifiers } of rows) {
    const isRule = codes.length === 0 && modifiersIn(charge().modifiers).length > 0;
    if (isRule) rules.add(modifiers());
    const taken = !isRule && take(codes, charge);
    any ||= taken;
    if (taken || !reading.codes) feed(record);
  }
  fed.flush();
  // Without rows of the chosen codes there is nothing to validate.
  if (any || !reading.codes) await validating.end();
  const provisions = provisionsIn(about.get('general_contract_provisions'));
  yield* ofHospital(file.path, hospitalOfCsv(about), { prices, rules, provisions }, reading);
}

async function* readJson(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const items = 'standard_charge_information';
  const json = jsonReader(file, reading);
  const root: Record<string, unknown> = {};
  // The file's own data may come after its charges, and decides how they are validated.
  for await (const parts of partsOf(file, { items: {}, passOver: [items], stray: () => {} }))
    for (const { key, bytes } of parts) if (bytes) root[key] = json.value(bytes, key);
  const template = templateIn(file.path, String(root.version ?? ''));
  const indexes: number[] = [];
  const validating = validation({
    kind: 'json',
    template,
    report: reading.report,
    scope: scopeOf(reading),
    placeOf: (path) =>
      path.replace(/^(\/standard_charge_information\/)(\d+)/, (_, at, place) => `${at}${indexes[place]}`),
  });
  const fed = batches(validating.feed);
  const prices = priceCollection(file.path, reading, reading.rates);
  const take = chargeTaker(prices, reading);
  const { begins, check } = neededList(file.path, items);
  const cut = {
    items: { [items]: wantedCharges(reading, reading.skip) },
    passOver: Object.keys(root),
    begins,
    stray: json.stray,
  };
  fed.add(`{"${items}":[`);
  for await (const parts of partsOf(file, cut)) {
    for (const { index, bytes } of parts) {
      if (!bytes || index === undefined) continue;
      reading.rows?.begins(index + 1, 'item without a figure that is read');
      const item = json.item(bytes, `${items}[${index}]`, 'code_information');
      if (!item) continue;
      const codes = codesOf(item);
      const charges = chargesOf(item, index);
      if (charges.length === 0) reading.skip('item without charges');
      const taken = charges.map((charge) => take(codes, () => charge)).some(Boolean);
      if (!taken && reading.codes) continue;
      fed.add(`${indexes.length > 0 ? ',' : ''}${JSON.stringify(item)}`);
      indexes.push(index);
    }
    // What is left out while the next part is looked for is not of this item.
    reading.rows?.ends();
  }
  check(root);
  json.report();
  fed.add(
    `]${Object.entries(root)
      .map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join('')}}`,
  );
  fed.flush();
  if (indexes.length > 0 || !reading.codes) await validating.end();
  const rules = modifierRules(reading);
  for (const each of modifierInformation(root)) rules.add(each);
  const provisions = provisionsIn(root.general_contract_provisions);
  yield* ofHospital(file.path, hospitalOfJson(root), { prices, rules, provisions }, reading);
}

/** What was read of a file. */
interface Read {
  readonly prices: PriceCollection;
  readonly rules: ModifierRules;
  readonly provisions: ReturnType<typeof provisionsIn>;
}

function* ofHospital(
  path: string,
  hospital: Hospital,
  { prices, rules, provisions }: Read,
  reading: Reading,
): Generator<Extracted, void> {
  refuseNameless(path, hospital);
  reading.identify?.(publicationOf(hospital));
  const shared = sharedOf(hospital);
  reading.rates?.group(onlyGroup, groupOf(hospital));
  reading.rates?.shared(shared);
  const note = provisions && withProvisions(provisions, reading);
  yield* prices.stated({ ...shared, note: [shared.note, note].filter(Boolean).join(' ') || null }, reading);
  yield* rules.stated(shared);
}

/** The price file of a hospital. */
export const hospitalPrices: Format = {
  name: 'hospital-prices',
  label: 'Hospital price transparency file',
  publisher: 'The hospital named in the file',
  licence: 'Public disclosure that 45 CFR 180.50 demands of hospitals; descriptions of codes are not stored',
  url: null,
  kind: 'MACHINE_READABLE_RATE_FILE',
  cadence: 'YEARLY',
  whole: true,
  distils: true,
  recognise: recognisedHospital,
  read(file, reading) {
    return read(file, reading);
  },
};

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const head = await headOf(file);
  if (isLegacy(head))
    throw new FileError({ path: file.path, line: 1 }, noTemplate('This hospital file is of no template.'));
  yield* isHospitalJson(head) ? readJson(file, reading) : readCsv(file, reading);
}

/** The beginning of the file, which shows its layout. */
async function headOf(file: OfficialFile): Promise<string> {
  let head = '';
  for await (const chunk of file.chunks()) {
    head += Buffer.from(chunk).toString('latin1');
    if (head.length >= batch) break;
  }
  return head.slice(0, batch);
}
