/**
 * Transparency in Coverage: in-network rates of a payer, schemas 1.x and 2.x. JSON: `in_network` holds the codes with
 * their rates, `provider_references` the providers that rates refer to, before or after them. CMS publishes the schema,
 * payers the files. Rates become distributions; percentages stay apart from dollars.
 */

import { FileError, type OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading } from '../../load/format/format.ts';
import { partsOf } from '../../load/json/items.ts';
import { members } from '../../load/json/members.ts';
import { parserOf } from '../../load/json/text.ts';
import { neededList } from '../kit/needed-list.ts';
import type { Shared } from '../prices/price-statement.ts';
import { disclosure, hasKey, identified, recognised, reporterOf, stemOf, textOf } from './file.ts';
import { type InNetworkReader, inNetworkReader } from './in-network-items.ts';
import { type ProviderReferences, providerReferences } from './provider-groups.ts';
import { reportingPayer } from './reporting-payer.ts';
import { wantedRates } from './wanted.ts';

/** Reads the file once: references on the first pass, rates unless some need references that come after them. */
async function pass(
  file: OfficialFile,
  reading: Reading,
  references: ProviderReferences,
  { first, reader }: { readonly first: boolean; readonly reader: InNetworkReader },
): Promise<Readonly<Record<string, unknown>>> {
  const parse = parserOf(file);
  const root: Record<string, unknown> = {};
  const wanted = wantedRates(reading, reader.skip);
  const take = (bytes: Buffer, from: number, to: number, index: number) => {
    try {
      references.take(bytes, from, to, (item) => parse(item, `provider_references[${index}]`));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      reading.report?.(`${error.message} It is left out, and the others are read.`);
    }
  };
  const { begins, check } = neededList(file.path, 'in_network');
  const cut = {
    begins,
    stray: reader.stray,
    items: {
      in_network: (begun: Buffer, whole: boolean, index: number) =>
        !reader.waits && wanted(begun, whole, index),
    },
    ...(first ? { inPlace: { provider_references: take } } : { passOver: ['provider_references'] }),
  };
  for await (const parts of partsOf(file, cut)) {
    for (const { key, index, bytes } of parts) {
      if (!bytes) continue;
      if (index === undefined) root[key] = parse(bytes, key);
      else reader.take(bytes, index);
    }
    await reading.rates?.written();
  }
  check(root);
  return root;
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const { rates } = reading;
  const references = providerReferences(members(), rates?.spool);
  const early = inNetworkReader(file, reading, references);
  const root = await pass(file, reading, references, { first: true, reader: early });
  let reader = early;
  if (early.waits) {
    // The references came after rates that need them: now all are there.
    await rates?.restart();
    reader = inNetworkReader(file, reading, references, early);
    await pass(file, reading, references, { first: false, reader });
  }
  reader.reportItems();
  report(references, reader, reading);
  const { path } = file;
  const reporter = reporterOf(path, root);
  const { id: payerId, entity } = reportingPayer(reporter, reading);
  if (entity) yield entity;
  if (rates) {
    const parse = parserOf(file);
    reader.paid.write(rates, (bytes) => parse(bytes, 'provider_references'));
    rates.shared({ payerId, facility: null, network: textOf(root, 'plan_name') || null });
  }
  const shared = {
    payerId,
    facility: null,
    network: textOf(root, 'plan_name') || null,
    population: `provider groups in ${stemOf(path)}; n counts each group and price once`,
    note: null,
  };
  yield* identified(statedOf(reader, shared, reading), { path, payerId, name: reporter.name }, reading);
}

function* statedOf(reader: InNetworkReader, shared: Shared, reading: Reading): Generator<Extracted, void> {
  yield* reader.prices.stated(shared, reading);
  yield* reader.many.stated(shared, reading);
}

function report({ remote }: ProviderReferences, { unknown }: InNetworkReader, { report }: Reading): void {
  if (remote.count > 0)
    report?.(
      `${remote.count} of the provider references name other files, which are not fetched; each counts as one provider group. Among them: ${remote.examples.join(', ')}`,
    );
  if (unknown > 0)
    report?.(
      `Rates refer ${unknown} times to provider groups that the file does not hold; each counts as one, of no known network.`,
    );
}

/** Transparency in Coverage: in-network rates. */
export const ticInNetwork: Format = {
  ...disclosure,
  name: 'tic-in-network',
  label: 'Transparency in Coverage: in-network rates',
  recognise: (sighting) =>
    hasKey(sighting, 'in_network', 'provider_references', 'negotiation_arrangement')
      ? recognised(sighting)
      : undefined,
  read,
};
