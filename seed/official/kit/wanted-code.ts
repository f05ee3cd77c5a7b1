/** The billing code and the modifier of a row: checks of their form, whether they are wanted, and whether they repeat. */

import { expectedOf, isCode } from '../../../db/codes/code-shapes.ts';
import { billingCodeIn, isDental } from '../../load/format/cells.ts';
import { FileError } from '../../load/format/file.ts';
import type { Reading } from '../../load/format/format.ts';
import type { TableRow } from './rows.ts';

/** The code in a column; undefined where the row is skipped, with a reason passed to `skip`. */
export function wantedCode<N extends string>(
  row: TableRow<N>,
  column: N,
  { wants, skip }: Pick<Reading, 'wants' | 'skip'>,
): string | undefined {
  // A release of Addendum B has bytes that are not text after some codes.
  const cell = row.cell(column).replace(/[^\x20-\x7e]/g, '');
  if (isDental(cell)) {
    skip('dental code, which belongs to the ADA', cell);
    return undefined;
  }
  const code = billingCodeIn(cell);
  if (!code)
    throw row.wrong(
      column,
      `${JSON.stringify(row.cell(column).slice(0, 20))} is no billing code. Expected ${expectedOf('BILLING_CODE')}. The columns may have shifted: compare the file with an earlier release.`,
    );
  if (wants(code)) return code;
  skip('code not among those wanted', code);
  return undefined;
}

/** The modifier in a column, in capitals; empty where there is none. */
export function modifierOf<N extends string>(row: TableRow<N>, column: N): string {
  const written = row.cell(column).toUpperCase();
  if (written === '' || isCode('MODIFIER', written)) return written;
  throw row.wrong(
    column,
    `${JSON.stringify(written)} is no modifier. Expected ${expectedOf('MODIFIER')}, or none.`,
  );
}

/** Returns a function that throws on a key that occurs twice in a file. */
export function onlyOnce(path: string): (key: string, line: number) => void {
  const seen = new Map<string, number>();
  return (key, line) => {
    const earlier = seen.get(key);
    if (earlier !== undefined)
      throw new FileError(
        { path, line },
        `${key} stands on line ${earlier} already. Expected it once; the file may be put together from several releases.`,
      );
    seen.set(key, line);
  };
}
