/** Days that releases speak of: the meaning of a code on a day, quarters that were not read, codes that vanish. Everything is synthetic. */

import { expect, test } from 'vitest';
import { feeCsv } from '../kit/fee-file.ts';
import { fixed, type HcpcsRow } from '../kit/hcpcs-file.ts';
import { type Loading, loading } from '../kit/loading.ts';

const slow = { timeout: 120_000 };

/** More codes than vanish: a release that has lost most of another is taken for a part of it. */
const others = ['G0101', 'G0102', 'G0103', 'G0104'].map(
  (code): HcpcsRow => ({ code, texts: [`Synthetic ${code}`], short: 'Synth', added: '20100101' }),
);
const hcpcs = async (trial: Loading, year: number, ...rows: readonly HcpcsRow[]) =>
  trial.load([trial.put(`HCPC${year}_ANWEB.txt`, fixed([...others, ...rows]))]);

const code = (trial: Loading, fields: string, day: string) =>
  trial
    .ask<{ billingCode: Record<string, unknown> }>(
      `{ billingCode(code: "G9999", asOf: { dateOfService: "${day}" }) { ${fields} } }`,
    )
    .then(({ billingCode }) => billingCode);

const first: HcpcsRow = {
  code: 'G9999',
  texts: ['Synthetic first meaning'],
  short: 'Synth first',
  added: '20150101',
};
const second: HcpcsRow = { ...first, texts: ['Synthetic second meaning'], short: 'Synth second' };

test.each([
  ['in the order of their days', [2019, 2020]],
  ['the later one first', [2020, 2019]],
])(
  'a code that is given out again has the meaning of its day, releases loaded %s',
  slow,
  async (_order, years) => {
    const trial = loading();
    const of: Readonly<Record<number, HcpcsRow>> = { 2019: first, 2020: second };
    for (const year of years) await hcpcs(trial, year, of[year] ?? first);
    const fields = 'label description meanings { label release }';
    expect(await code(trial, fields, '2019-06-01')).toEqual({
      label: 'Synth first',
      description: 'Synthetic first meaning',
      meanings: [{ label: 'Synth first', release: 'HCPC2019' }],
    });
    expect(await code(trial, fields, '2020-06-01')).toEqual({
      label: 'Synth second',
      description: 'Synthetic second meaning',
      meanings: [{ label: 'Synth second', release: 'HCPC2020' }],
    });
    // Of a day without a release the label is the newest, and no meaning is confirmed.
    expect(await code(trial, fields, '2015-06-01')).toMatchObject({ label: 'Synth second', meanings: [] });
  },
);

test('a code that has words of this project keeps them beside the meaning of a release', slow, async () => {
  const trial = loading();
  const ask = () =>
    trial.ask<{ billingCode: { label: string; description: string } }>(
      '{ billingCode(code: "G0130", asOf: { dateOfService: "2020-06-01" }) { label description } }',
    );
  await hcpcs(trial, 2019, first);
  const before = await ask();
  await hcpcs(trial, 2020, first, { ...second, code: 'G0130' });
  expect(await ask()).toEqual(before);
});

test('a modifier has the meaning of its release, and none that had ended before it', slow, async () => {
  const trial = loading();
  const meaning = (texts: string, ended?: string): HcpcsRow => ({
    code: 'KX',
    texts: [texts],
    short: texts,
    added: '20020701',
    ...(ended && { ended }),
  });
  await hcpcs(trial, 2019, meaning('Synthetic old'), meaning('Synthetic gone', '20111231'));
  await hcpcs(trial, 2020, meaning('Synthetic new'));
  const meanings = (day: string) =>
    trial.ask(
      `{ node(id: "ModifierMeaning:HCPCS_MODIFIER:KX/${day}") { ... on ModifierMeaning { description } } }`,
    );
  expect(await meanings('2019-01-01')).toEqual({ node: { description: 'Synthetic old' } });
  expect(await meanings('2020-01-01')).toEqual({ node: { description: 'Synthetic new' } });
});

