/** The list at the root of a price file that holds its codes: a file without it would be taken for one that has no price. */

import { FileError } from '../../load/format/file.ts';

/** Tells whether the list of this key is there, while the file is cut. */
export function neededList(path: string, key: string) {
  let begun = false;
  return {
    begins: (name: string) => {
      begun ||= name === key;
    },
    /** Throws where the list was not there; `null` stands for one without items. */
    check(root: Readonly<Record<string, unknown>>) {
      if (begun || root[key] === null) return;
      throw new FileError(
        { path, column: key },
        'Expected a list at the root of the file, and there is none. The layout is none that is read: compare it with the schemas of CMS, or ask whoever publishes the file for a complete one.',
      );
    },
  };
}
