/** Procedure-to-procedure edits of NCCI as CMS publishes them. Every row that is not a real excerpt is synthetic. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { endOfFeed, firstChanges } from '../../../../db/history/feed.ts';
import { ncciPtp } from '../../../../seed/official/edits/ncci-ptp.ts';
import { excerpt, inMemory, read, sighting } from '../../kit/file-trial.ts';
import { type Loading, loading } from '../../kit/loading.ts';
import { pairEdit as row, pairEdits as table } from '../kit/pair-edits.ts';

/** Each builds the whole database at least once. */
const slow = { timeout: 120_000 };

const first = ['77080 77086 20220101 * 1', '77080 99901 20200101 20231231 0', '77080 99902 19960101 * 0 *'];
const second = ['99901 77080 20220101 * 0', '99903 99904 20220101 20220101 9'];
/** The second file of the next release: a file of the very same bytes would be the same file. */
const secondLater = [...second, '99905 99906 20260701 * 1'];

/** The two files of a release of the practitioner table. */
function release(
  trial: Loading,
  version: string,
  parts: readonly (readonly string[])[] = [first, second],
): readonly string[] {
  return parts.map((rows, index) => trial.put(`ccipra-v${version}r0-f${index + 1}.txt`, table(rows)));
}

interface Edit {
  readonly id: string;
  readonly column1: { readonly code: string };
  readonly column2: { readonly code: string };
}

async function edits(trial: Loading, code: string, args: string): Promise<readonly Edit[]> {
  const fields = `edges { node { id modifierIndicator serviceType validity { from to } column1 { code } column2 { code } citations { locator source { sha256 } } } }`;
  const answer = await trial.ask<{ billingCode: Record<string, { edges: readonly { node: Edit }[] }> }>(
    `query ($code: String!) { billingCode(code: $code, asOf: { ${args} }) { paid: editsAsColumn1(first: 100) { ${fields} } denied: editsAsColumn2(first: 100) { ${fields} } } }`,
    { code },
  );
  return Object.values(answer.billingCode).flatMap(({ edges }) => edges.map(({ node }) => node));
}

const between = (found: readonly Edit[], one: string, other: string) =>
  found.filter(({ column1, column2 }) => column1.code === one && column2.code === other);

test('it is known by its heading; its name tells table, quarter and part, or that of its archive does', () => {
  const seen = (name: string, within?: string) =>
    ncciPtp.recognise({ ...sighting(table(first), name), ...(within && { within }) });
  expect(seen('ccipra-v322r0-f1.txt')).toEqual({
    release: 'PTP 2026Q3',
    from: '2026-07-01',
    part: 'practitioner-f1',
  });
  expect(seen('rows.txt', 'in/ccioph-v321r0-f4.zip')).toEqual({
    release: 'PTP 2026Q2',
    from: '2026-04-01',
    part: 'outpatient-hospital-f4',
  });
  expect(seen('ccioph-2024Q3-synthetic.txt')).toEqual({
    release: 'PTP 2024Q3',
    from: '2024-07-01',
    part: 'outpatient-hospital-f1',
  });
  expect(ncciPtp.recognise(sighting('Column 1\tColumn 2\n'))).toBeUndefined();
});

test(
  'a pair answers from both of its codes, in its direction, on its days, with the line of the file',
  slow,
  async () => {
    const trial = loading();
    await trial.load(release(trial, '322'));
    const [edit, ...others] = between(
      await edits(trial, '77086', 'dateOfService: "2026-08-01"'),
      '77080',
      '77086',
    ).filter(({ id }) => id.includes('/PRACTITIONER/'));
    expect(others).toEqual([]);
    expect(edit).toMatchObject({
      id: 'CodePairEdit:CPT:77080/CPT:77086/PRACTITIONER/2022-01-01',
      modifierIndicator: 1,
      validity: { from: '2022-01-01', to: null },
      citations: [
        {
          locator: 'line 7, column 1 77080, column 2 77086',
          source: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        },
      ],
    });
    const both = await edits(trial, '99901', 'dateOfService: "2023-12-31"');
    expect(
      both.map(({ column1, column2 }) => `${column1.code} pays, ${column2.code} is denied`).sort(),
    ).toEqual(['77080 pays, 99901 is denied', '99901 pays, 77080 is denied']);
    // A day of deletion is the last on which the edit holds; deleted rows stay for claims of their time.
    expect(between(await edits(trial, '99901', 'dateOfService: "2024-01-01"'), '77080', '99901')).toEqual([]);
  },
);

