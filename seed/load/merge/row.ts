/** A row of a statement table during a load. */

import type { Envelope } from '../../../db/tables/index.ts';

export type RowValues = Readonly<Record<string, string | number | null>>;

/** A row whose recorded time is open. */
export type StoredRow = RowValues &
  Pick<Envelope, 'id' | 'validFrom' | 'validTo' | 'validEnd' | 'recordedFrom' | 'unknownReason'>;