test(
  'what a whole later release does not have any more has ended; a code that is back is active',
  slow,
  async () => {
    const trial = loading();
    await hcpcs(trial, 2018, first);
    await hcpcs(trial, 2019, { ...first, ended: '20181231' });
    const status = 'validity { codeStatus }';
    expect(await code(trial, status, '2018-06-01')).toEqual({ validity: [{ codeStatus: 'ACTIVE' }] });
    expect(await code(trial, status, '2019-06-01')).toEqual({ validity: [{ codeStatus: 'DELETED' }] });
    await hcpcs(trial, 2020, { ...first, added: '20200101' });
    expect(await code(trial, status, '2020-06-01')).toEqual({ validity: [{ codeStatus: 'ACTIVE' }] });
    await hcpcs(trial, 2021);
    expect(await code(trial, status, '2021-06-01')).toEqual({ validity: [] });
    expect(await code(trial, 'releases { about status sentence }', '2021-06-01')).toMatchObject({
      releases: expect.arrayContaining([
        {
          about: 'CodeMeaning',
          status: 'NOT_IN_RELEASE',
          sentence: 'CodeMeaning: the release that holds on 2021-06-01 does not have the code.',
        },
      ]),
    });
    const claim = await trial.ask<{ checkClaim: { findings: unknown[] } }>(
      '{ checkClaim(claim: { lines: [{ code: "G9999", dateOfService: "2021-06-01" }] }) { findings { rule severity } } }',
    );
    expect(claim.checkClaim.findings).toContainEqual({ rule: 'CODE_VALIDITY', severity: 'ERROR' });
  },
);

test(
  'after the last release a code is not silently active, and a modifier that a release lacks is not valid',
  slow,
  async () => {
    const trial = loading();
    const modifier: HcpcsRow = { ...first, code: 'QZ' };
    const quarter = (month: string, ...rows: readonly HcpcsRow[]) =>
      trial.load([trial.put(`HCPC2025_${month}_ANWEB.txt`, fixed([...others, first, ...rows]))]);
    await quarter('JUL', modifier);
    await quarter('OCT');
    const fields = 'validity { codeStatus notConfirmedAfter } releases { about status sentence }';
    const validity = async (day: string) => {
      const answer = await code(trial, fields, day);
      const of = (answer.releases as { about: string; status: string; sentence: string }[]).find(
        ({ about }) => about === 'CodeValidity',
      );
      return [answer.validity, of?.status, of?.sentence];
    };
    expect(await validity('2025-12-31')).toEqual([
      [{ codeStatus: 'ACTIVE', notConfirmedAfter: null }],
      'IN_RELEASE',
      'CodeValidity: the release that holds on 2025-12-31 has the code.',
    ]);
    expect(await validity('2026-01-01')).toEqual([
      [{ codeStatus: 'ACTIVE', notConfirmedAfter: '2025-12-31' }],
      'NO_RELEASE_READ',
      'CodeValidity: no release was read that holds on 2026-01-01. What others state reaches that day. Not confirmed after 2025-12-31, where HCPC2025_OCT ends.',
    ]);
    const claim = async (day: string) => {
      const { checkClaim } = await trial.ask<{
        checkClaim: Record<'findings' | 'notChecked', { rule: string; message?: string; reason?: string }[]>;
      }>(
        `{ checkClaim(claim: { lines: [{ code: "G9999", modifiers: ["QZ"], dateOfService: "${day}" }] }) { findings { rule message } notChecked { rule reason } } }`,
      );
      return [...checkClaim.findings, ...checkClaim.notChecked].flatMap(({ rule, message, reason }) =>
        rule === 'CODE_VALIDITY' ? [(message ?? reason ?? '').replace(/ \(data version \w+\)/, '')] : [],
      );
    };
    expect(await claim('2025-09-30')).toEqual([]);
    const gone = 'the statements of this release have it valid from 2015-01-01 to 2025-10-01.';
    expect(await claim('2025-10-01')).toEqual([`Modifier QZ was not valid on 2025-10-01; ${gone}`]);
    expect(await claim('2026-01-01')).toEqual([
      `Modifier QZ was not valid on 2026-01-01; ${gone}`,
      'G9999 is valid by the last release that was read, which was published for the days up to 2025-12-31: whether it still is on 2026-01-01 is not known here.',
    ]);
  },
);

