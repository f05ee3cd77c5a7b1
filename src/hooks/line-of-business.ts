/**
 * The line of business of a Coverage, by its type in the Source of Payment Typology, which US Core binds it to. The codes and
 * their names are those of value set 2.16.840.1.114222.4.11.3591, as
 * https://build.fhir.org/ig/HL7/carin-bb/us-core-comparisons/vs-2.16.840.1.114222.4.11.3591-coverage-type.html lists them.
 */

import type { LineOfBusiness, ValueOf } from '../../db/enums/index.ts';
import type { FhirConcept } from './request.ts';

type Line = ValueOf<typeof LineOfBusiness>;

/** The code system of the typology. */
const typology = 'https://nahdo.org/sopt';

/**
 * Codes by their beginnings, since the typology is a hierarchy: the longest that fits decides. Null: more than one line, or none
 * of ours, such as 1 (Medicare, of which kind is open), 122 (drug benefit), 123 (savings account) and 6 (Blue Cross, any product).
 */
const lines: Readonly<Record<string, Line | null>> = {
  '11': 'MEDICARE_ADVANTAGE',
  '12': 'MEDICARE_FFS',
  '122': null,
  '123': null,
  '2': 'MEDICAID',
  '311': 'TRICARE',
  '5': 'COMMERCIAL',
  '95': 'WORKERS_COMPENSATION',
};

/** The line of business that a type of Coverage states; null where it states none that the graph tells apart. */
export function lineOfCoverage(type: FhirConcept | undefined): Line | null {
  const codes = (type?.coding ?? []).filter(({ system }) => system === typology);
  const found = codes.map(({ code = '' }) => {
    const beginnings = [...code].map((_, i) => code.slice(0, code.length - i));
    const known = beginnings.find((beginning) => Object.hasOwn(lines, beginning));
    return known === undefined ? null : (lines[known] ?? null);
  });
  const [only, ...others] = [...new Set(found)];
  return others.length === 0 ? (only ?? null) : null;
}
