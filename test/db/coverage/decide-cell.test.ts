/** How a cell of the coverage matrix is decided: by what is said, never by the order in which it was written down. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CoverageRow, decide, type ValidityRow } from '../../../db/coverage/decide-cell.ts';
import { CellState, CoveredStatus, StatedAt, StatementRank, UnknownReason } from '../../../db/enums/index.ts';

type Said = Pick<
  CoverageRow,
  'id' | 'covered' | 'rank' | 'statedAt' | 'validFrom' | 'policyVersionId' | 'unknownReason'
>;

const valuesOf = <V extends string>(list: { readonly values: Readonly<Record<V, string>> }) =>
  Object.keys(list.values) as V[];
const oneOf = <V extends string>(list: { readonly values: Readonly<Record<V, string>> }) =>
  fc.constantFrom(...valuesOf(list));

const id = fc.integer({ min: 0, max: 9999 }).map((n) => `CoverageStatement:synthetic/${n}`);
const shared = {
  id,
  rank: fc.constantFrom(...valuesOf(StatementRank).filter((rank) => rank !== 'DEPRECATED')),
  validFrom: fc.constantFrom(null, '2020-01-01', '2024-01-01', '2026-01-01'),
  policyVersionId: fc.constantFrom(null, 'PolicyVersion:synthetic/1'),
};
const valued: fc.Arbitrary<Said> = fc.record({
  ...shared,
  covered: oneOf(CoveredStatus),
  statedAt: oneOf(StatedAt),
  unknownReason: fc.constant(null),
});
const open: fc.Arbitrary<Said> = fc.record({
  ...shared,
  covered: fc.constant(null),
  statedAt: fc.constant(null),
  unknownReason: oneOf(UnknownReason),
});
const distinct = { selector: ({ id: key }: Said) => key, maxLength: 6 };
const statements = fc.uniqueArray(fc.oneof(valued, open), distinct);
const reasons = fc.array(oneOf(UnknownReason), { maxLength: 2 });

function cell(
  said: readonly Said[],
  gaps: readonly (keyof typeof UnknownReason.values)[] = [],
  ended: readonly ValidityRow[] = [],
) {
  const rows = said as readonly CoverageRow[]; // the columns that decide
  return decide(rows, gaps.map((reason, i) => ({ id: `DataGap:${i}`, reason })) as never, ended);
}

test('the order in which statements were found changes nothing', () => {
  const shuffled = statements.chain((said) =>
    fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
  );
  fc.assert(
    fc.property(shuffled, ([said, other]) => {
      const [one, two] = [cell(said), cell(other)];
      expect(two.state).toBe(one.state);
      if (one.state !== 'UNKNOWN') expect(two.statements).toEqual(one.statements);
    }),
  );
});

test('the statements that were given are not put in another order where they came from', () => {
  fc.assert(
    fc.property(statements, (said) => {
      const before = [...said];
      cell(said);
      expect(said).toEqual(before);
    }),
  );
});

test('a cell is unknown exactly when nothing holds a value, and then it has a reason', () => {
  fc.assert(
    fc.property(statements, reasons, (said, gaps) => {
      const { state, unknownReason } = cell(said, gaps);
      expect(state === 'UNKNOWN').toBe(said.every(({ covered }) => covered === null));
      expect(unknownReason !== null).toBe(state === 'UNKNOWN');
      expect(Object.keys(CellState.values)).toContain(state);
    }),
  );
});

test('gaps and open statements never outweigh a value', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(valued, { ...distinct, minLength: 1 }),
      fc.array(open, { maxLength: 3 }),
      reasons,
      (said, silent, gaps) => {
        expect(cell([...silent, ...said], gaps)).toEqual(cell(said));
      },
    ),
  );
});

test('statements of the best rank that differ conflict; those of one mind never do', () => {
  fc.assert(
    fc.property(fc.uniqueArray(valued, { ...distinct, minLength: 1 }), (said) => {
      const preferred = said.filter(({ rank }) => rank === 'PREFERRED');
      const best = new Set((preferred.length > 0 ? preferred : said).map(({ covered }) => covered));
      const [only] = best;
      expect(cell(said).state).toBe(best.size > 1 ? 'CONFLICTING' : only);
    }),
  );
});

test('a preferred statement decides against any number of ordinary ones', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(valued, { ...distinct, minLength: 1 }),
      oneOf(CoveredStatus),
      (said, covered) => {
        const ordinary = said.map((statement) => ({ ...statement, rank: 'NORMAL' as const }));
        const preferred: Said = {
          id: 'CoverageStatement:best',
          covered,
          rank: 'PREFERRED',
          statedAt: 'GENERAL_RULE',
          validFrom: null,
          policyVersionId: null,
          unknownReason: null,
        };
        const answer = cell([...ordinary, preferred]);
        expect(answer.state).toBe(covered);
        expect(answer.statements[0]?.id).toBe(preferred.id);
        expect(answer.statements).toHaveLength(said.length + 1);
      },
    ),
  );
});

test('where the code did not exist nothing applies, whatever is said, because of what shows that it did not', () => {
  const ended = [{ id: 'CodeValidity:synthetic' } as ValidityRow]; // that there is one decides
  fc.assert(
    fc.property(statements, reasons, (said, gaps) => {
      expect(cell(said, gaps, ended)).toEqual({
        state: 'NOT_APPLICABLE',
        rule: 'no-code-existed',
        because: ended,
        statements: [],
        unknownReason: null,
        gaps: [],
      });
    }),
  );
});

test('an answer rests on the statements of the best rank alone, and an unknown one on all that leave it open', () => {
  fc.assert(
    fc.property(statements, reasons, (said, gaps) => {
      const { state, because, statements: found } = cell(said, gaps);
      const ranks = new Set(because.map(({ rank }) => rank));
      if (state === 'UNKNOWN') expect(because).toEqual(found);
      else expect([ranks.size, because[0]]).toEqual([1, found[0]]);
      if (ranks.has('NORMAL')) expect(because).toHaveLength(found.length);
    }),
  );
});

describe('the best of several that agree', () => {
  const base: Said = {
    id: 'CoverageStatement:a',
    covered: 'COVERED',
    rank: 'NORMAL',
    statedAt: 'NAMED_CODE',
    validFrom: '2024-01-01',
    policyVersionId: null,
    unknownReason: null,
  };
  const bestOf = (...said: Said[]) => cell(said).statements[0]?.id;

  test('names the code rather than the service, though it be older', () => {
    expect(
      bestOf(
        { ...base, id: 'CoverageStatement:b', statedAt: 'SERVICE_FAMILY', validFrom: '2026-01-01' },
        base,
      ),
    ).toBe(base.id);
  });

  test('is the later, where both are as precise', () => {
    expect(bestOf(base, { ...base, id: 'CoverageStatement:b', validFrom: '2026-01-01' })).toBe(
      'CoverageStatement:b',
    );
  });
});
