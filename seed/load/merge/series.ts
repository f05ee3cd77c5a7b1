/** Opens the edition that a file is: of the series that it goes on with, or of a new one. */

import { type Edition, editionsOf, seriesOfText } from '../../../db/history/runs.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { insertSql, type Row, selectList } from '../../../db/kit/table.ts';
import { edition, series } from '../../../db/tables/index.ts';
import type { Publication } from '../format/format.ts';

/** A file that is about to be merged. */
export interface Arriving {
  /** As shown to users. */
  readonly path: string;
  readonly sourceId: string;
  /** Since when what it states is on record; no two files share a moment. */
  readonly loadedAt: string;
  readonly release: string;
  readonly from: string;
  readonly to: string | null;
  /** First day for which it was not published, where it holds on until another is read. */
  readonly confirmedTo?: string | null;
  /** Format, publisher and part: files with another one are never editions of one series. */
  readonly part: string;
  /** Which file of the part it is; undefined where a part is one file. */
  readonly publication?: Pick<Publication, 'name' | 'marks'> | undefined;
  /** Whether what it does not state has ended. */
  readonly whole: boolean;
}

/** The note on a file that is taken for a part of a release. */
export const partOnly =
  'More than half of what was loaded before it is not in it, so it is taken for a part of a release: nothing was ended for not being in it.';

/** An edition that is open for what its file states. */
export interface OpenEdition extends Arriving {
  readonly series: number;
  readonly number: number;
  /** The editions of its series in their order, itself among them. */
  readonly editions: readonly Edition[];
  /** The edition before it and the one after it; undefined where there is none. */
  readonly before: Edition | undefined;
  readonly after: Edition | undefined;
}

interface Series extends Omit<Row<typeof series>, 'marks'> {
  readonly marks: readonly string[];
  readonly newest: string;
}

const seriesOfPart = `
  select ${selectList(series, 't')}, (select max(e.valid_from) from edition e where e.series = t.number) as "newest"
  from series t where t.part = :part order by t.number`;

const lastSeries = 'select max(t.number) as last from series t';

/** Two files that are marked have to share a mark. */
const isAlike = (one: readonly string[], other: readonly string[]) =>
  one.length === 0 || other.length === 0 || one.some((mark) => other.includes(mark));

/** The series that a file goes on with: that of its name, or of a name that its publisher had before. Two names on one day are of two files. */
function seriesOf(all: readonly Series[], { publication, from }: Arriving): Series | undefined {
  const { name = '', marks = [] } = publication ?? {};
  const alike = all.filter((each) => isAlike(each.marks, marks));
  return alike.find((each) => each.name === name) ?? alike.find(({ newest }) => newest < from);
}

function continued(store: WritableStore, arriving: Arriving): number {
  const { part, from, publication } = arriving;
  const all = store
    .all<Row<typeof series> & { readonly newest: string }>(seriesOfPart, { part })
    .map((each): Series => ({ ...each, marks: JSON.parse(each.marks) as string[] })); // written below
  const { name = '', marks = [] } = publication ?? {};
  const found = seriesOf(all, arriving);
  if (!found) {
    const number = (store.get<{ last: number | null }>(lastSeries)?.last ?? seriesOfText) + 1;
    store.run(insertSql(series), { number, part, name, marks: JSON.stringify(marks) });
    return number;
  }
  if (found.newest <= from) {
    // One that has no price of the chosen codes names no network, and is still of those before it.
    const kept = marks.length > 0 ? marks : found.marks;
    store.run('update series set name = :name, marks = :marks where number = :number', {
      ...{ name, marks: JSON.stringify(kept), number: found.number },
    });
  }
  return found.number;
}

/** Room for the editions of one first day: a payer may divide its prices into hundreds of files. */
const room = 10_000;

/** Editions of one first day are numbered from it in the order of loading. */
const firstNumber = (from: string) => Number(from.replaceAll('-', '')) * room;

/** Opens the edition of a file. */
export function openEdition(store: WritableStore, arriving: Arriving): OpenEdition {
  const number = continued(store, arriving);
  const others = editionsOf(store, number);
  const first = firstNumber(arriving.from);
  const again = others.filter((each) => each.number >= first && each.number < first + room).length;
  const own: Edition = {
    ...{ series: number, number: first + again, release: arriving.release, sourceId: arriving.sourceId },
    ...{ validFrom: arriving.from, validTo: arriving.to, confirmedTo: arriving.confirmedTo ?? null },
    recordedFrom: arriving.loadedAt,
    whole: arriving.whole ? 1 : 0,
  };
  store.run(insertSql(edition), { ...own });
  return {
    ...arriving,
    ...{ series: number, number: own.number },
    editions: [...others, own].sort((a, b) => a.number - b.number),
    before: others.findLast((each) => each.number < own.number),
    after: others.find((each) => each.number > own.number),
  };
}