test(
  'a diagnosis has title and flag of the release of its day, and on other days those of the newest',
  slow,
  async () => {
    const trial = loading();
    const row = (at: number, bare: string, flag: 0 | 1, title: string) =>
      `0000${at} ${bare.padEnd(7)} ${flag} ${'Synthetic'.padEnd(60)} ${title}`;
    const order = (...last: readonly string[]) =>
      [row(1, 'Q99', 0, 'S'), row(2, 'Q998', 1, 'S'), row(3, 'Q997', 1, 'S'), ...last, ''].join('\r\n');
    await trial.load([
      trial.put('icd10cm_order_2025.txt', order(row(4, 'Q996', 1, 'Synthetic old'))),
      trial.put('icd10cm_order_2026.txt', order(row(4, 'Q996', 0, 'Synthetic new'), row(5, 'Q9960', 1, 'S'))),
    ]);
    const onDay = async (day: string) => {
      const { diagnosis } = await trial.ask<{ diagnosis: unknown }>(
        `{ diagnosis(code: "Q99.6", asOf: { dateOfService: "${day}" }) { label billable release releaseStatus } }`,
      );
      return diagnosis;
    };
    const newest = { label: 'Synthetic new', billable: false, release: 'FY2026' };
    expect(await onDay('2025-09-30')).toEqual({
      ...{ label: 'Synthetic old', billable: true, release: 'FY2025', releaseStatus: 'IN_RELEASE' },
    });
    expect(await onDay('2025-10-01')).toEqual({ ...newest, releaseStatus: 'IN_RELEASE' });
    expect(await onDay('2024-09-30')).toEqual({ ...newest, releaseStatus: 'NO_RELEASE_READ' });
  },
);

test('a yearly list that holds until the next tells after which year it is not confirmed', slow, async () => {
  const trial = loading();
  const list =
    'Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n207Q00000X,s,s,,,,s,Individual\n';
  await trial.load([trial.put('nucc_taxonomy_240.csv', list)]);
  const onDay = (day: string) =>
    trial.ask(
      `{ node(id: "ProviderTaxonomy:207Q00000X") { ... on ProviderTaxonomy { validity(asOf: { dateOfService: "${day}" }) { release notConfirmedAfter } } } }`,
    );
  expect(await onDay('2024-12-31')).toEqual({
    node: { validity: [{ release: '24.0', notConfirmedAfter: null }] },
  });
  expect(await onDay('2025-01-01')).toEqual({
    node: { validity: [{ release: '24.0', notConfirmedAfter: '2024-12-31' }] },
  });
});

const addendum = (rate: string) =>
  `Synthetic Addendum B\r\nHCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,National Unadjusted Copayment,Minimum Unadjusted Copayment\r\nJ0897,synthetic,K,9272,,$${rate},,$5.00\r\n`;

test('a rate of a quarter does not live on in quarters whose addendum was not read', slow, async () => {
  const trial = loading();
  const put = (quarter: string, rate: string) =>
    trial.put(`2025 ${quarter} Web Addendum B.csv`, addendum(rate));
  await trial.load([put('January', '26.96'), put('October', '31.12')]);
  const onDay = async (day: string) => {
    const { billingCode } = await trial.ask<{
      billingCode: { oppsStatus: unknown[]; releases: { about: string }[] };
    }>(
      `{ billingCode(code: "J0897", asOf: { dateOfService: "${day}" }) { oppsStatus { paymentRate } releases { about status before { release } after { release } sentence } } }`,
    );
    return {
      rates: billingCode.oppsStatus,
      release: billingCode.releases.find(({ about }) => about === 'OppsStatus'),
    };
  };
  expect((await onDay('2025-03-31')).rates).toEqual([{ paymentRate: '26.96' }]);
  expect((await onDay('2025-11-15')).rates).toEqual([{ paymentRate: '31.12' }]);
  expect(await onDay('2025-08-01')).toEqual({
    rates: [],
    release: {
      about: 'OppsStatus',
      status: 'NO_RELEASE_READ',
      before: { release: 'OPPS 2025-01' },
      after: { release: 'OPPS 2025-10' },
      sentence:
        'OppsStatus: no release was read that holds on 2025-08-01. Not confirmed after 2025-03-31, where OPPS 2025-01 ends. The next that was read, OPPS 2025-10, begins on 2025-10-01.',
    },
  });
  await trial.load([put('April', '27.00'), put('July', '28.00')]);
  expect((await onDay('2025-08-01')).rates).toEqual([{ paymentRate: '28.00' }]);
});

