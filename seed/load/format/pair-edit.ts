/** Code-pair edits as a reader yields them: in batches of thousands, as there are millions and yielding each alone is slow. */

import type { Table } from '../../../db/kit/table.ts';
import type { NamedEntity } from './named-entity.ts';

/** What an edit states besides its codes and first day. Edits of a file with equal terms share one object. */
export interface PairEditTerm {
  /** The first day on which it no longer holds; null where it has no end. */
  readonly validTo: string | null;
  readonly modifierIndicator: number;
  readonly rationale: string;
  readonly before1996: boolean;
}

/** A row of the tables of procedure-to-procedure edits. */
export interface PairEdit {
  readonly column1: string;
  readonly column2: string;
  /** The first day on which it holds; null where the table does not state it. */
  readonly from: string | null;
  readonly term: PairEditTerm;
  readonly line: number;
}

/** A batch of edits of a file. Every file yields at least one batch, which is empty where no edit is wanted. */
export interface PairEditBatch {
  readonly kind: 'edits';
  readonly table: Table;
  /** Whether the file is of the practitioner table; else of the hospital table. */
  readonly practitioner: boolean;
  /** Which of the files of the table's release this is, counted from 1. */
  readonly part: number;
  readonly edits: readonly PairEdit[];
  /** Codes that appear in the file for the first time. */
  readonly names: readonly NamedEntity[];
  readonly line: number;
}
