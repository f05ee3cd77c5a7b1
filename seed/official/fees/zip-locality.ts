/**
 * ZIP codes by contractor and locality, lines of 80 characters, quarterly. ZIP5 has one line per ZIP code; where its flag
 * marks that five digits do not suffice, ZIP9 has one per plus-four, in another layout. Work of the US government.
 */

import { isCode, shapes } from '../../../db/codes/code-shapes.ts';
import { zipLocality } from '../../../db/tables/index.ts';
import { FileError, lines, type OfficialFile } from '../../load/format/file.ts';
import { type Format, type Stated, statement } from '../../load/format/format.ts';
import type { NamedEntity } from '../../load/format/named-entity.ts';
import type { RowLog } from '../../load/format/row-log.ts';
import { yearAfter } from '../kit/calendar.ts';
import { type FixedFields, fixedRow } from '../kit/rows.ts';
import { onlyOnce } from '../kit/wanted-code.ts';
import { localityId, localityIn, localityNamed } from './fee-locality.ts';

type Column = 'state' | 'zip' | 'contractor' | 'locality' | 'flag' | 'plusFour' | 'quarter';
const fields: FixedFields<Column> = {
  state: [1, 2],
  zip: [3, 7],
  contractor: [8, 12],
  locality: [13, 14],
  flag: [21, 21],
  plusFour: [22, 25],
  quarter: [76, 80],
};

/** A complete line: blank or a rural mark at 15, the flag at 21, in ZIP9 four digits after it, year and quarter at the end. */
const begins = `^${shapes.STATE.form}${shapes.ZIP.form}${shapes.CONTRACTOR.form}${shapes.LOCALITY.form}`;
const line = new RegExp(
  String.raw`${begins}[ RB].{5}[01](?:${shapes.PLUS_FOUR.form}| .{3}).{50}20\d\d[1-4]\s*$`,
  'm',
);
/** ZIP9 has the four digits of the plus-four where ZIP5 has blanks. */
const withPlusFour = new RegExp(`${begins}.{6}[01]${shapes.PLUS_FOUR.form}`, 'm');

/** East and west of a state that two contractors share, which only the ZIP files list as states. */
const statesOf: Readonly<Record<string, string>> = { EM: 'MO', WM: 'MO' };

const quarterMonths = { '1': '01', '2': '04', '3': '07', '4': '10' } as const;

interface Place {
  readonly line: number;
  readonly zip: string;
  /** Empty in ZIP5. */
  readonly plusFour: string;
  readonly jurisdictionId: string;
  readonly needsPlusFour: 0 | 1;
  readonly entity: NamedEntity;
}

async function* places(file: OfficialFile): AsyncGenerator<Place, void> {
  let quarter: string | undefined;
  for await (const each of lines(file)) {
    if (each.text.trim() === '') continue;
    const row = fixedRow(file.path, each, fields);
    if (!line.test(each.text))
      throw row.wrong(
        'state',
        `This line is not laid out as ZIP files are: ${JSON.stringify(each.text.slice(0, 80))}. Expected 80 characters: state, ZIP code, contractor, locality, the flag at 21 and year and quarter at the end. The file may be cut short.`,
      );
    quarter ??= row.cell('quarter');
    if (row.cell('quarter') !== quarter)
      throw row.wrong('quarter', `Expected ${quarter}, as on the first line, got ${row.cell('quarter')}.`);
    const found = localityIn(row, { contractor: 'contractor', locality: 'locality' });
    const state = row.cell('state');
    yield {
      line: row.line,
      zip: row.cell('zip'),
      plusFour: isCode('PLUS_FOUR', row.cell('plusFour')) ? row.cell('plusFour') : '',
      jurisdictionId: localityId(found),
      needsPlusFour: row.cell('flag') === '1' ? 1 : 0,
      entity: localityNamed(found, { line: row.line, state: statesOf[state] ?? state }),
    };
  }
}

/** Consecutive lines of one locality, with plus-fours without a gap. */
interface Run {
  readonly first: Place;
  last: Place;
}

/** Runs of ZIP9, in which a ZIP code may have thousands of lines; in ZIP5 each line is a run. */
async function* runs(file: OfficialFile, rows: RowLog | undefined): AsyncGenerator<Run, void> {
  const once = onlyOnce(file.path);
  let run: Run | undefined;
  for await (const place of places(file)) {
    const { zip, plusFour, jurisdictionId, line } = place;
    const before = run?.last.zip === zip ? run.last : undefined;
    if (plusFour === '') once(zip, line);
    else if (before?.plusFour === plusFour)
      throw new FileError(
        { path: file.path, line },
        `${zip}-${plusFour} stands on line ${before.line} already. Expected it once; the file may be put together from several.`,
      );
    const follows =
      plusFour !== '' &&
      Number(before?.plusFour) + 1 === Number(plusFour) &&
      before?.jurisdictionId === jurisdictionId;
    if (run && follows) {
      run.last = place;
      rows?.begins(line);
      rows?.joins();
    } else {
      if (run) yield run;
      run = { first: place, last: place };
    }
  }
  if (run) yield run;
}

function stated({ first, last }: Run, release: string, from: string, to: string | null): Stated {
  const { zip, plusFour, jurisdictionId, needsPlusFour } = first;
  const lines = first.line === last.line ? `line ${first.line}` : `lines ${first.line} to ${last.line}`;
  return statement(
    zipLocality,
    { key: plusFour ? `${zip}-${plusFour}` : zip, from, to, line: first.line, at: lines },
    {
      zip,
      plusFourFrom: plusFour || null,
      plusFourTo: plusFour ? last.plusFour : null,
      jurisdictionId,
      needsPlusFour,
      release,
    },
  );
}

/** ZIP codes by locality. */
export const zipLocalities: Format = {
  name: 'zip-locality',
  label: 'ZIP codes by Medicare contractor and locality',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
  recognise({ head }) {
    const found = line.exec(head);
    if (!found) return undefined;
    const [written] = found;
    const digits = withPlusFour.test(written) ? 'ZIP9' : 'ZIP5';
    const quarter = written.trimEnd().slice(-5);
    const month = quarterMonths[quarter.slice(4) as keyof typeof quarterMonths];
    const from = `${quarter.slice(0, 4)}-${month}-01`;
    return { release: `${digits}_${quarter}`, part: digits, from, to: yearAfter(from) };
  },
  async *read(file, { release, from, to, rows }) {
    const named = new Set<string>();
    for await (const run of runs(file, rows)) {
      rows?.begins(run.first.line);
      const { jurisdictionId, entity } = run.first;
      if (!named.has(jurisdictionId)) yield entity;
      named.add(jurisdictionId);
      yield stated(run, release, from, to);
    }
  },
};
