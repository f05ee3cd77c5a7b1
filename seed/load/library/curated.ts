/** What loading takes from the seed's text: the payers that people named, and the codes of service families. */

import { lastPart } from '../../../db/kit/id-parts.ts';
import { billingUnit, payer, serviceComponent, serviceFamily } from '../../../db/tables/index.ts';
import families from '../../concepts/codes/families.ts';
import payers from '../../concepts/policies/payers.ts';
import type { Entry } from '../../kit/entry.ts';
import { familyId } from '../../kit/ids.ts';
import { payersKnownAs } from '../../kit/payer-known-as.ts';
import { readModules } from '../../kit/read.ts';

const seedFolder = `${import.meta.dirname}/../..`;

let entries: readonly Entry[] | undefined;

/** The rows of the seed's text that name payers and families, read once. */
function rowsOf(table: Entry['table']): readonly Entry['row'][] {
  entries ??= readModules(seedFolder, [families, payers]);
  return entries.filter((entry) => entry.table === table).map(({ row }) => row);
}

let known: ReturnType<typeof payersKnownAs> | undefined;

/** The short name of the payer of the text that a price file means by a name; undefined where it means none. */
export function payerNamed(name: string): string | undefined {
  known ??= payersKnownAs(rowsOf(payer));
  const found = known(name);
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
