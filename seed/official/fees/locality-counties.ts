/**
 * Localities of the physician fee schedule by county (LOCCO), CSV: a row per locality below a title, areas set apart by
 * empty rows, the state on the first row of an area alone. Counties are prose, with slips of the pen. Work of the US government.
 */

import { localityCounty } from '../../../db/tables/index.ts';
import { slugOf } from '../../kit/ids.ts';
import { type CsvRecord, type OfficialFile, records } from '../../load/format/file.ts';
import { type Format, statement } from '../../load/format/format.ts';
import { stateNamed } from '../kit/areas.ts';
import { yearAfter } from '../kit/calendar.ts';
import { separatorIn } from '../kit/heading.ts';
import { rowsUnder } from '../kit/rows.ts';
import { localityId, localityIn, localityKey, localityNamed } from './fee-locality.ts';

const columns = {
  // Misspelled in the file.
  contractor: { named: /^(?:Medicare Admin\w* Contractor|MAC|Carrier)(?: Number| No\.?)?$/i },
  locality: { named: /^Locality(?: (?:Number|No\.?))?$/i },
  state: { named: /^State$/i },
  area: { named: /^Fee Schedule Area$/i },
  counties: { named: /^Counties$/i },
} as const;

const heading = /Locality[^\n]*[,\t]\s*"?State\s*"?[,\t]\s*"?Fee Schedule Area\s*"?[,\t]\s*"?Counties/i;
const title = /COUNTIES INCLUDED IN (20\d\d) LOCALITIES/i;

/** What a cell of counties says: some by name, all of them, or all that other rows leave. */
interface Extent {
  readonly extent: 'NAMED' | 'ALL' | 'ALL_OTHER';
  readonly named: readonly County[];
  readonly exceptions: readonly string[];
}

interface County {
  readonly county: string;
  /** Two letters; null where neither the list nor the area tells the state. */
  readonly state: string | null;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

function namesIn(list: string): readonly string[] {
  return list
    .split(/[,/]|\bAND\b/i)
    .map(plain)
    .filter((name) => name !== '');
}

/** The counties of a list; a list of several states has each after its counties, set apart by semicolons. */
function namedIn(cell: string, state: string | null): readonly County[] {
  return cell.split(';').flatMap((list) => {
    const [, counties = list, place = ''] = /^(.*)\bIN ([A-Z ]+)$/i.exec(plain(list)) ?? [];
    return namesIn(counties).map((county) => ({ county, state: stateNamed(place) ?? state }));
  });
}

const whole = /^(?:ALL (OTHER )?COUNT(?:IES|Y EQUIVALENTS)|ENTIRE STATE|STATEWIDE)(?:[ ,]+EXCEPT (.+))?$/i;

function extentIn(cell: string, state: string | null): Extent {
  const found = whole.exec(plain(cell));
  if (found) {
    const [, other, except = ''] = found;
    return { extent: other ? 'ALL_OTHER' : 'ALL', named: [], exceptions: namesIn(except) };
  }
  if (cell === '' || /^ALL\b/i.test(cell))
    throw new Error(
      `Expected names of counties, "ALL COUNTIES" or "ALL OTHER COUNTIES", got ${JSON.stringify(cell)}.`,
    );
  return { extent: 'NAMED', named: namedIn(cell, state), exceptions: [] };
}

/** The records with the state of their area in each row: an empty record ends the area, whether or not it named a state. */
async function* filledDown(file: OfficialFile): AsyncGenerator<CsvRecord, void> {
  let column = -1;
  let state = '';
  for await (const record of records(file, { delimiter: await separatorIn(file, heading) })) {
    const cells = record.cells.map(plain);
    if (column < 0) {
      column = cells.findIndex((cell) => columns.state.named.test(cell));
      yield record;
      continue;
    }
    if (cells.every((cell) => cell === '')) state = '';
    else if (cells[column] !== '') state = cells[column] ?? '';
    yield cells.length > column ? { ...record, cells: record.cells.with(column, state) } : record;
  }
}

/** Localities by county. */
export const localityCounties: Format = {
  name: 'locality-counties',
  label: 'Counties of the localities of the physician fee schedule',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  kind: 'FEE_SCHEDULE',
  whole: true,
  cadence: 'YEARLY',
  recognise({ name, head }) {
    if (!heading.test(head)) return undefined;
    const year = title.exec(head)?.[1] ?? /(20\d\d)/.exec(name)?.[1];
    const short = /(?<!\d)(\d\d)[ _-]?LOCCO|LOCCO[ _-]?(\d\d)(?!\d)/i
      .exec(name)
      ?.find((part, at) => at > 0 && part);
    const from = year ? `${year}-01-01` : short && `20${short}-01-01`;
    return from ? { release: `LOCCO${from.slice(0, 4)}`, from, to: yearAfter(from) } : {};
  },
  async *read(file, { release, from, to, skip }) {
    const seen = new Set<string>();
    for await (const row of rowsUnder(file.path, filledDown(file), columns)) {
      const found = localityIn(row, { contractor: 'contractor', locality: 'locality' });
      const area = row.cell('area').replace(/\s*\*+$/, '');
      const written = row.cell('state');
      const state = stateNamed(written) ?? null;
      const { extent, named, exceptions } = row.read('counties', (cell) => extentIn(cell, state));
      yield localityNamed(found, { line: row.line, ...(state && { state }) });
      for (const { county, state: of } of named.length > 0 ? named : [{ county: null, state }]) {
        const which =
          county === null ? extent.toLowerCase().replace('_', '-') : `${slugOf(county)}${of ? `-${of}` : ''}`;
        const key = `${localityKey(found)}/${which}`;
        // A locality of two carriers has its row twice.
        if (seen.has(key)) {
          skip('county of the locality that stands there already');
          continue;
        }
        seen.add(key);
        yield statement(
          localityCounty,
          {
            key,
            from,
            to: to ?? yearAfter(from),
            line: row.line,
            at: `${found.contractor} locality ${found.locality}`,
          },
          {
            jurisdictionId: localityId(found),
            extent,
            county,
            countyState: of,
            exceptions: JSON.stringify(exceptions),
            area,
            release,
          },
        );
      }
    }
  },
};
