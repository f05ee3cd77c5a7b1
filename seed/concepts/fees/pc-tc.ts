/** PC/TC indicators: read from the fee-schedule rows without modifier; periods that follow each other with one indicator are one statement. */

import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, merged } from '../../kit/citations.ts';
import { type Entry, entry } from '../../kit/entry.ts';
import { envelope } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { codeId, codeKey } from '../../kit/ids.ts';
import type { RowsSoFar } from '../../kit/rows-so-far.ts';
import { dayAfter } from '../../kit/value-types.ts';
import { citationsOf, type FeeText } from './fee-row.ts';

/** The enum value that ends in the digit of the file. */
function indicatorOf(digit: string) {
  const values = Object.keys(e.PcTcIndicator.values) as (keyof typeof e.PcTcIndicator.values)[];
  return values.find((value) => value.endsWith(`_${digit}`));
}

/** Runs of rows of one code, each starting the day after the one before ended, all with one indicator. */
function runsOf(records: readonly FeeText[]): readonly (readonly FeeText[])[] {
  const runs: FeeText[][] = [];
  for (const found of records.toSorted((a, b) =>
    `${a.code} ${a.from}`.localeCompare(`${b.code} ${b.from}`),
  )) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.through !== undefined && dayAfter(last.through) === found.from;
    if (run && follows && last.code === found.code && last.pcTc === found.pcTc) run.push(found);
    else runs.push([found]);
  }
  return runs;
}

export function* indicatorRows(records: readonly FeeText[], soFar: RowsSoFar): Iterable<Entry> {
  for (const run of runsOf(records)) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) continue;
    const indicator = indicatorOf(first.pcTc);
    const place = placeOf(first);
    if (!indicator) {
      soFar.report(place, `There is no PC/TC indicator ${first.pcTc}. Correct the column pcTc.`);
      continue;
    }
    const citations = merged(run.flatMap((found) => citationsOf(found, placeOf(found))));
    const { through } = last;
    const span = placedLike(first, {
      from: first.from,
      ...(through ? { through } : {}),
      evidence: first.evidence,
    });
    const id = `PcTcIndicatorStatement:${codeKey(first.code)}/${first.from}`;
    const row = {
      ...envelope(span, soFar, { citations, agent: 'AUTOMATED_AGENT' }),
      id,
      codeId: codeId(first.code),
      indicator,
    };
    yield entry(tables.pcTcIndicator, row, place);
    yield* cite(id, citations, soFar);
  }
}
