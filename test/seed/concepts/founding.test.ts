/** The founding facts stay: none vanishes, none is changed, and what is added since does not pose as one of them. */

import { expect, test } from 'vitest';
import { tables } from '../../../db/tables/index.ts';
import { firstRecorded } from '../../../seed/kit/envelope.ts';
import { isFounding, lostOrChanged, seedEntries } from '../../kit/founding.ts';
import { loadedOnly } from '../../kit/loaded-only.ts';
import { built } from '../kit/built.ts';

const { store, report } = built();
const entries = seedEntries();

test('every founding fact is there and states what it stated, from the sources that it cited', () => {
  expect(
    lostOrChanged(entries),
    'Put it back: a correction is a new record, see “A correction” in CONTRIBUTING.md. Where its words alone were mended, UPDATE_FOUNDING=1 pins it anew.',
  ).toEqual([]);
});

test('what was added since is recorded since: what was known before stays what was known before', () => {
  const early = entries.filter(
    ({ row }) => typeof row.id === 'string' && !isFounding(row.id) && row.recordedFrom === firstRecorded,
  );
  expect(
    early.map(({ row, place }) => `${place.file}:${place.line}: ${row.id}`),
    'Each rests on a source that was read before the graph began. Give it `recordedFrom`, the moment at which you add it, such as 2026-12-05T00:00:00Z.',
  ).toEqual([]);
});

/** Table, founding rows, and how the number comes from the facts handed over (first sweep + second sweep). */
const expected: readonly (readonly [string, number, string])[] = [
  ['source', 186, '168 + 18 sources'],
  ['billing_code', 33, '30 codes; 3 more that only NCCI edits name (36591, 36592, 96523)'],
  ['code_validity', 36, 'one for each code; a second for the 3 whose last day is known'],
  ['service_classification', 19, '19 codes with an RBCS class'],
  ['service_family', 22, '20 families of the codes and 2 wider groups'],
  ['code_relation', 19, '19 relationships'],
  ['fee_schedule_entry', 272, '272 rows'],
  ['pc_tc_indicator', 64, 'worked out from the 110 rows without modifier; periods in a row are one'],
  ['conversion_factor', 7, '7 factors'],
  ['locality_index', 109, '109 localities'],
  ['jurisdiction', 109, 'one for each locality'],
  ['indicator', 47, '47 definitions'],
  ['unit_limit', 46, '46 limits'],
  ['code_pair_edit', 150, '150 edits'],
  ['billing_rule', 21, '12 + 3 rules, 4 formulas, 2 facts on the imaging cap'],
  ['opps_status', 27, '27 rows'],
  ['opps_comparison', 27, '27 inferences'],
  ['apc_rate', 2, '2 classes'],
  ['modifier', 26, '26 modifiers'],
  ['modifier_rule', 45, '42 on applicability, 3 claims of the founding reports'],
  ['place_of_service', 52, '52 places'],
  [
    'site_rule',
    22,
    '12 wordings; those that name several sites are one each, and 3 more passages of the founding reports',
  ],
  ['payer', 42, '36 + 6 payers'],
  ['policy', 51, '58 + 6 policy texts are versions of 51 policies'],
  ['policy_version', 64, '58 + 6 policy texts'],
  [
    'coverage',
    207,
    '176 + 21 determinations; 5 payers that each of the 2 founding reports names without coverage',
  ],
  ['prior_authorization', 24, '24 determinations that speak of it'],
  ['coverage_criterion', 45, '43 + 2 criteria'],
  ['policy_event', 70, '62 + 8 events'],
  ['diagnosis_code', 564, '564 codes and headings'],
  ['diagnosis_support', 59, '35 facts, a row for each code they apply to'],
  [
    'rate_benchmark',
    93,
    '88 benchmarks of money, 4 amounts inside 2 counts, 1 amount that stood only in a disagreement',
  ],
  ['utilization', 56, '56 benchmarks of use'],
  ['clinical_fact', 36, '32 + 4 facts'],
  ['device_clearance', 3, '3 devices'],
  ['workflow', 3, '3 workflows'],
  ['workflow_step', 25, 'their 25 steps'],
  ['disagreement', 19, '16 + 3 disagreements'],
  ['report_passage', 34, 'the 2 founding reports, passage by passage'],
  ['data_gap', 707, '707 cells that were looked for and not found'],
];

test.for(expected)('%s holds %i founding rows: %s', ([table, rows]) => {
  const ids = entries.filter((entry) => entry.table.name === table).map(({ row }) => String(row.id));
  expect(ids.filter(isFounding)).toHaveLength(rows);
});

test('every founding source is cited by something', () => {
  const idle = store().all<{ id: string }>(
    'select s.id from source s where s.id not in (select c.source_id from citation c)',
  );
  expect(idle.map(({ id }) => id).filter(isFounding)).toEqual([]);
});

test('only the tables of what official files bring are empty', () => {
  const counts = report().counts;
  const empty = tables.filter(({ name }) => counts[name] === 0);
  expect(
    empty.filter(
      ({ type, name }) =>
        !loadedOnly.has(type) && !/^ptp_|^rate_file$|^run_source$|^series_table$|^stated_payer$/.test(name),
    ),
  ).toEqual([]);
});
