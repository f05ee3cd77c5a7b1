/** The `--codes` option: codes, and service families by their short names. */

import { billingCodeIn } from '../format/cells.ts';
import { FileError } from '../format/file.ts';
import { codesOfFamily } from '../library/curated.ts';

/** The codes of a list such as `77090,trabecular-bone-score`. Throws a FileError that names an item that is neither. */
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
