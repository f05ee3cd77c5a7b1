/** One rule of the claim check alone: a claim and its evidence by hand, of which a test states the columns that decide. */

import type { Claim, ClaimLine, Evidence, Rule } from '../../../db/claims/claim.ts';
import type { Row, Table } from '../../../db/kit/table.ts';
import type * as t from '../../../db/tables/index.ts';
import { ids } from '../../kit/synthetic.ts';

/** Ids of codes beside the synthetic one. */
export const codes = {
  own: ids.code,
  part: 'BillingCode:CPT:99998',
  other: 'BillingCode:CPT:99997',
} as const;

/** A statement that holds on every day unless it says otherwise. */
export function row<T extends Table>(id: string, values: Partial<Row<T>>): Row<T> {
  const ordinary = { rank: 'NORMAL', validFrom: null, validTo: null, validEnd: 'KNOWN' };
  return { id, ...ordinary, codeId: codes.own, ...values } as unknown as Row<T>; // the columns that decide
}

interface Draft {
  readonly claim?: Partial<Claim>;
  /** The line that is judged. */
  readonly line?: Partial<ClaimLine>;
  readonly others?: readonly Partial<ClaimLine>[];
  readonly evidence?: Partial<Evidence>;
}

/** What a rule makes of the first line of a claim to Medicare, for one unit on 2025-06-01. */
export function judge(rule: Rule, { claim = {}, line = {}, others = [], evidence = {} }: Draft) {
  const [first, ...rest] = [line, ...others].map(
    (values, i): ClaimLine => ({
      index: i + 3, // no line is found by its place in the list
      codeId: codes.own,
      modifiers: [],
      units: 1,
      placeOfService: null,
      diagnosisIds: [],
      dateOfService: '2025-06-01',
      lastServiceOn: null,
      ...values,
    }),
  ) as [ClaimLine, ...ClaimLine[]]; // the line that is judged and others
  const whole: Claim = {
    payerId: 'Payer:medicare',
    lineOfBusiness: null,
    claimForm: 'PROFESSIONAL_837P_CMS1500',
    ...claim,
    lines: [...rest, first],
  };
  const nothing: Evidence = {
    codes: new Map(),
    modifiers: new Set(['26', 'TC', '59', 'ZZ']),
    addOnEdits: [],
    addOnDays: new Set(),
    arePairsRead: () => true,
    billingRules: new Map(),
    validity: [],
    lastConfirmed: () => null,
    modifierValidity: [],
    indicators: [],
    modifierRules: [],
    edits: [],
    limits: [],
    fees: [],
    oppsStatuses: [],
    diagnoses: new Map(),
    diagnosisValidity: [],
    diagnosisDays: new Set(),
    support: [],
    frequencies: [],
    frequencyCodes: new Map(),
    meanings: new Map(allMeanings),
    componentModifiers: new Set(['26', 'TC']),
    places: new Map(),
    standAlone: new Map(),
    proposed: new Map(),
    cells: new Map(),
    payerKind: kindOf(whole.payerId),
    payerLabel: 'Medicare',
    today: '2025-06-30',
    release: 'release of the test',
  };
  return rule(first, whole, { ...nothing, ...evidence });
}

/** That nothing was found, and nothing left open. */
export const passed = { findings: [], notChecked: [] };

/** That one thing was found. */
export function found(
  rule: string,
  severity: string,
  message: RegExp,
  fix: RegExp,
  because: readonly string[],
): object {
  const texts = { message: matching(message), fix: matching(fix) };
  return { findings: [{ rule, severity, line: 3, ...texts, because }], notChecked: [] };
}

/** That one thing could not be judged. */
export function open(rule: string, reason: RegExp): object {
  return { findings: [], notChecked: [{ rule, line: 3, reason: matching(reason) }] };
}

function matching(text: RegExp): unknown {
  return { asymmetricMatch: (value: unknown) => typeof value === 'string' && text.test(value) };
}

/** What a value of an indicator means: of those of PC/TC, 1 has component modifiers, and 6 to 9 leave it open. */
export function meaning(field: string, value: string): Row<typeof t.indicator> {
  const allows = field === 'pctc' && value < '6' ? Number(value === '1') : null;
  return {
    id: `Indicator:${field}/${value}`,
    field,
    value,
    label: 'synthetic',
    meaning: `Synthetic meaning of ${field} ${value}.`,
    allowsComponentModifiers: allows as 0 | 1 | null,
  };
}

const fields = {
  pctc: '0123456789',
  status: 'ABCEIJMNPRTX',
  bilateral: '01239',
  assistant: '0129',
  coSurgeons: '0129',
  teamSurgery: '0129',
  multipleProcedure: '012345679',
} as const;
const allMeanings = [
  ...Object.entries(fields).flatMap(([field, values]) => [...values].map((value) => meaning(field, value))),
  ...['000', '010', '090', 'MMM', 'XXX', 'YYY', 'ZZZ'].map((value) => meaning('global', value)),
].map((one) => [`${one.field}/${one.value}`, one] as const);

/** The kind of a payer of these tests, by its id. */
function kindOf(payerId: string | null) {
  if (payerId === 'Payer:medicare') return 'MEDICARE_FFS';
  return payerId?.startsWith('Payer:mac-') ? 'MEDICARE_CONTRACTOR' : 'NATIONAL_COMMERCIAL';
}
