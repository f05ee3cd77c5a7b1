/** One cell by hand: which rule decides it, in which order its statements stand, and what prior authorization it shows. */

import { describe, expect, test } from 'vitest';
import {
  type CoverageRow,
  decide,
  decideAuthorization,
  type GapRow,
  type PriorAuthorizationRow,
} from '../../../db/coverage/decide-cell.ts';

/** A statement of which a test states what decides. */
function valued(key: string, values: Partial<CoverageRow> = {}): CoverageRow {
  return {
    id: `CoverageStatement:${key}`,
    rank: 'NORMAL',
    covered: 'COVERED',
    statedAt: 'NAMED_CODE',
    validFrom: '2024-01-01',
    policyVersionId: null,
    unknownReason: null,
    ...values,
  } as CoverageRow;
}

/** A statement that leaves it open. */
function left(key: string, values: Partial<CoverageRow> = {}): CoverageRow {
  return valued(key, { covered: null, statedAt: null, unknownReason: 'POLICY_SILENT_ON_CODE', ...values });
}

const gap = { id: 'DataGap:a', reason: 'NO_POLICY_FOUND' } as GapRow;
const order = (...rows: CoverageRow[]) =>
  decide(rows, [], []).statements.map(({ id }) => id.slice('CoverageStatement:'.length));

describe('a cell with a value', () => {
  test('is that value where the best agree, and shows no gap and no reason', () => {
    expect(decide([valued('a'), left('b')], [gap], [])).toMatchObject({
      state: 'COVERED',
      rule: 'best-statements-agree',
      because: [{ id: 'CoverageStatement:a' }],
      unknownReason: null,
      gaps: [],
    });
  });

  test('is a conflict where they differ', () => {
    const rows = [valued('a'), valued('b', { covered: 'NOT_COVERED' })];
    expect(decide(rows, [], [])).toMatchObject({
      state: 'CONFLICTING',
      rule: 'best-statements-differ',
      because: [{ id: 'CoverageStatement:a' }, { id: 'CoverageStatement:b' }],
    });
  });

  test('lists the preferred first, then the more precise, then the later, then by id', () => {
    const preferred = valued('preferred', { rank: 'PREFERRED', statedAt: 'GENERAL_RULE', validFrom: null });
    const range = valued('range', { statedAt: 'CODE_RANGE', validFrom: '2026-01-01' });
    const family = valued('family', { statedAt: 'SERVICE_FAMILY', validFrom: '2026-01-01' });
    const general = valued('general', { statedAt: 'GENERAL_RULE', validFrom: '2026-01-01' });
    const later = valued('later', { validFrom: '2025-01-01' });
    const undated = valued('undated', { validFrom: null });
    const sorted = ['preferred', 'later', 'a', 'b', 'undated', 'range', 'family', 'general'];
    const rows = [general, undated, family, valued('b'), range, later, valued('a'), preferred];
    expect(order(...rows)).toEqual(sorted);
    expect(order(...rows.reverse())).toEqual(sorted);
  });
});

describe('a cell without one', () => {
  test('has the reason of a policy, before that of a search', () => {
    const rows = [left('a'), left('b', { validFrom: '2025-01-01', unknownReason: 'POLICY_TEXT_NOT_SEEN' })];
    expect(decide(rows, [gap], [])).toMatchObject({
      state: 'UNKNOWN',
      rule: 'reason-of-policy',
      unknownReason: 'POLICY_TEXT_NOT_SEEN',
      because: [{ id: 'CoverageStatement:b' }, { id: 'CoverageStatement:a' }],
      gaps: [gap],
    });
  });

  test('else has that of a search, else nobody has looked yet', () => {
    expect(decide([], [gap], [])).toMatchObject({
      rule: 'reason-of-search',
      unknownReason: 'NO_POLICY_FOUND',
    });
    expect(decide([], [], [])).toEqual({
      state: 'UNKNOWN',
      rule: 'not-yet-reviewed',
      because: [],
      statements: [],
      unknownReason: 'NOT_YET_REVIEWED',
      gaps: [],
    });
  });

  test('lists the later first, then by id', () => {
    const rows = [
      left('undated', { validFrom: null }),
      left('b'),
      left('late', { validFrom: '2026-01-01' }),
      left('a'),
    ];
    const sorted = ['late', 'a', 'b', 'undated'];
    expect(order(...rows)).toEqual(sorted);
    expect(order(...rows.reverse())).toEqual(sorted);
  });
});

describe('prior authorization', () => {
  const row = (priorAuthorization: PriorAuthorizationRow['priorAuthorization']) =>
    ({ priorAuthorization, unknownReason: null }) as PriorAuthorizationRow;

  test('is what all that hold a value say, though others hold none', () => {
    const [open, needed, later] = [row(null), row('AUTH_NEEDED'), row('AUTH_NEEDED')];
    expect(decideAuthorization([open, needed, later])).toEqual({
      priorAuthorization: 'AUTH_NEEDED',
      priorAuthorizationReason: null,
      priorAuthorizationStatements: [needed, later, open],
    });
  });

  test('is not known where they differ, where all leave it open, and where there is none', () => {
    const reason = (...rows: PriorAuthorizationRow[]) => {
      const answer = decideAuthorization(rows);
      expect(answer.priorAuthorization).toBe('UNKNOWN');
      return answer.priorAuthorizationReason;
    };
    expect(reason(row('NO_AUTH'), row('AUTH_NEEDED'))).toBe('SOURCES_CONFLICT');
    expect(reason({ ...row(null), unknownReason: 'POLICY_TEXT_NOT_SEEN' }, row(null))).toBe(
      'POLICY_TEXT_NOT_SEEN',
    );
    expect(reason(row(null))).toBe('NOT_YET_REVIEWED');
    expect(reason()).toBe('NOT_YET_REVIEWED');
  });
});
