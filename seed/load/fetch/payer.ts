/** Of a payer only the table of contents is loaded by name, never the rates behind it. */

import { find } from '../files/find.ts';
import { FileError } from '../format/file.ts';

/** Throws a FileError where what was fetched is no table of contents. */
export async function refuseRates(path: string, name: string): Promise<void> {
  const { found } = await find([path], undefined);
  const other = found.find(({ format }) => format.name !== 'tic-toc');
  if (found.length > 0 && !other) return;
  const is = other ? `a file of ${other.format.label}` : 'of no known format';
  throw new FileError(
    { path: name },
    `This is no table of contents, it is ${is}. It is kept as ${path}; to load it, give that path or its address without payer:.`,
  );
}
