/** A draft claim, what a check of it finds, and what a rule is. Rules are pure: evidence in, findings out. */

import type { Cell } from '../coverage/matrix.ts';
import type * as e from '../enums/index.ts';
import { holdsOn } from '../kit/as-of.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import type { Row } from '../kit/table.ts';
import type { Memory } from '../release/small-tables.ts';
import type * as t from '../tables/index.ts';

/** A line as it would stand on the claim; `index` is its place, counted from 0. */
export interface ClaimLine {
  readonly index: number;
  /** Id of the code as written, whether or not this release holds it. */
  readonly codeId: string;
  /** Two-character modifiers as written. */
  readonly modifiers: readonly string[];
  /** With one decimal at most. */
  readonly units: number;
  /** Two digits; null when the claim gives none. */
  readonly placeOfService: string | null;
  /** Ids of diagnoses as written. */
  readonly diagnosisIds: readonly string[];
  /** YYYY-MM-DD. */
  readonly dateOfService: string;
  /** The day of the last service of this kind, where the claim tells; YYYY-MM-DD. */
  readonly lastServiceOn: string | null;
}

/** A draft claim. It holds no patient data. */
export interface Claim {
  readonly payerId: string | null;
  readonly lineOfBusiness: keyof typeof e.LineOfBusiness.values | null;
  readonly claimForm: keyof typeof e.ClaimForm.values;
  readonly lines: readonly ClaimLine[];
}

/** Of which family a code is which component. */
export interface StandAlone {
  readonly familyId: string;
  readonly role: keyof typeof e.ComponentRole.values;
}

/** The same where the family was worked out, with the ids of what it follows from. */
export interface ProposedComponent extends StandAlone {
  readonly because: readonly string[];
}

/** What the graph holds about the codes of a claim, whatever the day; `on` keeps what holds on one. */
export interface Evidence {
  /** What kind of payer the claim goes to; undefined where it names none that is known. */
  readonly payerKind: Row<typeof t.payer>['kind'] | undefined;
  /** What people call it; "The payer" where the claim names none that is known. */
  readonly payerLabel: string;
  readonly codes: ReadonlyMap<string, Row<typeof t.billingCode>>;
  /** The modifiers that this release has, by their two characters. */
  readonly modifiers: ReadonlySet<string>;
  readonly validity: readonly Row<typeof t.codeValidity>[];
  /** The last day for which the releases that state a validity were published, where a day is after it; else null. */
  readonly lastConfirmed: (id: string, day: string) => string | null;
  /** When the modifiers of Level II on the claim stand, whatever the day. */
  readonly modifierValidity: readonly Row<typeof t.modifierValidity>[];
  readonly indicators: readonly Row<typeof t.pcTcIndicator>[];
  /** What each value of an indicator means, by field and value, such as pctc/1. */
  readonly meanings: ReadonlyMap<string, Row<typeof t.indicator>>;
  /** How Medicare or any payer wants claims billed, by id, whatever the day. */
  readonly billingRules: ReadonlyMap<string, Row<typeof t.billingRule>>;
  /** The modifiers that bill a part of a service, as written: 26 and TC. */
  readonly componentModifiers: ReadonlySet<string>;
  readonly modifierRules: readonly Row<typeof t.modifierRule>[];
  readonly addOnEdits: readonly Row<typeof t.addOnEdit>[];
  /** The days of service for which a release of the add-on code edits was loaded. */
  readonly addOnDays: ReadonlySet<string>;
  readonly edits: readonly Row<typeof t.codePairEdit>[];
  /** Whether files of the table of edits that judges the claim were loaded that would have an edit of two codes, for a day. */
  readonly arePairsRead: (codeId: string, otherId: string, day: string) => boolean;
  readonly limits: readonly Row<typeof t.unitLimit>[];
  readonly fees: readonly Row<typeof t.feeScheduleEntry>[];
  readonly oppsStatuses: readonly Row<typeof t.oppsStatus>[];
  readonly diagnoses: ReadonlyMap<string, Row<typeof t.diagnosisCode>>;
  /** The releases of ICD-10-CM in which the diagnoses stand, whatever the day. */
  readonly diagnosisValidity: readonly Row<typeof t.diagnosisValidity>[];
  /** The days of service for which a release of ICD-10-CM was loaded. */
  readonly diagnosisDays: ReadonlySet<string>;
  readonly support: readonly (Row<typeof t.diagnosisSupport> & { readonly payerId: string | null })[];
  /** Criteria on frequency in the policies of the payer, whatever the day. */
  readonly frequencies: readonly Row<typeof t.coverageCriterion>[];
  /** The codes that each of them names. */
  readonly frequencyCodes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Place of service by its two digits. */
  readonly places: ReadonlyMap<string, Row<typeof t.placeOfService>>;
  /** Family and role of each stand-alone component code. */
  readonly standAlone: ReadonlyMap<string, StandAlone>;
  /** The same of codes that people put in no family, as worked out for each day of service. */
  readonly proposed: ReadonlyMap<string, ReadonlyMap<string, ProposedComponent>>;
  /** The matrix cells of each line by its index, one a line of business; none where payer or component is not known. */
  readonly cells: ReadonlyMap<number, readonly Cell[]>;
  /** Today, YYYY-MM-DD. */
  readonly today: string;
  /** What the check looked in, for messages. */
  readonly release: string;
}

