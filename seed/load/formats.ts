/** Every official file format that is read, one line each. */

import { addOnCodes } from '../official/add-on-codes.ts';
import { clfs } from '../official/clfs.ts';
import { gpci } from '../official/gpci.ts';
import { hcpcs } from '../official/hcpcs.ts';
import { hospitalPrices } from '../official/hospital-prices.ts';
import { icd10cm } from '../official/icd10cm.ts';
import { mcd } from '../official/mcd.ts';
import { mue } from '../official/mue.ts';
import { ncciPtp } from '../official/ncci-ptp.ts';
import { oppsAddendumB } from '../official/opps-addendum-b.ts';
import { oppscap } from '../official/oppscap.ts';
import { placesOfService } from '../official/place-of-service.ts';
import { pprrvu } from '../official/pprrvu.ts';
import { ticAllowedAmounts } from '../official/tic-allowed-amounts.ts';
import { ticInNetwork } from '../official/tic-in-network.ts';
import { ticToc } from '../official/tic-toc.ts';
import { utilisation } from '../official/utilisation.ts';
import { zipLocalities } from '../official/zip-locality.ts';
import type { Format } from './format.ts';

export const formats: readonly Format[] = [
  addOnCodes,
  clfs,
  gpci,
  hcpcs,
  icd10cm,
  mcd,
  mue,
  ncciPtp,
  oppsAddendumB,
  oppscap,
  placesOfService,
  pprrvu,
  ticAllowedAmounts,
  ticInNetwork,
  ticToc,
  utilisation,
  zipLocalities,
  // Last: it knows files of no template, to refuse them, by words that others might have.
  hospitalPrices,
];

/** The format of a name; undefined when there is none. */
export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name);
}
