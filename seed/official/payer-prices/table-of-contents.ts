/**
 * Transparency in Coverage: table of contents of a payer, schemas 1.x and 2.x. JSON: `reporting_structure` lists groups of
 * plans with their price files. Addresses have temporary signatures and are the same for many plans: a file is identified
 * by its address without the signature. Nothing is fetched.
 */

import { createHash } from 'node:crypto';
import { priceFile } from '../../../db/tables/index.ts';
import type { OfficialFile } from '../../load/format/file.ts';
import { type Extracted, type Format, type Reading, statement } from '../../load/format/format.ts';
import { partsOf } from '../../load/json/items.ts';
import { always } from '../../load/json/kept-bytes.ts';
import { jsonReader } from '../kit/json-reader.ts';
import { neededList } from '../kit/needed-list.ts';
import { disclosure, hasKey, identified, recognised, reporterOf, withoutSignature } from './file.ts';
import { reportingPayer } from './reporting-payer.ts';

type Json = Readonly<Record<string, unknown>>;

interface Listed {
  readonly kind: 'IN_NETWORK' | 'ALLOWED_AMOUNTS';
  readonly location: string;
  readonly label: string;
  readonly line: number;
  plans: number;
}

/** The objects in a value: real files have lists in place of an object and an object in place of lists. */
function objectsIn(value: unknown): readonly Json[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is Json => typeof each === 'object' && each !== null);
}

/** The files of a group of plans. */
function* filesOf(group: Json): Generator<Pick<Listed, 'kind' | 'location' | 'label'>, void> {
  const kinds = [
    ['IN_NETWORK', objectsIn(group.in_network_files)],
    ['ALLOWED_AMOUNTS', objectsIn(group.allowed_amount_file)],
  ] as const;
  for (const [kind, files] of kinds) {
    for (const { location, description } of files) {
      if (typeof location !== 'string') continue;
      const label = typeof description === 'string' ? description.trim() : '';
      yield { kind, location: withoutSignature(location), label };
    }
  }
}

async function* read(file: OfficialFile, reading: Reading): AsyncGenerator<Extracted, void> {
  const json = jsonReader(file, reading);
  const root: Record<string, unknown> = {};
  const listed = new Map<string, Listed>();
  let plans = 0;
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
      for (const group of objectsIn(found)) plans += take(group, index, listed, reading);
    }
  }
  reading.rows?.ends();
  check(root);
  json.report();
  const { path } = file;
  const reporter = reporterOf(path, root);
  const { id: payerId, entity } = reportingPayer(reporter, reading);
  if (entity) yield entity;
  const inNetwork = [...listed.values()].filter(({ kind }) => kind === 'IN_NETWORK').length;
  reading.report?.(
    `It lists ${inNetwork} files of in-network rates and ${listed.size - inNetwork} of allowed amounts for ${plans} plans. They are not fetched: load those that you want.`,
  );
  const stated = statedOf(listed, payerId, reading);
  yield* identified(stated, { path, payerId, name: reporter.name }, reading);
}

function* statedOf(
  listed: ReadonlyMap<string, Listed>,
  payerId: string,
  { from }: Reading,
): Generator<Extracted, void> {
  for (const { line, ...found } of listed.values()) {
    const hash = createHash('sha256').update(found.location).digest('hex').slice(0, 16);
    const key = `${payerId.slice('Payer:'.length)}/${found.kind.toLowerCase().replaceAll('_', '-')}/${hash}`;
    const at = `reporting_structure[${line - 1}]`;
    yield statement(priceFile, { key, from, line, at }, { payerId, ...found });
  }
}

/** Adds the files of a group of plans, and returns the number of plans. */
function take(group: Json, index: number, listed: Map<string, Listed>, reading: Reading): number {
  const plans = objectsIn(group.reporting_plans);
  // A group may list a file twice, under two signatures.
  const files = new Map([...filesOf(group)].map((each) => [each.location, each]));
  for (const each of files.values()) {
    const found = listed.get(each.location);
    if (found) {
      found.plans += plans.length;
      reading.rows?.joins();
    } else {
      listed.set(each.location, { ...each, line: index + 1, plans: plans.length });
      reading.rows?.states();
    }
    if (reading.raw) for (const plan of plans) reading.raw({ ...plan, ...each });
  }
  return plans.length;
}

/** Transparency in Coverage: table of contents. */
export const ticToc: Format = {
  ...disclosure,
  name: 'tic-toc',
  label: 'Transparency in Coverage: table of contents',
  recognise: (sighting) => (hasKey(sighting, 'reporting_structure') ? recognised(sighting) : undefined),
  read,
};
