/** Files that are compared with the graph and not stored. */

import { carrier } from '../../official/fees/carrier.ts';
import type { Recognised, Sighting } from '../format/format.ts';
import type { Candidate } from './open.ts';

/** A file to be compared. */
export interface Comparable {
  readonly candidate: Candidate;
  readonly recognised: Recognised;
}

/** Recognises a file that is compared and not stored; undefined for any other file. */
export function comparable(sighting: Sighting): Recognised | undefined {
  return carrier.recognise(sighting);
}
