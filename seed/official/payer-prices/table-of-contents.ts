/**
 * Transparency in Coverage: table of contents of a payer, schemas 1.x and 2.x. JSON: `reporting_structure` lists groups of
 * plans with their price files. Addresses have temporary signatures and are the same for many plans: a file is identified
 * by its address without the signature. Nothing is fetched.
 */

import type { OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading } from '../../load/format/format.ts';
import { partsOf } from '../../load/json/items.ts';
import { always } from '../../load/json/kept-bytes.ts';
import { jsonReader } from '../kit/json-reader.ts';
import { neededList } from '../kit/needed-list.ts';
import { disclosure, hasKey, identified, recognised, reporterOf, withoutSignature } from './file.ts';
import { type ListedFile, listing, type NamedPlan, type PlanListing } from './listing.ts';
import { reportingPayer } from './reporting-payer.ts';

type Json = Readonly<Record<string, unknown>>;

/** The objects in a value: real files have lists in place of an object and an object in place of lists. */
function objectsIn(value: unknown): readonly Json[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is Json => typeof each === 'object' && each !== null);
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The files of a group of plans, whether its lists are called by one file or several; those without an address are reported. */
function* filesOf(group: Json, { skip }: Pick<Reading, 'skip'>): Generator<ListedFile, void> {
  const kinds = [
    ['IN_NETWORK', [...objectsIn(group.in_network_files), ...objectsIn(group.in_network_file)]],
    ['ALLOWED_AMOUNTS', [...objectsIn(group.allowed_amount_file), ...objectsIn(group.allowed_amount_files)]],
  ] as const;
  for (const [kind, files] of kinds) {
    for (const { location, description } of files) {
      const address = textIn(location);
      if (address === '') skip('file without a location');
      else yield { kind, location: withoutSignature(address), label: textIn(description) };
    }
  }
}

function planOf(plan: Json): NamedPlan {
  return {
    planId: textIn(plan.plan_id),
    planIdType: textIn(plan.plan_id_type),
    name: textIn(plan.plan_name),
    marketType: textIn(plan.plan_market_type),
    sponsor: textIn(plan.plan_sponsor_name),
    issuer: textIn(plan.issuer_name),
  };
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const json = jsonReader(file, reading);
  const root: Record<string, unknown> = {};
  const listed = listing();
  const { begins, check } = neededList(file.path, 'reporting_structure');
  for await (const parts of partsOf(file, {
    items: { reporting_structure: always },
    begins,
    stray: json.stray,
  })) {
    for (const { key, index, bytes } of parts) {
      if (!bytes) continue;
      if (index === undefined) {
        root[key] = json.value(bytes, key);
        continue;
      }
      reading.rows?.begins(index + 1, 'group of plans without a file');
      const found = json.attempt(`${key}[${index}]`, () => json.value(bytes, `${key}[${index}]`));
      for (const group of objectsIn(found)) take(group, index, listed, reading);
    }
  }
  reading.rows?.ends();
  check(root);
  json.report();
  const { path } = file;
  const reporter = reporterOf(path, root);
  const { id: payerId, entity } = reportingPayer(reporter, reading);
  if (entity) yield entity;
  reading.report?.(
    `It lists ${listed.filesOf('IN_NETWORK')} files of in-network rates and ${listed.filesOf('ALLOWED_AMOUNTS')} of allowed amounts for ${listed.plans} plans. They are not fetched: load those that you want.`,
  );
  if (listed.unlinked > 0)
    reading.report?.(
      `${listed.unlinked} of its groups of plans list too many different sets of files to be kept: their plans and files are kept, but not which file is of which of these plans.`,
    );
  const stated = listed.stated(payerId, reading.from);
  yield* identified(stated, { path, payerId, name: reporter.name }, reading);
}

/** Adds a group of plans with its files. */
function take(group: Json, index: number, listed: PlanListing, reading: Reading): void {
  const plans = objectsIn(group.reporting_plans);
  const files = [...filesOf(group, reading)];
  const isNew = listed.add(index, plans.map(planOf), files);
  if (isNew) reading.rows?.states();
  else if (files.length > 0) reading.rows?.joins();
  if (!reading.raw) return;
  const distinct = new Map(files.map((each) => [each.location, each])).values();
  for (const each of distinct) for (const plan of plans) reading.raw({ ...plan, ...each });
}

/** Transparency in Coverage: table of contents. */
export const ticToc: Format = {
  ...disclosure,
  name: 'tic-toc',
  label: 'Transparency in Coverage: table of contents',
  recognise: (sighting) => (hasKey(sighting, 'reporting_structure') ? recognised(sighting) : undefined),
  read,
};
