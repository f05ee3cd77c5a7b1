/** What Medicare allows for anaesthesia: base units and time units, together times the conversion factor of the locality. */

import { rowsOfCodes } from '../codes/rows-of-codes.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { anesthesiaBaseUnits, anesthesiaFactor } from '../tables/index.ts';

type BaseUnits = Row<typeof anesthesiaBaseUnits>;
type Factor = Row<typeof anesthesiaFactor>;

/** What the amount of an anaesthesia code depends on besides the code. */
interface AnesthesiaQuestion {
  readonly modifierId: string | null;
  /** Null for the national factor. */
  readonly jurisdictionId: string | null;
  readonly qualifyingApm: boolean;
  /** Null where they are not given. */
  readonly anesthesiaMinutes: number | null;
  readonly asOf: AsOf;
}

/** The rows that an amount for anaesthesia follows from. */
export interface AnesthesiaRows {
  readonly baseUnits: BaseUnits;
  readonly factors: readonly Factor[];
}

const baseUnitsOfCodes = rowsOfCodes(anesthesiaBaseUnits, live('t'));

const factorsOfLocality = `
  select ${selectList(anesthesiaFactor, 't')} from anesthesia_factor t
  where t.payer_id = 'Payer:medicare' and t.jurisdiction_id is :jurisdictionId and ${live('t')} order by t.id`;

/** The rows of those of the codes that have base units, by code; two SQL statements at most. */
export function anesthesiaRows(
  store: Store,
  codeIds: readonly string[],
  { jurisdictionId, asOf }: Pick<AnesthesiaQuestion, 'jurisdictionId' | 'asOf'>,
): ReadonlyMap<string, AnesthesiaRows> {
  if (codeIds.length === 0) return new Map();
  const codes = JSON.stringify(codeIds);
  const units = store.all<BaseUnits>(baseUnitsOfCodes, { ...asOf, codes });
  const factors = units.length > 0 ? store.all<Factor>(factorsOfLocality, { ...asOf, jurisdictionId }) : [];
  return new Map(units.map((baseUnits) => [baseUnits.codeId, { baseUnits, factors }]));
}

/** Time units in tenths: the minutes divided by 15, rounded to one decimal (Medicare Claims Processing Manual, chapter 12, section 50.G). */
export function timeUnits(minutes: number): number {
  return Math.round((minutes * 2) / 3);
}

/** Codes for which Medicare recognises no time units (the same section). */
const withoutTime: ReadonlySet<string> = new Set(['BillingCode:CPT:01995', 'BillingCode:CPT:01996']);

const notApplied =
  'Modifiers of medical direction and supervision (AA, AD, QK, QX, QY, QZ) are not applied: no source of what they change was read.';

/** The amount in cents, or why there is none, and the rows that it follows from. */
export function anesthesiaAmount(question: AnesthesiaQuestion, { baseUnits, factors }: AnesthesiaRows) {
  const { modifierId, jurisdictionId, qualifyingApm, anesthesiaMinutes } = question;
  const none = { amount: null, uncapped: null, baseUnits, timeUnits: null, anesthesiaFactor: null };
  if (baseUnits.baseUnits === 0) {
    const note = 'The file gives the code 0 base units: no amount follows from its time alone.';
    return { ...none, unknownReason: 'NOT_PRICED_UNDER_SCHEDULE' as const, note };
  }
  if (modifierId) {
    const note = `What modifier ${lastPart(modifierId)} changes for anaesthesia is in no source that was read: without it, base and time units times the conversion factor are given.`;
    return { ...none, unknownReason: 'NOT_YET_REVIEWED' as const, note };
  }
  const timed = !withoutTime.has(baseUnits.codeId);
  if (timed && anesthesiaMinutes === null) {
    const note = `Anaesthesia is paid by base units, which are ${baseUnits.baseUnits} here, and by time: give \`anesthesiaMinutes\`.`;
    return { ...none, unknownReason: 'NOT_STATED_IN_QUESTION' as const, note };
  }
  const factor = factorFor(factors, qualifyingApm);
  if (!factor) {
    const whose = jurisdictionId ? lastPart(jurisdictionId) : 'the whole country';
    const note = `No anaesthesia conversion factor of ${whose} is loaded for that day: load the ANES file of its year.`;
    return { ...none, unknownReason: 'NOT_YET_REVIEWED' as const, lacks: 'ANESTHESIA_FACTOR' as const, note };
  }
  const tenths = timed ? timeUnits(anesthesiaMinutes ?? 0) : 0;
  // Tenths of a unit times ten-thousandths of a dollar are hundred-thousandths of a dollar.
  const amount = Math.floor(((baseUnits.baseUnits * 10 + tenths) * factor.factor + 500) / 1_000);
  const time = timed
    ? `time units (${anesthesiaMinutes} minutes by 15, rounded to tenths)`
    : 'no time units, which Medicare does not recognise for this code';
  const note = `(${baseUnits.baseUnits} + ${formatDecimal(tenths, 1)}) × ${formatDecimal(factor.factor, 4, 2)} = $${formatDecimal(amount, 2)}: base units of the file of ${baseUnits.year} and ${time}, together times the conversion factor, rounded half up. ${notApplied}`;
  return {
    ...{ amount, uncapped: amount, unknownReason: null, note },
    ...{ baseUnits, timeUnits: tenths, anesthesiaFactor: factor },
  };
}

/** From 2026 on qualifying participants have a factor of their own. */
function factorFor(factors: readonly Factor[], qualifying: boolean): Factor | undefined {
  const own = qualifying ? 'QUALIFYING_APM' : 'NOT_QUALIFYING_APM';
  return factors.find(({ appliesTo }) => appliesTo === own || appliesTo === 'ALL');
}
