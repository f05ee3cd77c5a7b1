/** An entity that a file names. */

import type { Table } from '../../../db/kit/table.ts';

/** A thing that the file names, such as a code. It is there once, whichever file named it first. */
export interface NamedEntity {
  readonly kind: 'entity';
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
  /** Whether this file is where its name and description come from: they then replace what another file put in their place. */
  readonly authority: boolean;
  readonly line: number;
  readonly at?: string | undefined;
}
