/** A row of the fee schedule as it is in the text, and its citations. */

import { z } from 'zod';
import { listedInCell, sourcesCell } from '../../kit/citations.ts';
import type { Citation } from '../../kit/entry.ts';
import { envelopeKeys } from '../../kit/envelope.ts';
import type { Place } from '../../kit/problems.ts';
import { code, day, decimal, modifierCode, text, yes } from '../../kit/value-types.ts';

export const feeText = z.strictObject({
  code,
  modifier: modifierCode.optional(),
  ...envelopeKeys,
  from: day,
  releases: text.regex(/^RVU\d\d[A-D]R?( RVU\d\d[A-D]R?)*$/, 'Expected releases such as `RVU25C RVU25D`.'),
  status: text,
  workRvu: decimal(2),
  peNonFacility: decimal(2),
  nonFacilityNa: yes.optional(),
  peFacility: decimal(2),
  facilityNa: yes.optional(),
  malpractice: decimal(2),
  totalNonFacility: decimal(2),
  totalFacility: decimal(2),
  pcTc: text,
  globalDays: text,
  multipleProcedure: text,
  bilateral: text,
  assistant: text,
  coSurgeons: text,
  team: text,
  supervision: text,
  imagingFamily: text,
  conversionFactor: decimal(4),
  oppsPeNonFacility: decimal(2),
  oppsPeFacility: decimal(2),
  oppsMalpractice: decimal(2),
  amountNonFacility: decimal(2).optional(),
  amountFacility: decimal(2).optional(),
  also: sourcesCell.optional(),
});
export type FeeText = z.infer<typeof feeText>;

/** A row cites the row of each release it was read in, then the citations in `also`. */
export function citationsOf(found: FeeText, place: Place): readonly Citation[] {
  const at = `row ${found.code}${found.modifier ? ` ${found.modifier}` : ''}`;
  const releases = found.releases.split(' ').map((release) => ({ source: `S-${release}`, at, place }));
  return [...releases, ...(found.also ? listedInCell(found.also, place) : [])];
}