test(
  'a row of the fee schedule holds for its year, and tells after which day it is not confirmed',
  slow,
  async () => {
    const trial = loading();
    const fees = (month: string) =>
      trial.put(
        `PPRRVU2025_${month.slice(0, 3)}.csv`,
        feeCsv([{ code: '99901', work: '1.00', totals: ['1.00', '1.00'] }], { month }),
      );
    await trial.load([fees('January'), fees('October')]);
    const onDay = async (day: string) => {
      const { billingCode } = await trial.ask<{
        billingCode: { feeSchedule: unknown[]; feeScheduleAmount: { amount: string; note: string } };
      }>(
        `{ billingCode(code: "99901", asOf: { dateOfService: "${day}" }) { feeSchedule { notConfirmedAfter editions { release } } feeScheduleAmount { amount note } } }`,
      );
      const { amount, note } = billingCode.feeScheduleAmount;
      return [billingCode.feeSchedule, amount, /not confirmed after (\S+):/.exec(note)?.[1]];
    };
    const editions = [{ release: 'RVU25A' }, { release: 'RVU25D' }];
    expect(await onDay('2025-03-31')).toEqual([[{ notConfirmedAfter: null, editions }], '32.35', undefined]);
    expect(await onDay('2025-04-01')).toEqual([
      [{ notConfirmedAfter: '2025-03-31', editions }],
      '32.35',
      '2025-03-31',
    ]);
    expect(await onDay('2025-10-01')).toEqual([[{ notConfirmedAfter: null, editions }], '32.35', undefined]);
  },
);

test('two editions of the same bytes in one folder hold for the days of both', slow, async () => {
  const trial = loading();
  const row = (number: number, bare: string, flag: 0 | 1) =>
    `${String(number).padStart(5, '0')} ${bare.padEnd(7)} ${flag} ${'Synthetic'.padEnd(60)} Synthetic ${bare}`;
  const order = `${[row(1, 'Q99', 0), row(2, 'Q999', 1), row(3, 'Q998', 1)].join('\r\n')}\r\n`;
  const names = ['icd10cm_order_2025.txt', 'icd10cm-order-April-2025.txt'];
  const report = await trial.load(names.map((name) => trial.put(name, order)));
  expect(report.alreadyLoaded).toEqual([]);
  const onDay = (day: string) =>
    trial.ask(
      `{ diagnosis(code: "Q99.9", asOf: { dateOfService: "${day}" }) { releaseStatus validity { billable editions { release } } } }`,
    );
  const editions = [{ release: 'FY2025' }, { release: 'FY2025 update 2025-04' }];
  for (const day of ['2024-11-01', '2025-05-01'])
    expect(await onDay(day)).toEqual({
      diagnosis: { releaseStatus: 'IN_RELEASE', validity: [{ billable: true, editions }] },
    });
});

const corrected = (work: string, released: string) =>
  feeCsv(
    [
      { code: '99901', work, totals: ['1.00', '1.00'] },
      { code: '99902', work, totals: ['1.00', '1.00'] },
    ],
    { month: 'April', released },
  );

test.each([
  ['published later', 'PPRRVU2025_Apr.csv', '04/20/2025'],
  ['named as one', 'RVU25BR/PPRRVU2025_Apr.csv', '03/10/2025'],
])(
  'what a correction replaced, %s, does not come back by being loaded after it',
  slow,
  async (_, name, day) => {
    const trial = loading();
    const workOf = async () => {
      const { billingCode } = await trial.ask<{ billingCode: { feeSchedule: unknown } }>(
        '{ billingCode(code: "99901", asOf: { dateOfService: "2025-05-01" }) { feeSchedule { workRvu } } }',
      );
      return billingCode.feeSchedule;
    };
    const original = trial.put('RVU25B/PPRRVU2025_Apr.csv', corrected('1.00', '03/10/2025'));
    const correction = trial.put(`new/${name}`, corrected('2.00', day));
    await trial.load([correction]);
    expect(await trial.failure([original])).toMatch(
      /It is RVU25B, published on 2025-03-10, which was published anew: .* is loaded, RVU25BR?, published on 2025-0[34]-\d\d, and loading the older one now would put back what was corrected\. Nothing has to be done/,
    );
    expect(await workOf()).toEqual([{ workRvu: '2.00' }]);
    const together = loading();
    const paths = ['a', 'b'].map((folder, at) =>
      together.put(
        `${folder}/${at === 0 ? name : 'RVU25B/PPRRVU2025_Apr.csv'}`,
        at === 0 ? corrected('2.00', day) : corrected('1.00', '03/10/2025'),
      ),
    );
    expect((await together.load(paths)).passedOver.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/published anew/),
    ]);
  },
);
