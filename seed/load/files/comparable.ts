/** Files that are compared with the graph and not stored. */

import { icd10cmAddenda } from '../../official/codes/icd10cm-addenda.ts';
import { carrier } from '../../official/fees/carrier.ts';
import type { Recognised, Sighting } from '../format/format.ts';
import type { Candidate } from './open.ts';

/** Every kind of such file. */
const kinds = [carrier, icd10cmAddenda] as const;

/** A kind of file that is compared. */
export type ComparableKind = (typeof kinds)[number];

/** A file to be compared. */
export interface Comparable {
  readonly candidate: Candidate;
  readonly kind: ComparableKind;
  readonly recognised: Recognised;
}

/** Recognises a file that is compared and not stored; undefined for any other file. */
export function comparable(sighting: Sighting): Omit<Comparable, 'candidate'> | undefined {
  for (const kind of kinds) {
    const recognised = kind.recognise(sighting);
    if (recognised) return { kind, recognised };
  }
  return undefined;
}