test('an edit is the same thing by its id as by its edge', slow, async () => {
  const trial = loading();
  await trial.load(release(trial, '322'));
  const id = 'CodePairEdit:CPT:77080/CPT:99902/PRACTITIONER/1996-01-01';
  const answer = await trial.ask(
    'query ($id: ID!) { node(id: $id) { __typename id ... on CodePairEdit { modifierIndicator subject { id } text } } }',
    { id },
  );
  expect(answer).toMatchObject({
    node: { __typename: 'CodePairEdit', id, modifierIndicator: 0, subject: { id: 'BillingCode:CPT:77080' } },
  });
  const none = await trial.ask(
    '{ node(id: "CodePairEdit:CPT:77080/CPT:99902/PRACTITIONER/1996-01-02") { id } }',
  );
  expect(none).toEqual({ node: null });
});

test(
  'a release that lacks most of the one before is taken for a part of one: nothing ends, and that is reported',
  slow,
  async () => {
    const trial = loading();
    await trial.load(release(trial, '321'));
    const report = await trial.load(
      release(trial, '322', [
        first.slice(0, 1),
        ['99903 99904 20220101 20220101 9', '99905 99906 20260701 * 1'],
      ]),
    );
    const brought = report.build?.brought.slice(-2) ?? [];
    expect(brought.map(({ ended }) => ended)).toEqual([0, 0]);
    expect(brought.at(-1)?.reports).toContainEqual(expect.stringContaining('taken for a part of a release'));
    const kept = await edits(trial, '99902', 'dateOfService: "2026-08-01"');
    expect(between(kept, '77080', '99902')).toHaveLength(1);
  },
);

test(
  'a later release corrects what changed and closes what is gone; what was known before stays reachable',
  slow,
  async () => {
    const trial = loading();
    await trial.load(release(trial, '321'));
    const changed = ['77080 77086 20220101 20260630 1', '77080 99902 19960101 * 0 *'];
    const report = await trial.load(release(trial, '322', [changed, secondLater]));
    const sums = report.build?.brought.slice(-2).reduce(
      (all, { added, corrected, ended, unchanged }) => ({
        added: all.added + added,
        corrected: all.corrected + corrected,
        ended: all.ended + ended,
        unchanged: all.unchanged + unchanged,
      }),
      { added: 0, corrected: 0, ended: 0, unchanged: 0 },
    );
    expect(sums).toEqual({ added: 1, corrected: 1, ended: 1, unchanged: 3 });
    const now = await edits(trial, '77080', 'dateOfService: "2026-08-01"');
    expect(between(now, '77080', '77086').filter(({ id }) => id.includes('/PRACTITIONER/'))).toEqual([]);
    const before = await edits(
      trial,
      '77080',
      'dateOfService: "2026-08-01", knownAt: "2026-11-25T13:30:00Z"',
    );
    expect(between(before, '77080', '77086').filter(({ id }) => id.includes('/PRACTITIONER/'))).toHaveLength(
      1,
    );
    const gone = 'dateOfService: "2022-06-01"';
    expect(between(await edits(trial, '99901', gone), '77080', '99901')).toEqual([]);
    expect(
      between(await edits(trial, '99901', `${gone}, knownAt: "2026-11-25T13:30:00Z"`), '77080', '99901'),
    ).toHaveLength(1);
  },
);

