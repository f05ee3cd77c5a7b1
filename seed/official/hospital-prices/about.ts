/** The hospital of a price file, which all its prices share, and the identifier that recognises it from release to release. */

import { isCode, shapes } from '../../../db/codes/code-shapes.ts';
import type { ProviderGroup } from '../../../db/rates/rate-store.ts';
import { slugOf } from '../../kit/ids.ts';
import { FileError } from '../../load/format/file.ts';
import type { Publication } from '../../load/format/format.ts';
import type { Shared } from '../prices/price-statement.ts';
import type { HospitalHeading } from './csv.ts';

/** A hospital as its file describes it. Texts and lists are empty where the file has nothing. */
export interface Hospital {
  readonly name: string;
  readonly locations: readonly string[];
  readonly addresses: readonly string[];
  /** The state that issued the licences. */
  readonly state: string;
  /** As in the file, possibly several in one cell. */
  readonly licence: string;
  readonly npis: readonly string[];
  /** Its CMS certification number, which no template requires. */
  readonly cmsNumber: string;
}

const ofCms = ['ccn', 'cms_certification_number', 'cms_number'] as const;

/** The hospital of a CSV. */
export function hospitalOfCsv(about: HospitalHeading): Hospital {
  const [heading = '', licence = ''] = [...about].find(([name]) => name.startsWith('license_number|')) ?? [];
  const listed = (...names: readonly string[]) =>
    trimmed((names.map((name) => about.get(name)).find((cell) => cell !== undefined) ?? '').split('|'));
  return {
    name: about.get('hospital_name') ?? '',
    // Templates before 3.0 use other names.
    locations: listed('location_name', 'hospital_location'),
    addresses: listed('hospital_address'),
    // Some files leave it in the brackets of the template.
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

/** Normalised distinct numbers; a text without a non-zero digit, such as `N/A`, is none. Some files repeat one for each location. */
function numbersIn(texts: readonly string[]): readonly string[] {
  const numbers = texts.map((text) => text.toUpperCase().replace(/\s+/g, ' ').trim());
  return [...new Set(numbers.filter((number) => /[1-9]/.test(number)))];
}

interface Identifier {
  readonly kind: 'licence' | 'npi' | 'cms' | 'name';
  readonly key: string;
}

/**
 * The identifier of a hospital: its first licence (those of its sites follow) with the state; else the NPIs; else the CMS
 * number; the name only where there is nothing else.
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

/** Refuses a file without any identifier: its prices would be mixed with those of the next such file. */
export function refuseNameless(path: string, hospital: Hospital): void {
  if (hospital.name !== '' || identifierOf(hospital).kind !== 'name') return;
  throw new FileError(
    { path, column: 'hospital_name' },
    'The file does not say whose prices these are: it has neither a name nor a licence nor an NPI. Expected the name of the hospital; ask the hospital for a complete file.',
  );
}

/** The publication of a file. A renamed hospital is recognised by its licence, and sites under one licence by their location. */
export function publicationOf(hospital: Hospital): Publication {
  const { name, addresses } = hospital;
  const { kind, key } = identifierOf(hospital);
  const location = locationBeside(hospital);
  const addressed = addresses.filter((address) => address !== '');
  const site = addressed.length > 0 && kind !== 'name' ? [name, ...addressed] : addressed;
  const marks = location ? [location] : site;
  return { publisher: `${kind} ${key}`, name: name || 'unnamed', marks: marks.map(folded), whole: true };
}

const zipAtEnd = new RegExp(`\\b(${shapes.ZIP.form})(?:-${shapes.PLUS_FOUR.form})?[\\s.,]*(?:USA?)?$`, 'i');

/** The ZIP codes at the end of addresses, distinct and sorted. */
function zipsIn(addresses: readonly string[]): readonly string[] {
  const found = addresses.map((address) => zipAtEnd.exec(address.trim())?.[1]);
  return [...new Set(found.filter((zip) => zip !== undefined))].sort();
}

/** The hospital as the one who is paid all prices of its file. */
export function groupOf({ name, addresses, npis }: Hospital): ProviderGroup {
  const members = [{ tin: null, tinType: null, npis: [...numbersIn(npis)] }];
  return { name: name || null, taxIds: 1, members, zips: zipsIn(addresses) };
}

/** What all prices of a hospital's file share. */
export function sharedOf(hospital: Hospital): Shared {
  const { name, state, addresses } = hospital;
  const location = locationBeside(hospital);
  const licence = `${state} ${hospital.licence}`.trim();
  const npis = [...new Set(hospital.npis.filter(Boolean))];
  const notes = [licence && `Licence ${licence}.`, npis.length > 0 && `Type 2 NPI ${npis.join(', ')}.`];
  const { kind, key } = identifierOf(hospital);
  // Where there is no licence, another identifier distinguishes hospitals of the same name.
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
