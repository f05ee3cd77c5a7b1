/** What an agreed percentage is a percentage of, by the words of a price file. */

import type { PercentageBase } from '../../../db/enums/index.ts';
import type { ValueOf } from '../../../db/kit/enums.ts';

type Base = ValueOf<typeof PercentageBase>;

const medicare = /\b(?:medicare|cms|mpfs|opps|ipps|rbrvs)\b/i;
const billed = /\b(?:billed|bill|charges?|chargemaster|cdm|pbc)\b/i;
/** Bases that are neither, and words that make a base of several things. */
const others =
  /\b(?:medicaid|medi-cal|awp|asp|wac|invoice|acquisition|cost|fee schedule|allowed|allowable|cash|case rate|per diem|contract(?:ed)? rate|base rate|workers'? comp\w*|tricare|champus|cmac|lesser|lower of|greater of|whichever)\b/i;

/** The base that words name; undefined where they name none. Words of two bases are of neither. */
export function baseIn(words: string): Base | undefined {
  // The allowed amount or fee schedule of Medicare is Medicare's.
  const rest = words
    .replaceAll('_', ' ')
    .replace(/\b(?:medicare|cms)(?:'s)?\s+(?:\w+\s+)?(?:allowed|allowable|fee schedule)\b/gi, 'medicare');
  const isMedicare = medicare.test(rest);
  const isBilled = billed.test(rest);
  if (others.test(rest) || (isMedicare && isBilled)) return 'OTHER';
  if (isMedicare) return 'MEDICARE';
  return isBilled ? 'BILLED_CHARGE' : undefined;
}

const words: Readonly<Record<Base, string>> = {
  BILLED_CHARGE: 'of the billed charge',
  MEDICARE: 'of what Medicare pays or allows',
  OTHER: 'of what the notes of the file name',
  NOT_STATED: 'of a base that the file does not state',
};

/** A base as a phrase after a share, such as `of the billed charge`. */
export function ofBase(base: Base): string {
  return words[base];
}
