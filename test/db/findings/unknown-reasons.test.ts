/** Why a cell of the coverage matrix is unknown: the nearest that is known of the silence. */

import { describe, expect, test } from 'vitest';
import { type CoverageRow, decide } from '../../../db/coverage/decide-cell.ts';
import type { UnknownReason } from '../../../db/enums/index.ts';

type Open = Pick<
  CoverageRow,
  'id' | 'covered' | 'rank' | 'statedAt' | 'validFrom' | 'policyVersionId' | 'unknownReason'
>;

function cell(said: readonly Open[], gaps: readonly (keyof typeof UnknownReason.values)[] = []) {
  const rows = said as readonly CoverageRow[]; // the columns that decide
  return decide(rows, gaps.map((reason, i) => ({ id: `DataGap:${i}`, reason })) as never, []);
}

describe('the reason of an unknown cell', () => {
  const silent: Open = {
    id: 'CoverageStatement:a',
    covered: null,
    rank: 'NORMAL',
    statedAt: null,
    validFrom: null,
    policyVersionId: null,
    unknownReason: 'NOT_STATED_IN_SOURCE',
  };

  test('is that nobody looked, where nothing at all is held', () => {
    expect(cell([]).unknownReason).toBe('NOT_YET_REVIEWED');
  });

  test('is that of the gap that was recorded', () => {
    expect(cell([], ['NO_POLICY_FOUND']).unknownReason).toBe('NO_POLICY_FOUND');
  });

  test('is that of the policy before that of a gap, and that of a gap before that of a report', () => {
    const policy = {
      ...silent,
      id: 'CoverageStatement:b',
      policyVersionId: 'PolicyVersion:p',
      unknownReason: 'POLICY_SILENT_ON_CODE' as const,
    };
    expect(cell([silent, policy], ['NO_POLICY_FOUND']).unknownReason).toBe('POLICY_SILENT_ON_CODE');
    expect(cell([silent], ['NO_POLICY_FOUND']).unknownReason).toBe('NO_POLICY_FOUND');
    expect(cell([silent]).unknownReason).toBe('NOT_STATED_IN_SOURCE');
  });
});
