/**
 * The provider registry NPPES, `npidata_pfile_….csv`, CSV, monthly and weekly: in which ZIP code each provider practises. Of 330
 * columns six are looked at and two kept, NPI and ZIP code: no name, no other address, nothing of a person.
 */

import { expectedOf, isCode, shapes } from '../../../db/codes/code-shapes.ts';
import { dayIn } from '../../load/format/cells.ts';
import { FileError, type Line, lineBatches, type OfficialFile } from '../../load/format/file.ts';
import type { Extracted, Format, Reading } from '../../load/format/format.ts';

/** That a provider practises in a ZIP code. */
export interface ProviderPlace {
  /** Its ten digits, as a number. */
  readonly npi: number;
  /** Five digits as text. */
  readonly zip: string;
}

/** The columns that are looked at, as the Readme of the file names them (exhibit 2-1). */
const columns = {
  npi: 'NPI',
  entityType: 'Entity Type Code',
  postalCode: 'Provider Business Practice Location Address Postal Code',
  country: 'Provider Business Practice Location Address Country Code (If outside U.S.)',
  deactivated: 'NPI Deactivation Date',
  reactivated: 'NPI Reactivation Date',
} as const;
type Column = keyof typeof columns;

/** What is between two values: each is in quotes, and quotes within one are replaced (Readme, 1.1). */
const between = '","';

const asPublished =
  'Load the file as it is in the archive of https://download.cms.gov/nppes/NPI_Files.html. A program that saves a part of it must put every value in quotes.';

/** Places whose postal codes are ZIP codes, should the column name them. */
const domestic = new Set(['', 'US', 'PR', 'VI', 'GU', 'AS', 'MP', 'UM']);

const zipOrNine = new RegExp(`^(${shapes.ZIP.form})(?:-?${shapes.PLUS_FOUR.form})?$`);

interface Heading {
  /** The number of columns. */
  readonly width: number;
  readonly places: Readonly<Record<Column, number>>;
  /** Up to where a row is split: most of its columns are empty, and to split all of them takes four times as long. */
  readonly splitTo: number;
}

function unquoted(path: string, { number, text }: Line): string {
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) return text.slice(1, -1);
  throw new FileError(
    { path, line: number },
    `This line does not begin and end with a quote. The file may be cut short or saved anew. ${asPublished}`,
  );
}

function headingIn(path: string, line: Line): Heading {
  const names = unquoted(path, line).split(between);
  const missing = Object.values(columns).filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new FileError(
      { path, line: line.number },
      `The heading lacks ${missing.join(', ')}. The layout may have changed: compare the file with an earlier release. ${asPublished}`,
    );
  const placed = Object.entries(columns).map(([column, name]) => [column, names.indexOf(name)] as const);
  const places = Object.fromEntries(placed) as Heading['places']; // one of each column
  return { width: names.length, places, splitTo: Math.max(...Object.values(places)) + 1 };
}

function wrongWidth(path: string, line: number, cells: number, width: number): FileError {
  return new FileError(
    { path, line },
    `This row has ${cells} values where the heading has ${width}. The file may be cut short or altered: fetch it again.`,
  );
}

/** Where the provider of a row practises; undefined where it is out of the registry, abroad, or gives no ZIP code. */
function placeIn(
  path: string,
  line: Line,
  { width, places, splitTo }: Heading,
  skip: Reading['skip'],
): ProviderPlace | undefined {
  const cells = unquoted(path, line).split(between, splitTo);
  if (cells.length < splitTo) throw wrongWidth(path, line.number, cells.length, width);
  const cell = (column: Column) => cells[places[column]]?.trim() ?? '';
  const wrong = (column: Column, problem: string) =>
    new FileError({ path, line: line.number, column: columns[column] }, problem);
  function day(column: Column): string | null {
    try {
      return dayIn(cell(column));
    } catch (error) {
      throw wrong(column, error instanceof Error ? error.message : String(error));
    }
  }

  const [npi, entityType, postalCode] = [cell('npi'), cell('entityType'), cell('postalCode')];
  if (!isCode('NPI', npi))
    throw wrong('npi', `Expected ${expectedOf('NPI')}, got ${JSON.stringify(npi)}. ${asPublished}`);
  // One that was put back keeps the day on which it was taken out.
  const deactivated = day('deactivated');
  if (deactivated !== null && (day('reactivated') ?? '') < deactivated) {
    skip('provider out of the registry', undefined, line.number);
    return undefined;
  }
  if (entityType !== '1' && entityType !== '2')
    throw wrong(
      'entityType',
      `Expected 1 for a person or 2 for an organisation, got ${JSON.stringify(entityType)}. The columns may have shifted: fetch the file again.`,
    );
  if (!domestic.has(cell('country').toUpperCase())) {
    skip('practice abroad', cell('country'), line.number);
    return undefined;
  }
  const zip = zipOrNine.exec(postalCode)?.[1];
  if (zip !== undefined) return { npi: Number(npi), zip };
  skip('no ZIP code of the practice', postalCode, line.number);
  return undefined;
}

/**
 * Where the providers of a file practise, row by row: there are 8 million, so none is kept. It throws a FileError at the first
 * row that is not as published, and NotUtf8 as all readers do; what it left out by then goes to `skip`.
 */
export async function* providerPlaces(
  file: OfficialFile,
  skip: Reading['skip'] = () => {},
): AsyncGenerator<ProviderPlace, void> {
  let heading: Heading | undefined;
  let last: Line | undefined;
  for await (const lines of lineBatches(file)) {
    for (const line of lines) {
      if (line.text === '') continue;
      if (heading) {
        last = line;
        const place = placeIn(file.path, line, heading, skip);
        if (place) yield place;
      } else heading = headingIn(file.path, line);
    }
  }
  if (!heading || !last)
    throw new FileError(
      { path: file.path },
      `The file has no row. One with "fileheader" in its name holds the heading alone. ${asPublished}`,
    );
  // A file that was cut ends within a row: the others need not be counted through.
  const cells = unquoted(file.path, last).split(between).length;
  if (cells !== heading.width) throw wrongWidth(file.path, last.number, cells, heading.width);
}

const heading = /^\uFEFF?"NPI","Entity Type Code"/;
/** What enters the graph. */
const nothing: readonly Extracted[] = [];

const daysInName = /npidata_pfile_\d{8}-(\d{4})(\d\d)(\d\d)/i;

/** The provider registry: where providers practise is looked up as rates are read, and nothing of it enters the graph. */
export const nppes: Format = {
  name: 'nppes',
  label: 'National Plan and Provider Enumeration System (NPPES)',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Public under the Freedom of Information Act; only NPI and ZIP code are kept',
  url: 'https://download.cms.gov/nppes/NPI_Files.html',
  kind: 'AREA_FILE',
  cadence: 'MONTHLY',
  whole: false,
  distils: true,
  recognise({ name, head }) {
    if (!heading.test(head)) return undefined;
    const [, year, month, day] = daysInName.exec(name) ?? [];
    return year ? { from: `${year}-${month}-${day}`, release: `NPPES ${year}-${month}-${day}` } : {};
  },
  async *read(file, { places, skip, report, identify }) {
    let count = 0;
    for await (const { npi, zip } of providerPlaces(file, skip)) {
      places?.(npi, zip);
      count += 1;
    }
    identify?.({ publisher: 'NPPES', name: 'NPPES', marks: [], whole: true });
    report?.(
      `${count} providers with the ZIP code in which they practise. They are looked up in files of rates that are loaded after this one.`,
    );
    yield* nothing;
  },
};
