/** Code-pair edits as a reader tells them: some thousands at once, as there are millions and to tell each alone costs too much. */

import type { Table } from '../../../db/kit/table.ts';
import type { NamedEntity } from './named-entity.ts';

/** What an edit states beside its codes and its first day. Edits of a file that state the same share one object. */
export interface PairEditTerm {
  /** The first day on which it no longer holds; null while it does. */
  readonly validTo: string | null;
  readonly modifierIndicator: number;
  readonly rationale: string;
  readonly before1996: boolean;
}

/** A row of the tables of procedure-to-procedure edits. */
export interface PairEdit {
  readonly column1: string;
  readonly column2: string;
  /** The first day on which it holds; null where the table does not say. */
  readonly from: string | null;
  readonly term: PairEditTerm;
  readonly line: number;
}

/** The next edits of a file. Every file tells of some, if of none that are wanted. */
export interface ToldEdits {
  readonly kind: 'edits';
  readonly table: Table;
  /** Whether the file is of the practitioner table; the hospital table else. */
  readonly practitioner: boolean;
  /** Which of the files into which the release of the table is cut, counted from 1. */
  readonly part: number;
  readonly edits: readonly PairEdit[];
  /** Codes that the file names for the first time. */
  readonly names: readonly NamedEntity[];
  readonly line: number;
}