/** Something a biller should look at. `because` is never empty: ids of statements or entities that carry citations. */
export interface Finding {
  readonly rule: keyof typeof e.ClaimRule.values;
  readonly severity: keyof typeof e.FindingSeverity.values;
  readonly line: number;
  readonly message: string;
  /** What to do; null when nothing can be advised. */
  readonly fix: string | null;
  readonly because: readonly string[];
}

/** Something that could not be judged, and why. */
export interface NotChecked {
  readonly rule: keyof typeof e.ClaimRule.values;
  readonly line: number;
  readonly reason: string;
}

/** What a rule makes of a claim. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** A rule: what it makes of one line in its claim. It never looks at what other rules found. */
export type Rule = (line: ClaimLine, claim: Claim, evidence: Evidence) => Judgement;

/** What the check is made against. */
export interface CheckContext {
  readonly store: Store;
  readonly memory: Memory;
  /** The state of knowledge, YYYY-MM-DDTHH:MM:SSZ. */
  readonly knownAt: string;
  readonly today: string;
  /** How to name this release in a message. */
  readonly release: string;
}

/** Nothing to say. */
export const nothing: Judgement = { findings: [], notChecked: [] };

export function found(...findings: readonly Finding[]): Judgement {
  return { findings, notChecked: [] };
}

export function unjudged(rule: NotChecked['rule'], line: ClaimLine, reason: string): Judgement {
  return { findings: [], notChecked: [{ rule, line: line.index, reason }] };
}

interface Dated {
  readonly rank: keyof typeof e.StatementRank.values;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The rows that hold on a day, the preferred first. */
export function on<R extends Dated>(day: string, rows: readonly R[]): R[] {
  const holding = rows.filter((row) => holdsOn(day, row));
  return holding.sort((a, b) => Number(b.rank === 'PREFERRED') - Number(a.rank === 'PREFERRED'));
}

/** What to add to a message when the row's end is not known, so that its hold on the day is an assumption. */
export function asRead({ validEnd }: { readonly validEnd: keyof typeof e.ValidityEnd.values }): string {
  return validEnd === 'NOT_KNOWN'
    ? ' The table that was read does not show whether it still held on that day.'
    : '';
}

/** A billing rule that holds on a day; undefined where none is on record. */
export function billingRuleOn(
  day: string,
  id: string,
  { billingRules }: Evidence,
): Row<typeof t.billingRule> | undefined {
  const rule = billingRules.get(id);
  return rule && holdsOn(day, rule) ? rule : undefined;
}

/** Field and value of a PC/TC indicator, as `meanings` has them. */
export function pcTc(indicator: string): string {
  return `pctc/${indicator.slice(-1)}`;
}

/** The PC/TC indicator of the line's code on its day. */
export function pcTcOf(
  { codeId, dateOfService }: ClaimLine,
  { indicators }: Evidence,
): Row<typeof t.pcTcIndicator> | undefined {
  const [statement] = on(
    dateOfService,
    indicators.filter((row) => row.codeId === codeId),
  );
  return statement;
}

/** What a rule says where no indicator of the line's code was read for its day. */
export function noPcTc({ codeId, dateOfService }: ClaimLine): string {
  return `No release that was read gives a PC/TC indicator for ${lastPart(codeId)} on ${dateOfService}.`;
}

/** The table of NCCI edits that a claim is judged by. */
export function serviceTypeOf({ claimForm }: Claim): 'PRACTITIONER' | 'OUTPATIENT_HOSPITAL' {
  return claimForm === 'PROFESSIONAL_837P_CMS1500' ? 'PRACTITIONER' : 'OUTPATIENT_HOSPITAL';
}

/** Whether component modifiers can be used with a PC/TC indicator; undefined where its meaning does not speak of them. */
export function allowsComponentModifiers(
  { meanings }: Evidence,
  { indicator }: Row<typeof t.pcTcIndicator>,
): boolean | undefined {
  const allows = meanings.get(pcTc(indicator))?.allowsComponentModifiers ?? null;
  return allows === null ? undefined : allows === 1;
}

/** Whether a claim is judged by the rules of Medicare: its payer is Medicare or a contractor, or its line of business is. */
export function isMedicare({ lineOfBusiness }: Claim, { payerKind }: Evidence): boolean {
  return (
    payerKind === 'MEDICARE_FFS' || payerKind === 'MEDICARE_CONTRACTOR' || lineOfBusiness === 'MEDICARE_FFS'
  );
}
