/** A row of a statement table while files are taken in. */

import type { Envelope } from '../../../db/tables/index.ts';

export type Values = Readonly<Record<string, string | number | null>>;

/** A row that is held today. */
export type Held = Values &
  Pick<Envelope, 'id' | 'validFrom' | 'validTo' | 'validEnd' | 'recordedFrom' | 'unknownReason'>;
