/** A code on a day of which no release was read, and on a day whose release lacks it: two reasons, and the nearest days. Every value is synthetic. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherDaysAlong } from '../../../db/history/other-days.ts';
import { rowsAlong } from '../../../db/kit/rows-along-edge.ts';
import { feeScheduleEntry } from '../../../db/tables/index.ts';
import { emptyStore } from '../kit/empty-store.ts';
import { feeCsv } from '../kit/fee-file.ts';
import { entries, fixed } from '../kit/hcpcs-file.ts';
import { loading } from '../kit/loading.ts';
import { takeFilesIn } from '../kit/taken-in.ts';

const slow = { timeout: 120_000 };

/** A row of the fee schedule for each of some codes. */
const rows = (codes: readonly string[]) =>
  codes.map((code) => ({ code, work: '0.17', totals: ['0.43', '0.43'] as const, pcTc: '4' }));
/** More codes than are missing: a release that has lost most of another is taken for a part of it. */
const others = ['99991', '99992', '99993', '99994', '99995'];

test(
  '93000 after the end of the one release that was read: each empty answer says so, with the last day that has one',
  slow,
  async () => {
    const trial = loading();
    await trial.load([trial.put('PPRRVU2025_Oct.csv', feeCsv(rows(['93000', ...others])))]);
    const unread = { reason: 'NO_RELEASE_READ', nearestBefore: '2025-12-31', nearestAfter: null };
    interface Answer {
      readonly billingCode: Readonly<Record<string, unknown>>;
      readonly codeReport: {
        readonly markdown: string;
        readonly sections: readonly {
          readonly key: string;
          readonly gap: Readonly<Record<string, unknown>> | null;
        }[];
      };
      readonly graphInfo: unknown;
    }
    // Asked without a day: today, which is the last day of 2026 here.
    const answer = await trial.ask<Answer>(`{
    billingCode(code: "93000") {
      feeSchedule { id } pcTcIndicator { id } unitLimits { id }
      otherDays { field about reason nearestBefore nearestAfter sentence }
      releases { about status }
      feeScheduleAmount { amount unknownReason nearestBefore nearestAfter note }
    }
    codeReport(code: "93000") { markdown sections { key gap { reason nearestBefore nearestAfter note } } }
    graphInfo { dateOfService dateOfServiceNote releaseSeries { about lastDay coversDateOfService newest { release } } }
  }`);
    expect(answer.billingCode).toEqual({
      ...{ feeSchedule: [], pcTcIndicator: [], unitLimits: [] },
      otherDays: [
        ['pcTcIndicator', 'PcTcIndicatorStatement'],
        ['feeSchedule', 'FeeScheduleEntry'],
      ].map(([field, about]) => ({
        ...{ field, about, ...unread },
        sentence: `No ${about} on 2026-12-31. No release that covers 2026-12-31 was read. The nearest day with one is 2025-12-31.`,
      })),
      releases: [
        { about: 'PcTcIndicatorStatement', status: 'NO_RELEASE_READ' },
        { about: 'FeeScheduleEntry', status: 'NO_RELEASE_READ' },
      ],
      feeScheduleAmount: {
        ...{
          amount: null,
          unknownReason: 'NO_RELEASE_READ',
          nearestBefore: '2025-12-31',
          nearestAfter: null,
        },
        note: expect.stringContaining('No release that covers 2026-12-31 was read.'),
      },
    });
    const gaps = new Map(answer.codeReport.sections.map(({ key, gap }) => [key, gap]));
    expect(gaps.get('BENCHMARKS')).toMatchObject(unread);
    expect(gaps.get('BILLING_CODE_OVERVIEW')).toMatchObject(unread);
    expect(gaps.get('SITE_OF_SERVICE')).toMatchObject({
      reason: 'NOT_STATED_IN_SOURCE',
      nearestBefore: null,
    });
    expect(answer.codeReport.markdown).toContain(
      'No release that covers 2026-12-31 was read. The nearest day with FeeScheduleEntry is 2025-12-31.',
    );
    expect(answer.graphInfo).toEqual({
      dateOfService: '2026-12-31',
      dateOfServiceNote: expect.stringMatching(
        /^No release that was read covers 2026-12-31 of 1 of 1 series: .*RVU25D.*, up to 2025-12-31\.$/,
      ),
      releaseSeries: [
        {
          about: ['ConversionFactor', 'FeeScheduleEntry', 'PcTcIndicatorStatement'],
          lastDay: '2025-12-31',
          coversDateOfService: false,
          newest: { release: 'RVU25D' },
        },
      ],
    });
    // On a day of the release all is there, and nothing is said of other days.
    const inRelease = await trial.ask<Answer>(`{
    billingCode(code: "93000", asOf: { dateOfService: "2025-11-01" }) {
      feeSchedule { id } otherDays { field } feeScheduleAmount { amount nearestBefore nearestAfter }
    }
  }`);
    expect(inRelease.billingCode).toEqual({
      feeSchedule: [{ id: expect.stringContaining('93000') }],
      otherDays: [],
      feeScheduleAmount: { amount: expect.any(String), nearestBefore: null, nearestAfter: null },
    });
  },
);

