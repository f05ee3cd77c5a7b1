/** What Medicare allows for a code under the physician fee schedule, on a day, in a setting and a locality, and the rows it follows from. */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import type { UnknownReason, ValueOf } from '../enums/index.ts';
import type { NearestDays } from '../history/other-days.ts';
import { editionsOfStatements, lastConfirmed } from '../history/releases-read.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import type { Memory } from '../release/small-tables.ts';
import type { anesthesiaBaseUnits, anesthesiaFactor } from '../tables/index.ts';
import { conversionFactor, feeScheduleEntry, imagingCap, localityIndex } from '../tables/index.ts';
import { type LackingRow, withOtherDays } from './amount-other-days.ts';
import { type AnesthesiaRows, anesthesiaAmount, anesthesiaRows } from './anesthesia.ts';
import { capInWords, noRow, noSum, notConfirmed, sumInFigures } from './derivation-text.ts';
import { capAmount, nationalIndices, type PracticeSetting, rvuAmount, unpriced } from './rvu-arithmetic.ts';

type Fee = Row<typeof feeScheduleEntry>;
type Factor = Row<typeof conversionFactor>;
type Index = Row<typeof localityIndex>;
type Cap = Row<typeof imagingCap>;

/** The question that is answered for each code. */
export interface FeeQuestion {
  /** The modifier of the row; null for the row without one. */
  readonly modifierId: string | null;
  readonly setting: PracticeSetting;
  /** Null for the whole country, where every index is taken as 1. */
  readonly jurisdictionId: string | null;
  /** Whether a qualifying participant of an advanced alternative payment model bills. */
  readonly qualifyingApm: boolean;
  /** How long anaesthesia took; null where it is not given. */
  readonly anesthesiaMinutes: number | null;
  readonly asOf: AsOf;
}

/** The amount in cents, or why there is none, and the rows that it follows from. */
export interface FeeAmount {
  readonly amount: number | null;
  /** What the RVUs make, before the cap. */
  readonly uncapped: number | null;
  /** What it is capped at; null where nothing caps it. */
  readonly cap: number | null;
  /** Set exactly where there is no amount. */
  readonly unknownReason: ValueOf<typeof UnknownReason> | null;
  /** The row that is not there on the day; null where none is lacking. */
  readonly lacks: LackingRow | null;
  /** The nearest days for which it is there; null where none is lacking. */
  readonly nearest: NearestDays | null;
  /** The sum in figures, or the reason in words. */
  readonly note: string;
  readonly entry: Fee | null;
  readonly factor: Factor | null;
  readonly index: Index | null;
  readonly capEntry: Cap | null;
  readonly baseUnits: Row<typeof anesthesiaBaseUnits> | null;
  /** In tenths; null where the time does not count. */
  readonly timeUnits: number | null;
  readonly anesthesiaFactor: Row<typeof anesthesiaFactor> | null;
}

const feesOfCodes = rowsOfCodes(feeScheduleEntry, live('t'));

const capsOfCodes = `
  select ${selectList(imagingCap, 't')}
  from json_each(:codes) k
  cross join imaging_cap t
  where t.code_id = k.value and t.jurisdiction_id = :jurisdictionId and t.modifier_id is :modifierId and ${live('t')}
  order by t.code_id, t.id`;

const indexOf = `
  select ${selectList(localityIndex, 't')} from locality_index t
  where t.jurisdiction_id = :jurisdictionId and ${live('t')} order by t.id limit 1`;

const factorsOfMedicare = `
  select ${selectList(conversionFactor, 't')} from conversion_factor t
  where t.payer_id = 'Payer:medicare' and ${live('t')} order by t.id`;

/** The amounts of codes, in the order of `codeIds`, read with five SQL statements, seven where anaesthesia is among them, and three more for each kind of row that is lacking. */
export function feeAmounts(
  store: Store,
  memory: Memory,
  codeIds: readonly string[],
  question: FeeQuestion,
): FeeAmount[] {
  const { asOf, jurisdictionId, modifierId } = question;
  const codes = JSON.stringify(codeIds);
  const rows = Map.groupBy(store.all<Fee>(feesOfCodes, { ...asOf, codes }), ({ codeId }) => codeId);
  const factors = store.all<Factor>(factorsOfMedicare, { ...asOf });
  const index = jurisdictionId ? (store.get<Index>(indexOf, { ...asOf, jurisdictionId }) ?? null) : null;
  const caps = jurisdictionId
    ? store.all<Cap>(capsOfCodes, { ...asOf, codes, jurisdictionId, modifierId })
    : [];
  const maybeAnesthesia = codeIds.filter((codeId) =>
    (rows.get(codeId) ?? []).every(({ statusCode }) => statusCode === 'J'),
  );
  const anesthesia = anesthesiaRows(store, maybeAnesthesia, question);
  const amounts = codeIds.map((codeId) =>
    amountOf(question, memory, {
      rows: rows.get(codeId) ?? [],
      anesthesia: anesthesia.get(codeId),
      factors,
      index,
      capEntry: caps.find((cap) => cap.codeId === codeId) ?? null,
    }),
  );
  return withConfirmation(store, withOtherDays(store, codeIds, question, amounts), asOf);
}

