/** Tables in the layouts of Medicare's that state nothing of it: those of a proposed rule, and the edits of Medicaid. */

import type { Sighting } from '../../load/format/format.ts';

/** The name of a file and of the archives that it is in; folders are named by users. */
function namesOf({ name, within = '' }: Pick<Sighting, 'name' | 'within'>): string {
  return [...within.split('/').filter((part) => /\.zip$/i.test(part)), name].join('/');
}

const proposedName = /(?<![a-z])(?:NPRM|proposed)(?![a-z])|CMS-\d{4}-P(?![a-z])/i;
/** A title such as `ADDENDUM E. PROPOSED CY 2027 GEOGRAPHIC PRACTICE COST INDICES`. */
const proposedTitle =
  /\bproposed\s+(?:CY|20\d\d|calendar|OPPS|PFS|APCs?|rule|geographic|physician|payment|relative)\b/i;
const regulated =
  /Addend(?:um|a)|GPCI|geographic practice cost|PPRRVU|relative value|conversion factor|OPPS|PFS|fee schedule/i;

/** Whether a table is one of a proposed rule, by its title, its name or its archive: nothing of it holds. */
export function isProposed(sighting: Pick<Sighting, 'name' | 'within' | 'head'>): boolean {
  const names = namesOf(sighting);
  const title = sighting.head.slice(0, 600);
  return proposedTitle.test(title)
    ? regulated.test(`${names}\n${title}`)
    : proposedName.test(names) && regulated.test(names);
}

/** Whether a table of edits is one of Medicaid, by its name or its archive: `AOC_V2026Q1-MCD.txt`. */
export function ofMedicaid(sighting: Pick<Sighting, 'name' | 'within'>): boolean {
  const names = namesOf(sighting);
  return (
    /(?<![a-z])(?:MCD|Medicaid)(?![a-z])/i.test(names) && /NCCI|MUE|PTP|AOC|add[-_ ]?on|edits?/i.test(names)
  );
}
