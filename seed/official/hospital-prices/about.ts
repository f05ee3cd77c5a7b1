/** What a price file says of its hospital, and so of all its prices; and by what that hospital is known from release to release. */

import { isCode } from '../../../db/codes/code-shapes.ts';
import { slugOf } from '../../kit/ids.ts';
import { FileError } from '../../load/format/file.ts';
import type { Publication } from '../../load/format/format.ts';
import type { Shared } from '../prices/price-statement.ts';
import type { About } from './csv.ts';

/** A hospital as its file describes it. Texts are empty, and lists without texts, where it says nothing. */
export interface Hospital {
  readonly name: string;
  readonly locations: readonly string[];
  readonly addresses: readonly string[];
  /** The state that gave the licences. */
  readonly state: string;
  /** As the file writes them, which may be several in one cell. */
  readonly licence: string;
  readonly npis: readonly string[];
  /** Its number at CMS, which no template asks for. */
  readonly cmsNumber: string;
}

const ofCms = ['ccn', 'cms_certification_number', 'cms_number'] as const;

/** The hospital of a CSV. */
export function hospitalOfCsv(about: About): Hospital {
  const [heading = '', licence = ''] = [...about].find(([name]) => name.startsWith('license_number|')) ?? [];
  const listed = (...names: readonly string[]) =>
    trimmed((names.map((name) => about.get(name)).find((cell) => cell !== undefined) ?? '').split('|'));
  return {
    name: about.get('hospital_name') ?? '',
    // Templates before 3.0 call them otherwise.
    locations: listed('location_name', 'hospital_location'),
    addresses: listed('hospital_address'),
    // Files leave it in the brackets of the template.
    state: heading.replace(/[[\]]/g, '').split('|')[1]?.trim().toUpperCase() ?? '',
    licence,
    npis: listed('type_2_npi'),
    cmsNumber: listed(...ofCms)[0] ?? '',
  };
}

/** The hospital of a JSON file. */
export function hospitalOfJson(root: Readonly<Record<string, unknown>>): Hospital {
  const { state, license_number } = (root.license_information ?? {}) as Readonly<Record<string, unknown>>;
  const listed = (value: unknown) => trimmed([value ?? []].flat().map(String));
  const [cmsNumber = ''] = listed(ofCms.map((name) => root[name]).find((value) => value !== undefined));
  return {
    name: String(root.hospital_name ?? '').trim(),
    locations: listed(root.location_name ?? root.hospital_location),
    addresses: listed(root.hospital_address),
    state: String(state ?? '')
      .trim()
      .toUpperCase(),
    licence: String(license_number ?? '').trim(),
    npis: listed(root.type_2_npi),
    cmsNumber,
  };
}

function trimmed(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim());
}

/** Numbers as they are compared; what has no digit but zeros, such as `N/A`, is none. Some files name one for each location, though it is the same. */
function numbersIn(texts: readonly string[]): readonly string[] {
  const numbers = texts.map((text) => text.toUpperCase().replace(/\s+/g, ' ').trim());
  return [...new Set(numbers.filter((number) => /[1-9]/.test(number)))];
}

interface Identifier {
  readonly kind: 'licence' | 'npi' | 'cms' | 'name';
  readonly key: string;
}

/**
 * What no other hospital has: the first licence, which is its own where those of its sites follow, with the state; else the
 * NPIs; else the number at CMS; the name only where there is nothing else.
 */
function identifierOf({ name, state, licence, npis, cmsNumber }: Hospital): Identifier {
  const [ownLicence] = isCode('STATE', state) ? numbersIn(licence.split('|')) : [];
  if (ownLicence !== undefined) return { kind: 'licence', key: `${state} ${ownLicence}` };
  const ofNpi = numbersIn(npis);
  if (ofNpi.length > 0) return { kind: 'npi', key: ofNpi.toSorted().join(' | ') };
  const [ofMedicare] = numbersIn([cmsNumber]);
  if (ofMedicare !== undefined) return { kind: 'cms', key: ofMedicare };
  return { kind: 'name', key: `${folded(name)} ${state}` };
}

const folded = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** The first of its locations where that is not the hospital's name: one licensee may have a file for each. */
function locationBeside({ name, locations: [first = ''] }: Hospital): string {
  return slugOf(first, 16) === slugOf(name, 16) ? '' : first;
}

/** Refuses a file of nobody: its prices would be taken for those of the next one that does not say whose they are. */
export function refuseNameless(path: string, hospital: Hospital): void {
  if (hospital.name !== '' || identifierOf(hospital).kind !== 'name') return;
  throw new FileError(
    { path, column: 'hospital_name' },
    'The file does not say whose prices these are: it has neither a name nor a licence nor an NPI. Expected the name of the hospital; ask the hospital for a complete file.',
  );
}

/** Whose file this is. A hospital that changes its name is known again by its licence; sites under one licence by where they are. */
export function publicationOf(hospital: Hospital): Publication {
  const { name, addresses } = hospital;
  const { kind, key } = identifierOf(hospital);
  const location = locationBeside(hospital);
  const addressed = addresses.filter((address) => address !== '');
  const site = addressed.length > 0 && kind !== 'name' ? [name, ...addressed] : addressed;
  const marks = location ? [location] : site;
  return { publisher: `${kind} ${key}`, name: name || 'unnamed', marks: marks.map(folded), whole: true };
}

/** What all prices of a hospital's file have in common. */
export function sharedOf(hospital: Hospital): Shared {
  const { name, state, addresses } = hospital;
  const location = locationBeside(hospital);
  const licence = `${state} ${hospital.licence}`.trim();
  const npis = [...new Set(hospital.npis.filter(Boolean))];
  const notes = [licence && `Licence ${licence}.`, npis.length > 0 && `Type 2 NPI ${npis.join(', ')}.`];
  const { kind, key } = identifierOf(hospital);
  // Hospitals of one name are told apart by more than the licence where that is no one's own.
  const [address = ''] = addresses;
  const more = {
    licence: '',
    npi: `(NPI ${key})`,
    cms: `(CMS number ${key})`,
    name: address && `at ${address}`,
  };
  return {
    payerId: null,
    facility: name || null,
    network: null,
    population: `items of the price file of ${[name, location && `for ${location}`, licence && `(licence ${licence})`, more[kind]].filter(Boolean).join(' ')}`,
    note: notes.filter(Boolean).join(' ') || null,
  };
}
