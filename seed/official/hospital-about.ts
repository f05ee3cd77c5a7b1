/** What a price file says of its hospital, and so of all its prices. */

import { locationBeside } from './hospital-charge.ts';
import type { About } from './hospital-csv.ts';
import type { Shared } from './price-statement.ts';

interface Hospital {
  readonly name: string;
  readonly locations: readonly string[];
  readonly licence: string;
  readonly npis: readonly string[];
}

/** What all prices of a CSV have in common. */
export function sharedOfCsv(about: About): Shared {
  const [licence = '', number = ''] = [...about].find(([name]) => name.startsWith('license_number|')) ?? [];
  const npis = (about.get('type_2_npi') ?? '').split('|').map((npi) => npi.trim());
  const state = licence.replace(/[[\]]/g, '').split('|')[1]?.trim().toUpperCase() ?? '';
  return sharedOf({
    name: about.get('hospital_name') ?? '',
    locations: locationsIn(about),
    licence: `${state} ${number}`.trim(),
    npis,
  });
}

/** What all prices of a JSON file have in common. */
export function sharedOfJson(root: Readonly<Record<string, unknown>>): Shared {
  const { state = '', license_number = '' } = (root.license_information ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const npis = (Array.isArray(root.type_2_npi) ? root.type_2_npi : []).map(String);
  return sharedOf({
    name: String(root.hospital_name ?? '').trim(),
    locations: [root.location_name ?? root.hospital_location ?? []].flat().map(String),
    licence: `${state ?? ''} ${license_number ?? ''}`.trim(),
    npis,
  });
}

/** The locations that the head of a CSV names; templates before 3.0 call them otherwise. */
export function locationsIn(about: About): readonly string[] {
  return (about.get('location_name') ?? about.get('hospital_location') ?? '').split('|');
}

function sharedOf({ name, locations, licence, npis }: Hospital): Shared {
  const location = locationBeside(name, locations);
  // Some files name one for each of their locations, though it is the same.
  const numbers = [...new Set(npis.filter(Boolean))];
  const notes = [licence && `Licence ${licence}.`, numbers.length > 0 && `Type 2 NPI ${numbers.join(', ')}.`];
  return {
    payerId: null,
    facility: name || null,
    network: null,
    population: `items of the price file of ${[name, location && `for ${location}`, licence && `(licence ${licence})`].filter(Boolean).join(' ')}`,
    note: notes.filter(Boolean).join(' ') || null,
  };
}