/** Adds to the notes up to which day the releases of a row confirm it, where that is before the day of the question. */
function withConfirmation(store: Store, amounts: readonly FeeAmount[], asOf: AsOf): FeeAmount[] {
  const editions = editionsOfStatements(
    store,
    amounts.map(({ entry }) => entry?.id ?? ''),
  );
  return amounts.map((amount, i) => {
    const last = lastConfirmed(editions[i] ?? [], asOf);
    return last === null ? amount : { ...amount, note: `${amount.note} ${notConfirmed(last)}` };
  });
}

interface FeeRows {
  readonly rows: readonly Fee[];
  /** Undefined where the code is none of anaesthesia, or no file gives its base units. */
  readonly anesthesia: AnesthesiaRows | undefined;
  readonly factors: readonly Factor[];
  readonly index: Index | null;
  readonly capEntry: Cap | null;
}

/** What there is where no amount is set. */
export const noAmount = {
  amount: null,
  uncapped: null,
  cap: null,
  entry: null,
  factor: null,
  index: null,
  capEntry: null,
  baseUnits: null,
  timeUnits: null,
  anesthesiaFactor: null,
  lacks: null,
  nearest: null,
} as const;

function amountOf(question: FeeQuestion, memory: Memory, feeRows: FeeRows): FeeAmount {
  const { setting, jurisdictionId } = question;
  const { rows, index, capEntry } = feeRows;
  const entry = rows.find(({ modifierId }) => modifierId === question.modifierId);
  if (feeRows.anesthesia)
    return { ...noAmount, entry: entry ?? null, ...anesthesiaAmount(question, feeRows.anesthesia) };
  const none = { ...noAmount, entry: entry ?? null, index, capEntry };
  if (!entry) {
    const note = noRow(question.modifierId, rows[0]);
    return rows.length > 0 && question.modifierId
      ? { ...none, unknownReason: 'NOT_PRICED_UNDER_SCHEDULE', note }
      : { ...none, unknownReason: 'NOT_YET_REVIEWED', lacks: 'ENTRY', note };
  }
  const reason = unpriced(entry, setting);
  if (reason) {
    const cap = statedCap(capEntry, setting);
    const words = noSum(reason.because, entry, setting, memory);
    const note = cap === null ? words : `${words} ${capInWords(cap, false)}`;
    return { ...none, cap, unknownReason: reason.reason, note };
  }
  if (jurisdictionId && !index) {
    const note = `No index (GPCI) of ${jurisdictionId} is loaded for that day: load the GPCI file of its year.`;
    return { ...none, unknownReason: 'NOT_YET_REVIEWED', lacks: 'INDEX', note };
  }
  const factor = factorFor(entry, question.qualifyingApm, feeRows.factors);
  if (!factor) {
    const note =
      'No conversion factor for qualifying participants is loaded for that day: load the QPP file of its release.';
    return { ...none, unknownReason: 'NOT_YET_REVIEWED', lacks: 'FACTOR', note };
  }
  return {
    ...none,
    unknownReason: null,
    factor: factor.row,
    ...paid(entry, question, factor.value, index, capEntry),
  };
}

function paid(entry: Fee, question: FeeQuestion, factor: number, index: Index | null, capEntry: Cap | null) {
  const { setting, qualifyingApm } = question;
  const indices = index ?? nationalIndices;
  const uncapped = rvuAmount(entry, setting, indices, factor);
  const stated = qualifyingApm ? null : statedCap(capEntry, setting);
  const cap = stated ?? capAmount(entry, setting, indices, factor);
  const sum = sumInFigures(entry, setting, indices, factor, uncapped);
  const lowers = cap !== null && cap < uncapped;
  return {
    amount: lowers ? cap : uncapped,
    uncapped,
    cap,
    note: lowers ? `${sum} ${capInWords(cap, true)}` : sum,
  };
}

function statedCap(capEntry: Cap | null, setting: PracticeSetting): number | null {
  if (!capEntry) return null;
  return setting === 'FACILITY' ? capEntry.facilityCap : capEntry.nonFacilityCap;
}

/** The factor of a row is that of everyone else; qualifying participants have one of their own from 2026 on. */
function factorFor(
  entry: Fee,
  qualifying: boolean,
  factors: readonly Factor[],
): { readonly value: number; readonly row: Factor | null } | undefined {
  const own = factors.find(({ appliesTo }) => appliesTo === 'QUALIFYING_APM');
  if (qualifying && own) return { value: own.factor, row: own };
  const same = factors.find(
    ({ appliesTo, factor }) => appliesTo !== 'QUALIFYING_APM' && factor === entry.conversionFactor,
  );
  if (qualifying && same?.appliesTo !== 'ALL') return undefined;
  return { value: entry.conversionFactor, row: same ?? null };
}
