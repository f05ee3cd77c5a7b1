/** Checks for the list at the root of a price file that has its codes: without it a file would seem to have no prices. */

import { FileError } from '../../load/format/file.ts';

/** Notes during the cutting of a file whether the list of this key exists. */
export function neededList(path: string, key: string) {
  let begun = false;
  return {
    begins: (name: string) => {
      begun ||= name === key;
    },
    /** Throws where the list is missing; `null` counts as an empty list. */
    check(root: Readonly<Record<string, unknown>>) {
      if (begun || root[key] === null) return;
      throw new FileError(
        { path, column: key },
        'Expected a list at the root of the file, and there is none. The layout is none that is read: compare it with the schemas of CMS, or ask its publisher for a complete one.',
      );
    },
  };
}