test('the same release loaded twice, and its next loaded first, come to the same', slow, async () => {
  const [inOrder, backwards] = [loading(), loading()];
  const next = [['77080 77086 20220101 20260630 1'], secondLater];
  await inOrder.load([...release(inOrder, '321'), ...release(inOrder, '322', next)]);
  await backwards.load(release(backwards, '322', next));
  await backwards.load(release(backwards, '321'));
  const said = async (trial: Loading) =>
    (await edits(trial, '77080', 'dateOfService: "2026-08-01"'))
      .map(({ id, column1, column2 }) =>
        [id.includes('/PRACTITIONER/'), column1.code, column2.code].join(' '),
      )
      .sort();
  expect(await said(backwards)).toEqual(await said(inOrder));
  const again = await inOrder.load(release(inOrder, '322', next));
  expect(again.build).toBeUndefined();
});

test(
  'the first release is an event a file; of the next, only what changed is listed, with its codes',
  slow,
  async () => {
    const trial = loading();
    const logged: string[] = [];
    const after = async (paths: readonly string[]) => {
      const { seq } = endOfFeed(trial.release().store);
      await trial.load(paths, { log: (line) => logged.push(line) });
      return firstChanges(trial.release().store, { after: seq }, {}, 1_000).filter(
        ({ previousId }) => !previousId?.includes('start-not-known'),
      );
    };
    const begun = await after(release(trial, '321'));
    expect(begun.map(({ kind, statementCount }) => [kind, statementCount])).toEqual([
      ['EDITION_ADDED', 3],
      ['EDITION_ADDED', 2],
    ]);
    const next = [['77080 77086 20220101 20260630 1', '77080 99902 19960101 * 0 *'], secondLater];
    const changes = await after(release(trial, '322', next));
    expect(changes.map(({ kind, statementId }) => `${kind} ${statementId}`)).toEqual([
      expect.stringMatching(
        /^UPDATED CodePairEdit:CPT:77080\/CPT:77086\/PRACTITIONER\/2022-01-01\/recorded-2026-11-25T/,
      ),
      expect.stringMatching(/^EDITION_ADDED Source:S-NCCI-PTP-/),
      'CREATED CodePairEdit:CPT:99905/CPT:99906/PRACTITIONER/2026-07-01',
      'RETIRED CodePairEdit:CPT:77080/CPT:99901/PRACTITIONER/2020-01-01',
      expect.stringMatching(/^EDITION_ADDED Source:S-NCCI-PTP-/),
    ]);
    expect(changes.map(({ statementCount }) => statementCount)).toEqual([null, 1, null, null, 2]);
    expect(changes[0]?.previousId).toBe('CodePairEdit:CPT:77080/CPT:77086/PRACTITIONER/2022-01-01');
    expect(changes[0]?.codeIds).toBe('["BillingCode:CPT:77080","BillingCode:CPT:77086"]');
    expect(logged.filter((line) => line.startsWith('Adding to a copy'))).toHaveLength(2);
  },
);

test('an older release that is loaded late changes nothing of what was known before', slow, async () => {
  const trial = loading();
  await trial.load(release(trial, '322'));
  const asked = 'dateOfService: "2026-08-01", knownAt: "2026-11-25T13:30:00Z"';
  const known = await edits(trial, '77080', asked);
  expect(known).not.toEqual([]);
  const late = [['77080 77086 20220101 20260630 1', '77080 99907 20200101 * 1'], second];
  const report = await trial.load(release(trial, '321', late));
  expect(report.build?.brought.map(({ skipped }) => skipped)).toEqual([
    { 'stated by a newer release': 2 },
    { 'stated by a newer release': 2 },
  ]);
  expect(await edits(trial, '77080', asked)).toEqual(known);
  expect(await edits(trial, '77080', 'dateOfService: "2026-08-01"')).toEqual(known);
});