test(
  'a code that the release of the day lacks is stated for other days; before it was known, for none',
  slow,
  async () => {
    const trial = loading();
    const quarter = (month: string, codes: readonly string[]) =>
      trial.load([trial.put(`PPRRVU2025_${month.slice(0, 3)}.csv`, feeCsv(rows(codes), { month }))]);
    await quarter('July', ['93000', ...others]);
    await quarter('October', others);
    const on = async (asOf: string) =>
      (
        await trial.ask<{ billingCode: { otherDays: unknown; feeScheduleAmount: unknown } }>(`{
        billingCode(code: "93000", asOf: { ${asOf} }) {
          otherDays(fields: ["feeSchedule"]) { reason nearestBefore nearestAfter }
          feeScheduleAmount { unknownReason nearestBefore nearestAfter }
        }
      }`)
      ).billingCode;
    const nearest = { nearestBefore: '2025-09-30', nearestAfter: null };
    expect(await on('dateOfService: "2025-11-01"')).toEqual({
      otherDays: [{ reason: 'STATED_FOR_OTHER_DAYS', ...nearest }],
      feeScheduleAmount: { unknownReason: 'STATED_FOR_OTHER_DAYS', ...nearest },
    });
    expect(await on('dateOfService: "2025-05-01"')).toMatchObject({
      otherDays: [{ reason: 'NO_RELEASE_READ', nearestBefore: null, nearestAfter: '2025-07-01' }],
    });
    // As it was known before anything was loaded.
    expect(await on('dateOfService: "2025-05-01", knownAt: "2026-11-25T12:00:00Z"')).toEqual({
      otherDays: [],
      feeScheduleAmount: { unknownReason: 'NOT_YET_REVIEWED', nearestBefore: null, nearestAfter: null },
    });
  },
);

test(
  'a code that no release has: its amount lacks the release of a day of which none was read',
  slow,
  async () => {
    const trial = loading();
    const record = { code: 'G9999', texts: ['Synthetic text'], short: 'Synthetic', added: '20150101' };
    await trial.load([
      trial.put('HCPC2025_OCT_ANWEB.txt', fixed([...entries, record])),
      trial.put('PPRRVU2025_Oct.csv', feeCsv(rows(others))),
    ]);
    const on = async (day: string) =>
      (
        await trial.ask<{ billingCode: Readonly<Record<string, unknown>> }>(`{
        billingCode(code: "G9999", asOf: { dateOfService: "${day}" }) {
          otherDays(fields: ["feeSchedule"]) { field }
          feeScheduleAmount { unknownReason nearestBefore nearestAfter }
        }
      }`)
      ).billingCode;
    const never = { nearestBefore: null, nearestAfter: null };
    expect(await on('2026-02-01')).toEqual({
      otherDays: [],
      feeScheduleAmount: { unknownReason: 'NO_RELEASE_READ', ...never },
    });
    expect(await on('2025-11-01')).toEqual({
      otherDays: [],
      feeScheduleAmount: { unknownReason: 'NOT_YET_REVIEWED', ...never },
    });
  },
);

const quarters = ['January', 'April', 'July', 'October'] as const;
const history = fc.uniqueArray(
  fc.record({
    year: fc.constantFrom(2024, 2025),
    month: fc.constantFrom(...quarters),
    has: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4, selector: ({ year, month }) => `${year} ${month}` },
);

test(
  'by any releases loaded in any order, the reason and the nearest days are those that a look at every quarter gives',
  slow,
  async () => {
    const days = [2023, 2024, 2025, 2026].flatMap((year) =>
      ['01-01', '03-31', '04-01', '06-30', '07-01', '09-30', '10-01', '12-31'].map(
        (rest) => `${year}-${rest}`,
      ),
    );
    const edge = { table: feeScheduleEntry, by: 'codeId' };
    const parents = ['BillingCode:CPT:93000'];
    await fc.assert(
      fc.asyncProperty(history, async (releases) => {
        const store = emptyStore();
        const files = releases.map(({ year, month, has }, i) => ({
          ...{ format: 'pprrvu', name: `PPRRVU${year}_${month.slice(0, 3)}.csv` },
          text: feeCsv(rows(has ? ['93000', ...others] : others), { year, month }),
          loadedAt: `2026-01-01T00:00:0${i}Z`,
        }));
        await takeFilesIn(store, files);
        const asOf = (dateOfService: string) => ({ dateOfService, knownAt: '2026-02-01T00:00:00Z' });
        const isStated = (day: string, codes: readonly string[]) =>
          rowsAlong(store, edge, codes, { asOf: asOf(day), where: [] }, { limit: 9, backward: false }).some(
            (found) => found.length > 0,
          );
        const stated = days.filter((day) => isStated(day, parents));
        for (const day of days) {
          const [found] = otherDaysAlong(store, [edge], parents, { asOf: asOf(day), where: [] });
          // The others are in every release: where they are stated, a release of the day was read.
          const isRead = isStated(day, ['BillingCode:CPT:99991']);
          const expected = {
            type: 'FeeScheduleEntry',
            before: stated.findLast((each) => each < day) ?? null,
            after: stated.find((each) => each > day) ?? null,
            reason: isRead ? 'STATED_FOR_OTHER_DAYS' : 'NO_RELEASE_READ',
          };
          expect(found?.[0]).toEqual(stated.length > 0 && !stated.includes(day) ? [expected] : []);
        }
      }),
      { numRuns: 12 },
    );
  },
);
