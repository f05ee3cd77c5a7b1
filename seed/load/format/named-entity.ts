/** An entity that is extracted from a file. */

import type { Table } from '../../../db/kit/table.ts';

/** An entity in a file, such as a code. It is stored once, whichever file has it first. */
export interface NamedEntity {
  readonly kind: 'entity';
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
  /** Whether this file is the authority on its name and description, which then replace those from another file. */
  readonly authority: boolean;
  readonly line: number;
  readonly at?: string | undefined;
}
