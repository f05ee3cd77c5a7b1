/** All official file formats that are read. */

import { nppes } from '../../official/care/nppes.ts';
import { placesOfService } from '../../official/care/place-of-service.ts';
import { providerTaxonomies } from '../../official/care/provider-taxonomy.ts';
import { hcpcs } from '../../official/codes/hcpcs.ts';
import { hcpcsNoc } from '../../official/codes/hcpcs-noc.ts';
import { icd10cm } from '../../official/codes/icd10cm.ts';
import { ndcCrosswalk } from '../../official/drugs/ndc-crosswalk.ts';
import { drugPaymentLimits } from '../../official/drugs/payment-limit.ts';
import { addOnCodes } from '../../official/edits/add-on-codes.ts';
import { mue } from '../../official/edits/mue.ts';
import { ncciPtp } from '../../official/edits/ncci-ptp.ts';
import { anesthesiaUnits } from '../../official/fees/anesthesia-base-units.ts';
import { anesthesiaFactors } from '../../official/fees/anesthesia-factors.ts';
import { clfs } from '../../official/fees/clfs.ts';
import { gpci } from '../../official/fees/gpci.ts';
import { localityCounties } from '../../official/fees/locality-counties.ts';
import { oppsAddendumA } from '../../official/fees/opps-addendum-a.ts';
import { oppsAddendumB } from '../../official/fees/opps-addendum-b.ts';
import { oppscap } from '../../official/fees/oppscap.ts';
import { pprrvu } from '../../official/fees/pprrvu.ts';
import { zipLocalities } from '../../official/fees/zip-locality.ts';
import { hospitalPrices } from '../../official/hospital-prices/hospital-prices.ts';
import { ticAllowedAmounts } from '../../official/payer-prices/allowed-amounts.ts';
import { ticInNetwork } from '../../official/payer-prices/in-network.ts';
import { ticToc } from '../../official/payer-prices/table-of-contents.ts';
import { mcd } from '../../official/policies/mcd.ts';
import { utilisation } from '../../official/prices/utilisation.ts';
import type { Format } from '../format/format.ts';

export const formats: readonly Format[] = [
  addOnCodes,
  anesthesiaFactors,
  anesthesiaUnits,
  clfs,
  drugPaymentLimits,
  gpci,
  hcpcs,
  hcpcsNoc,
  icd10cm,
  localityCounties,
  mcd,
  mue,
  ncciPtp,
  ndcCrosswalk,
  nppes,
  oppsAddendumA,
  oppsAddendumB,
  oppscap,
  placesOfService,
  pprrvu,
  providerTaxonomies,
  ticAllowedAmounts,
  ticInNetwork,
  ticToc,
  utilisation,
  zipLocalities,
  // Last: it also recognises files without the template, to refuse them, by words that other formats may contain.
  hospitalPrices,
];

/** A format by its name; undefined when there is none. */
export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name);
}
