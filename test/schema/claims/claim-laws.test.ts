/** The laws of the claim check, on generated claims over codes of the release and codes that are none. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, Finding } from '../../../db/claims/claim.ts';
import { ClaimForm, LineOfBusiness } from '../../../db/enums/index.ts';
import { release } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';
import { check, claim } from './claims.ts';

const real = idsOf('BillingCode').map((id) => id.slice(id.lastIndexOf(':') + 1));
const junk = ['00000', '99999', '0000T', 'Z9999'];
/** Codes that seldom come twice in a claim do, and a visit beside a procedure. */
const often = ['77080', '77089', '44388', '99213', '77080-26'];
const day = (years: readonly [number, number]) =>
  fc
    .date({ min: new Date(`${years[0]}-01-01`), max: new Date(`${years[1]}-12-31`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const days = fc.oneof(fc.constantFrom('2025-10-15', '2026-11-01'), day([2005, 2027]));
const keys = <K extends string>(list: { readonly values: Readonly<Record<K, string>> }) =>
  fc.constantFrom(...(Object.keys(list.values) as K[]));

const lines = fc.record({
  code: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...real) },
    { weight: 3, arbitrary: fc.constantFrom(...often) },
    fc.constantFrom(...junk),
  ),
  modifiers: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('26', 'TC', '59', 'XU', 'ZZ'),
      fc.constantFrom('50', 'RT', 'LT', '80', 'AS', '62', '66', '76', '24', '25', '57'),
    ),
    { maxLength: 2 },
  ),
  units: fc.constantFrom(1, 1, 2, 999),
  placeOfService: fc.constantFrom('11', '22', '24', '98', null),
  diagnoses: fc.uniqueArray(fc.constantFrom('M81.0', 'M81', 'M85.80', 'M85.811', 'Z99.99', '733.01'), {
    maxLength: 2,
  }),
  dateOfService: days,
  lastServiceOn: fc.option(days, { nil: null }),
});
const heads = fc.record({
  payerId: fc.option(fc.oneof(fc.constant('Payer:medicare'), fc.constantFrom(...idsOf('Payer'))), {
    nil: null,
  }),
  lineOfBusiness: fc.option(keys(LineOfBusiness), { nil: null }),
  claimForm: keys(ClaimForm),
});
/** Half of the claims are for one day, so that their lines meet. */
const manyLines = fc
  .tuple(fc.array(lines, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([all, together]) =>
    together ? all.map((line) => ({ ...line, dateOfService: all[0]?.dateOfService ?? '' })) : all,
  );
const claims = fc.tuple(heads, manyLines).map(([head, all]) => claim(all, head));
const runs = { numRuns: 60 };

/** A finding by what it rests on; its message may count what was added. */
const sense = ({ rule, severity, line, because }: Finding) => JSON.stringify([rule, severity, line, because]);

function citations(ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = release.store.all<{ id: string; n: number }>(
    'select k.value as id, (select count(*) from citation c where c.subject_id = k.value) as n from json_each(:ids) k',
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

interface Dated {
  readonly id: string;
  readonly rank: string;
  readonly holds: number;
}

/** The statements among some ids, and whether each holds on a day. */
function statements(ids: readonly string[], dateOfService: string): readonly Dated[] {
  return release.store.all<Dated>(
    `select t.id, t.rank, coalesce(t.valid_from <= :dateOfService, 1) and coalesce(t.valid_to > :dateOfService, 1) as holds
    from json_each(:ids) k cross join statement t where t.id = k.value`,
    { ids: JSON.stringify(ids), dateOfService },
  );
}

test('every finding cites: what it rests on is held, and has at least one citation', () => {
  fc.assert(
    fc.property(claims, (draft) => {
      const { findings } = check(draft);
      const cited = citations(findings.flatMap(({ because }) => because));
      for (const { because } of findings) {
        expect(because.length).toBeGreaterThan(0);
        for (const id of because) expect([id, cited.get(id)]).not.toEqual([id, 0]);
      }
    }),
    runs,
  );
});

test('no finding rests on a deprecated statement, and only the validity of a code on one that does not hold on the day', () => {
  fc.assert(
    fc.property(claims, (draft) => {
      for (const { because, line, rule } of check(draft).findings) {
        const found = statements(because, draft.lines[line]?.dateOfService ?? '');
        expect(found.filter(({ rank }) => rank === 'DEPRECATED')).toEqual([]);
        if (rule !== 'CODE_VALIDITY') expect(found.filter(({ holds }) => !holds)).toEqual([]);
      }
    }),
    runs,
  );
});

test('adding a line takes no finding from another line', () => {
  fc.assert(
    fc.property(claims, lines, (draft, more) => {
      const [line] = claim([more]).lines;
      if (!line) return;
      const longer = { ...draft, lines: [...draft.lines, { ...line, index: draft.lines.length }] };
      const kept = new Set(check(longer).findings.map(sense));
      expect(check(draft).findings.filter((finding) => !kept.has(sense(finding)))).toEqual([]);
    }),
    runs,
  );
});

test('the order of lines changes nothing that is found on a line, nor what could not be judged', () => {
  const shuffled = claims.chain((draft) =>
    fc.tuple(fc.constant(draft), fc.shuffledSubarray([...draft.lines], { minLength: draft.lines.length })),
  );
  fc.assert(
    fc.property(shuffled, ([draft, order]) => {
      const other: Claim = { ...draft, lines: order.map((line, index) => ({ ...line, index })) };
      const original = (index: number) => order[index]?.index ?? -1;
      const [one, two] = [check(draft), check(other)];
      const back = two.findings.map((finding) => ({ ...finding, line: original(finding.line) }));
      const left = two.notChecked.map((judgement) => ({ ...judgement, line: original(judgement.line) }));
      const sorted = (list: readonly object[]) => list.map((item) => JSON.stringify(item)).sort();
      expect([two.verdict, sorted(back), sorted(left)]).toEqual([
        one.verdict,
        sorted(one.findings),
        sorted(one.notChecked),
      ]);
    }),
    runs,
  );
});

test('a claim with a code that the release does not hold is never without findings, and says so on its line', () => {
  fc.assert(
    fc.property(claims, fc.constantFrom(...junk), fc.nat(4), (draft, code, at) => {
      const index = at % draft.lines.length;
      const [stranger] = claim([{ code }]).lines;
      const mixed = draft.lines.map((line) =>
        line.index === index ? { ...line, codeId: stranger?.codeId ?? '' } : line,
      );
      const { verdict, findings, notChecked } = check({ ...draft, lines: mixed });
      expect(verdict).not.toBe('NO_FINDINGS');
      expect([...findings, ...notChecked]).toContainEqual(
        expect.objectContaining({ rule: 'CODE_VALIDITY', line: index }),
      );
    }),
    runs,
  );
});

test('the verdict follows from the findings and from what could not be judged', () => {
  fc.assert(
    fc.property(claims, (draft) => {
      const { verdict, findings, notChecked } = check(draft);
      const serious = findings.some(({ severity }) => severity === 'ERROR' || severity === 'WARNING');
      const open = notChecked.length > 0 ? 'CANNOT_TELL' : 'NO_FINDINGS';
      expect(verdict).toBe(serious ? 'FINDINGS' : open);
    }),
    runs,
  );
});

test('no finding is message twice of a line', () => {
  fc.assert(
    fc.property(claims, (draft) => {
      // Two modifiers that a code cannot have rest on one indicator, and are two findings.
      const all = check(draft).findings.map((finding) => `${sense(finding)} ${finding.message}`);
      expect(new Set(all).size).toBe(all.length);
    }),
    runs,
  );
});
