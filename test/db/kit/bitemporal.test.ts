/** The laws of the two times: a row holds from its first day to its last, and what was known at a moment never changes afterwards. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsAlong } from '../../../db/kit/rows-along-edge.ts';
import type { Store, WritableStore } from '../../../db/kit/store.ts';
import { pcTcIndicator } from '../../../db/tables/index.ts';
import { add, ids, serviceStore } from '../../kit/synthetic.ts';

const everything = { limit: 100, backward: false } as const;

/** The n-th day of a small calendar, and the n-th moment. */
const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
const moment = (n: number) => `${day(n)}T12:00:00Z`;

/** The ids of the statements on the synthetic code that hold on a day, as known at a moment. */
function known(store: Store, onDay: number, at: number): string[] {
  const walk = { asOf: { dateOfService: day(onDay), knownAt: moment(at) }, where: [] };
  const edge = { table: pcTcIndicator, by: 'codeId' };
  return rowsAlong<{ readonly id: string }>(store, edge, [ids.code], walk, everything).flatMap((rows) =>
    rows.map(({ id }) => id),
  );
}

interface Interval {
  readonly from: number | null;
  readonly to: number | null;
}

const bound = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const intervals: fc.Arbitrary<Interval> = fc
  .record({ from: bound, to: bound })
  .filter(({ from, to }) => from === null || to === null || from < to);
const recordings = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), to: bound })
  .filter(({ from, to }) => to === null || from < to);
const points = fc.tuple(fc.integer({ min: 0, max: 21 }), fc.integer({ min: 0, max: 21 }));

function say(store: WritableStore, id: string, valid: Interval, recorded: Interval): void {
  add(store, pcTcIndicator, {
    id: `PcTcIndicatorStatement:${id}`,
    codeId: ids.code,
    validFrom: valid.from === null ? null : day(valid.from),
    validTo: valid.to === null ? null : day(valid.to),
    recordedFrom: moment(recorded.from ?? 0),
    recordedTo: recorded.to === null ? null : moment(recorded.to),
  });
}

const within = ({ from, to }: Interval, n: number) => (from === null || from <= n) && (to === null || n < to);

test('a statement holds on a day exactly from its first day to before its last, an unknown bound excluding nothing', () => {
  fc.assert(
    fc.property(intervals, recordings, fc.array(points, { maxLength: 12 }), (valid, recorded, asked) => {
      const store = serviceStore();
      say(store, 'one', valid, recorded);
      for (const [onDay, at] of asked) {
        expect(known(store, onDay, at).length).toBe(within(valid, onDay) && within(recorded, at) ? 1 : 0);
      }
      store.close();
    }),
    { numRuns: 25 },
  );
});

test('closing a row changes what is known from then on, and nothing of what was known before', () => {
  fc.assert(
    fc.property(intervals, fc.integer({ min: 1, max: 20 }), points, (valid, closed, [onDay, at]) => {
      const [open, shut] = [serviceStore(), serviceStore()];
      say(open, 'one', valid, { from: 0, to: null });
      say(shut, 'one', valid, { from: 0, to: closed });
      expect(known(shut, onDay, at)).toEqual(at < closed ? known(open, onDay, at) : []);
      for (const store of [open, shut]) store.close();
    }),
    { numRuns: 25 },
  );
});

test('a correction never alters an answer that was asked with an earlier moment', () => {
  fc.assert(
    fc.property(
      intervals,
      intervals,
      fc.integer({ min: 1, max: 20 }),
      points,
      (first, second, corrected, [onDay, at]) => {
        const [before, after] = [serviceStore(), serviceStore()];
        say(before, 'wrong', first, { from: 0, to: null });
        say(after, 'wrong', first, { from: 0, to: corrected });
        say(after, 'right', second, { from: corrected, to: null });
        if (at < corrected) expect(known(after, onDay, at)).toEqual(known(before, onDay, at));
        else
          expect(known(after, onDay, at)).toEqual(
            within(second, onDay) ? ['PcTcIndicatorStatement:right'] : [],
          );
        for (const store of [before, after]) store.close();
      },
    ),
    { numRuns: 25 },
  );
});

test('intervals that follow each other leave no day without a statement and no day with two', () => {
  const store = serviceStore();
  const cuts = [null, 3, 7, 12, null] as const;
  for (const [i, to] of cuts.slice(1).entries()) {
    say(store, `part-${i}`, { from: cuts[i] ?? null, to }, { from: 0, to: null });
  }
  for (let n = 0; n <= 21; n += 1) expect(known(store, n, 21)).toHaveLength(1);
  store.close();
});
