/** What an agreed percentage is a percentage of, by the words of a price file. */

import type { PercentageBase } from '../../../db/enums/index.ts';
import type { ValueOf } from '../../../db/kit/enums.ts';

type Base = ValueOf<typeof PercentageBase>;

const medicare = /\b(?:medicare|mcr|cms|mpfs|opps|ipps|rbrvs)\b/i;
const billed = /\b(?:billed|bill|charges?|chargemaster|cdm|pbc)\b/i;
/** Bases that are neither, and words that make a base of several things. */
const others =
  /\b(?:medicaid|medi-cal|awp|asp|wac|invoice|acquisition|cost|fee schedule|allowed|allowable|cash|case rate|per diem|contract(?:ed)? rate|base rate|workers'? comp\w*|tricare|champus|cmac|lesser|lower of|greater of|whichever)\b/i;

const programs = "(?:medicare|mcr|medicaid|medi-cal|tricare|workers'? comp\\w*)";
/** Words that have the name of a base and are of a plan, of what is left out, or of how something is billed. */
const noBase = [
  new RegExp(
    `\\b${programs}[\\s/-]+(?:managed(?:[\\s-]care)?|adv(?:antage)?|replacements?|supplement\\w*|hmo|ppo|pffs|snp|plans?|members?|products?|patients?|enrollees?|eligibles?|lines?|dual|part [cd])\\b`,
    'gi',
  ),
  new RegExp(`\\bmanaged[\\s-]+${programs}\\b`, 'gi'),
  new RegExp(
    `\\b(?:exclud(?:es?|ing)|except(?:ing)?|other than|not (?:for|of|a)|non)[\\s-]+${programs}(?:[\\s,/]+(?:(?:and|or)\\s+)?${programs})*`,
    'gi',
  ),
  /\bbill(?:ed|ing)?\s+(?:types?|codes?|with|under|as|separately|by|using|on|to)\b/gi,
  /\bno (?:charges?|costs?)\b/gi,
  /\bcost[\s-]+shar\w+/gi,
];

/** The base that words name; undefined where they name none. Words of two bases are of neither. */
export function baseIn(words: string): Base | undefined {
  // The allowed amount or fee schedule of Medicare is Medicare's.
  const rest = noBase
    .reduce((text, words) => text.replace(words, ' '), words.replaceAll('_', ' '))
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
