/**
 * The family and the components of any code on a day. Where people put no family together, one is worked out from the
 * PC/TC indicator and the RVUs of the day: a proposal, which is never stored. A code of which nothing holds is a family of one.
 */

import { type IndicatedSplit, splitByIndicator } from '../codes/indicator-components.ts';
import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import type { Memory, Unit } from '../release/small-tables.ts';
import {
  billingCode,
  feeScheduleEntry,
  type indicator,
  type modifier,
  pcTcIndicator,
  type serviceComponent,
  type serviceFamily,
} from '../tables/index.ts';
import { inWords, withModifier } from '../tables/sentences.ts';
import { type ProposedFamily, proposedFamiliesOf, sumInWords } from './proposed-families.ts';
import { familyOfCode, proposedComponentId } from './proposed-ids.ts';

type Fee = Row<typeof feeScheduleEntry>;
type Indicator = Row<typeof pcTcIndicator>;

/** A component that was worked out, and the one way to bill it. */
export interface CodeComponent {
  readonly row: Row<typeof serviceComponent>;
  readonly unit: Unit;
}

/** A family that was worked out for a day. */
export interface CodeFamily {
  readonly row: Row<typeof serviceFamily>;
  /** The whole service first. */
  readonly components: readonly CodeComponent[];
  /** What it follows from; empty where nothing that is known speaks of the code on the day. */
  readonly because: readonly (Fee | Indicator)[];
  /** The name of the rule, and what it says of this code. */
  readonly rule: 'sum-of-parts' | 'pctc-indicator' | 'nothing-known';
  readonly note: string;
}

const codesById = `
  select ${selectList(billingCode, 't')}
  from json_each(:ids) k
  cross join billing_code t
  where t.id = k.value`;
const indicatorsOfCodes = rowsOfCodes(pcTcIndicator, live('t'));
const wholeFeesOfCodes = rowsOfCodes(feeScheduleEntry, `t.modifier_id is null and ${live('t')}`);

/** Whether people put the code in a family. */
function isReviewed(memory: Memory, codeId: string): boolean {
  return memory.unitsWith(codeId).length > 0;
}

/**
 * The families worked out that report some codes, in the order of the codes: those of which the code is the whole or a
 * part. Undefined for a code that people put in a family, and for one that the graph does not have.
 */
export function familiesOfCodes(
  store: Store,
  memory: Memory,
  codeIds: readonly string[],
  asOf: AsOf,
): readonly (CodeFamily | undefined)[] {
  return workedOut(store, memory, codeIds, asOf, 'WHOLE_OR_PART');
}

/** The same of the families that have some codes as their whole, or as the only code. */
export function familiesOfWholes(
  store: Store,
  memory: Memory,
  codeIds: readonly string[],
  asOf: AsOf,
): readonly (CodeFamily | undefined)[] {
  return workedOut(store, memory, codeIds, asOf, 'WHOLE');
}

function workedOut(
  store: Store,
  memory: Memory,
  codeIds: readonly string[],
  asOf: AsOf,
  as: 'WHOLE' | 'WHOLE_OR_PART',
): readonly (CodeFamily | undefined)[] {
  const open = [...new Set(codeIds)].filter((id) => !isReviewed(memory, id));
  if (open.length === 0) return codeIds.map(() => undefined);
  const ownFees = store.all<Fee>(wholeFeesOfCodes, { ...asOf, codes: JSON.stringify(open) });
  const maySplit = ownFees.filter(({ pcTcIndicator: value }) => ['2', '3', '4'].includes(value));
  const sums = proposedFamiliesOf(
    store,
    maySplit.map(({ codeId }) => codeId),
    asOf,
    (id) => isReviewed(memory, id),
  );
  const wholeOf = (id: string) =>
    as === 'WHOLE'
      ? id
      : (sums.find(({ parts }) => parts.some((part) => part.codeId === id))?.whole.codeId ?? id);
  const wholes = JSON.stringify([...new Set(open.map(wholeOf))]);
  const codes = store.all<Row<typeof billingCode>>(codesById, { ids: wholes });
  const indicators = store.all<Indicator>(indicatorsOfCodes, { ...asOf, codes: wholes });
  const families = new Map(
    codes.map((code) => [
      code.id,
      familyAround(memory, code, asOf, {
        sum: sums.find(({ whole }) => whole.codeId === code.id),
        indicator: preferred(indicators.filter(({ codeId }) => codeId === code.id)),
        fee: preferred(ownFees.filter(({ codeId }) => codeId === code.id)),
      }),
    ]),
  );
  return codeIds.map((id) => (isReviewed(memory, id) ? undefined : families.get(wholeOf(id))));
}

