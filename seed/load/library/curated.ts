/** What loading takes from the seed's text: the payers that people named, and the codes of service families. */

import { lastPart } from '../../../db/kit/id-parts.ts';
import { bareName } from '../../../db/prices/payer-name.ts';
import { billingUnit, payer, serviceComponent, serviceFamily } from '../../../db/tables/index.ts';
import { catalog } from '../../concepts/index.ts';
import type { Entry } from '../../kit/entry.ts';
import { familyId } from '../../kit/ids.ts';
import { readSeed } from '../../kit/read.ts';

const seedFolder = `${import.meta.dirname}/../..`;

let entries: readonly Entry[] | undefined;

/** The rows of the seed's text, read once. */
function rowsOf(table: Entry['table']): readonly Entry['row'][] {
  entries ??= readSeed(seedFolder, catalog, () => {});
  return entries.filter((entry) => entry.table === table).map(({ row }) => row);
}

/** The short name of the payer that is known by this name or alias, capitals, punctuation and a number in brackets at the end aside; undefined where none is. An association is none: it decides and pays nothing. */
export function payerNamed(name: string): string | undefined {
  const wanted = bareName(name);
  const deciding = rowsOf(payer).filter(({ kind }) => kind !== 'ASSOCIATION');
  const found = deciding.find(({ label, aliases }) =>
    [String(label), ...(JSON.parse(String(aliases)) as readonly string[])].some(
      (known) => bareName(known) === wanted,
    ),
  );
  return found && String(found.slug);
}

/** Whether a payer of the seed's text has this short name. */
export function isPayer(slug: string): boolean {
  return rowsOf(payer).some((found) => found.slug === slug);
}

/** The codes that report the components of a family, or of every family of a group; none where there is no such family. */
export function codesOfFamily(slug: string): readonly string[] {
  const wanted = familyId(slug);
  const families = rowsOf(serviceFamily).filter(({ id, groupId }) => id === wanted || groupId === wanted);
  const components = rowsOf(serviceComponent).filter(({ familyId: of }) =>
    families.some(({ id }) => id === of),
  );
  const units = rowsOf(billingUnit).filter(({ componentId }) =>
    components.some(({ id }) => id === componentId),
  );
  return units.map(({ codeId }) => lastPart(String(codeId)));
}