test('of chosen codes every pair is taken in which one of them stands', slow, async () => {
  const trial = loading();
  const report = await trial.load(release(trial, '322'), { codes: ['99901'] });
  expect(report.build?.brought.map(({ skipped }) => skipped)).toEqual([
    { 'neither code among those wanted': 2 },
    { 'neither code among those wanted': 1 },
  ]);
  expect(await edits(trial, '99901', 'dateOfService: "2023-01-01"')).toHaveLength(2);
});

test.each([
  [
    'a row that is cut short',
    `${table(first)}77080\t7708`,
    /ccipra-v322r0-f1\.txt:10: This row has 2 cells where the heading has 7/,
  ],
  ['shifted columns', table(['77080 20220101 77086 * 1']), /:7: Column 2: "20220101" is no billing code/],
  [
    'a day that is none',
    table(['77080 77086 20221301 * 1']),
    /:7: Effective Date: Expected a day of the calendar/,
  ],
  [
    'an indicator that is none',
    table(['77080 77086 20220101 * 7']),
    /:7: Modifier: Expected 0 \(not allowed\), 1 \(allowed\) or 9/,
  ],
  ['a heading without rows', table([]), /There are no rows below the heading/],
])('%s is refused with file, row and column', slow, async (_what, content, message) => {
  const trial = loading();
  expect(await trial.failure([trial.put('ccipra-v322r0-f1.txt', content)])).toMatch(message);
});

test(
  'mixed ends of lines, a mark at the beginning and one of DOS at the end make no difference',
  slow,
  async () => {
    const trial = loading();
    const mixed = `\ufeff${table(first.slice(0, 2), '\n')}${row(first[2] ?? '')}\r\n\u001a`;
    const { build } = await trial.load([trial.put('ccipra-v322r0-f1.txt', mixed)]);
    expect(build?.brought[0]).toMatchObject({ kept: 3, added: 3 });
  },
);

const real = excerpt('ncci/ccipra-v322r0-f1.excerpt.txt');
test.skipIf(!real)('every row of the real excerpt is read, and none is refused', slow, async () => {
  const trial = loading();
  const { build } = await trial.load([trial.put('ccipra-v322r0-f1.txt', readFileSync(real ?? ''))]);
  const [brought] = build?.brought ?? [];
  expect((brought?.kept ?? 0) + Object.values(brought?.skipped ?? {}).reduce((sum, n) => sum + n, 0)).toBe(
    25,
  );
});

test('a table that was saved as CSV says the same as the text, with the lines of the CSV', async () => {
  const of = async (content: string, name: string) => {
    const { told } = await read(ncciPtp, inMemory(content, { name }));
    return told.flatMap((item) => (item.kind === 'edits' ? item.edits : []));
  };
  const comma = table(first).replaceAll('\t', ',').replaceAll('\r\n', ',,\r\n');
  expect(ncciPtp.recognise(sighting(comma, 'ccipra-v322-f1.csv'))).toMatchObject({
    release: 'PTP 2026Q3',
    part: 'practitioner-f1',
  });
  expect(await of(comma, 'ccipra-v322-f1.csv')).toEqual(await of(table(first), 'ccipra-v322-f1.txt'));
  const quoted = `"SYNTHETIC, NOTICE",,,,,,\r\nColumn 1,Column 2,"*=in existence\nprior to 1996","Effective\nDate","Deletion\nDate","Modifier\n0=not allowed",PTP Edit Rationale\r\n77080,77086,,20220101,*,1,"Synthetic, quoted"\r\n`;
  expect(await of(quoted, 'ccioph-v322r0-f1.csv')).toMatchObject([
    { column1: '77080', line: 7, term: { rationale: 'Synthetic, quoted' } },
  ]);
  await expect(of(comma.replace('Effective', 'Synthetic'), 'ccipra-v322-f1.csv')).rejects.toThrow(
    /no heading of pair edits/,
  );
  await expect(
    of(comma.replace(',,\r\n77080,99901', ',x,\r\n77080,99901'), 'ccipra-v322-f1.csv'),
  ).rejects.toThrow(/:7: This row has 9 cells where the heading has 7/);
});