function preferred<R extends { readonly rank: string }>(rows: readonly R[]): R | undefined {
  return rows.find(({ rank }) => rank === 'PREFERRED') ?? rows[0];
}

/** What a family may be worked out from. */
interface Evidence {
  readonly sum: ProposedFamily | undefined;
  readonly indicator: Indicator | undefined;
  readonly fee: Fee | undefined;
}

type Code = Row<typeof billingCode>;

function familyAround(memory: Memory, code: Code, asOf: AsOf, evidence: Evidence): CodeFamily {
  const { sum, indicator: stated, fee } = evidence;
  if (sum) return ofSum(code, sum, stated);
  const value = stated?.indicator.slice(-1) ?? fee?.pcTcIndicator;
  const because = stated ?? fee;
  if (value === undefined || because === undefined)
    return {
      ...familyOf(code, 'GLOBAL_ONLY', [{ role: 'GLOBAL', codeId: code.id, modifierId: null }]),
      because: [],
      rule: 'nothing-known',
      note: `Proposed: ${code.code} alone. No PC/TC indicator and no row of the fee schedule that is known holds for it on ${asOf.dateOfService}, so nothing shows whether it splits.`,
    };
  const { pattern, parts, note } = readIndicator(memory, value);
  const unsplit =
    value === '4' ? ' No codes near it have RVUs that add up to its own, so its parts are not found.' : '';
  return {
    ...familyOf(
      code,
      pattern,
      parts.map((part) => ({ ...part, codeId: code.id })),
    ),
    because: [because],
    rule: 'pctc-indicator',
    note: `Proposed from ${note}${unsplit}`,
  };
}

function readIndicator(memory: Memory, value: string): IndicatedSplit {
  const meaning = memory.get('indicator', `Indicator:pctc/${value}`) as Row<typeof indicator> | undefined; // a row of that table
  const modifiers = memory.all('modifier') as unknown as readonly Row<typeof modifier>[]; // rows of that table
  return splitByIndicator(value, meaning, modifiers);
}

function ofSum(code: Code, sum: ProposedFamily, stated: Indicator | undefined): CodeFamily {
  const parts = sum.parts.map(
    ({ codeId, pcTcIndicator: value }): Billed => ({
      role: value === '3' ? 'TECHNICAL' : 'PROFESSIONAL',
      codeId,
      modifierId: null,
    }),
  );
  return {
    ...familyOf(code, 'STAND_ALONE_CODES', [{ role: 'GLOBAL', codeId: code.id, modifierId: null }, ...parts]),
    because: [...(stated ? [stated] : []), sum.whole, ...sum.parts],
    rule: 'sum-of-parts',
    note: `Proposed: ${sumInWords(sum)}`,
  };
}

/** A component as it is billed. */
type Billed = Pick<Row<typeof serviceComponent>, 'role'> & Omit<Unit, 'componentId'>;

/** The component as the last words of its name. */
function named(role: Billed['role']): string {
  if (role === 'GLOBAL') return 'whole service';
  return role === 'TECHNICAL' || role === 'PROFESSIONAL' ? `${inWords(role)} part` : inWords(role);
}

function familyOf(
  code: Code,
  pattern: CodeFamily['row']['pattern'],
  billed: readonly Billed[],
): Pick<CodeFamily, 'row' | 'components'> {
  const { id, slug } = familyOfCode(code.id);
  return {
    row: {
      id,
      slug,
      label: code.label,
      description: `What ${code.code} reports, with its parts as far as they follow from the fee schedule. A proposal: people have not reviewed it.`,
      pattern,
      groupId: null,
    },
    components: billed.map(({ role, codeId, modifierId }, seq) => {
      const unit = { componentId: proposedComponentId(id, codeId, modifierId), codeId, modifierId };
      const label = `${withModifier(codeId, modifierId)}: ${named(role)}`;
      return { row: { id: unit.componentId, familyId: id, role, label, seq }, unit };
    }),
  };
}
