/** The list of codes that a user wants kept: codes, and service families by their short names. */

import { billingUnit, serviceComponent, serviceFamily } from '../../db/tables.ts';
import { catalog } from '../catalog.ts';
import { familyId } from '../ids.ts';
import { readSeed } from '../read.ts';
import { billingCodeIn } from './cells.ts';
import { FileError } from './file.ts';

const seedFolder = `${import.meta.dirname}/..`;

/** `77090,trabecular-bone-score` as codes. Throws a FileError that names what is neither. */
export function codesOf(list: string): readonly string[] {
  const codes = new Set<string>();
  for (const item of list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const code = billingCodeIn(item);
    const found = code ? [code] : codesOfFamily(item);
    if (found.length === 0)
      throw new FileError(
        { path: '--codes' },
        `${JSON.stringify(item)} is neither a code such as 77090 nor the short name of a service family such as trabecular-bone-score.`,
      );
    for (const each of found) codes.add(each);
  }
  if (codes.size === 0)
    throw new FileError({ path: '--codes' }, 'This list is empty. Leave the option out to keep every code.');
  return [...codes].sort();
}

/** The codes that report the components of a family, or of every family of a group. */
function codesOfFamily(slug: string): readonly string[] {
  const entries = readSeed(seedFolder, catalog, () => {});
  const asked = familyId(slug);
  const families = new Set(
    entries
      .filter(({ table, row }) => table === serviceFamily && (row.id === asked || row.groupId === asked))
      .map(({ row }) => row.id),
  );
  const components = new Set(
    entries
      .filter(({ table, row }) => table === serviceComponent && families.has(row.familyId))
      .map(({ row }) => row.id),
  );
  const units = entries.filter(({ table, row }) => table === billingUnit && components.has(row.componentId));
  return units.map(({ row }) => String(row.codeId).split(':')[2] ?? '');
}
