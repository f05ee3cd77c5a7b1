/** What hospitals' price files state of codes of this graph, as a load of the file states it: the load cites it then beside the text. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, joined } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { codeId, codeKey, slugOf } from '../../kit/ids.ts';
import { payersKnownAs } from '../../kit/payer-known-as.ts';
import { indistinguishable, methodOf, nationalAmount } from '../../kit/rate-parts.ts';
import { source } from '../../kit/reader.ts';
import { codeLinks } from '../../kit/subject.ts';
import { code, day, decimal, scaled, text, valueIn, whole, word } from '../../kit/value-types.ts';

const money = decimal(2).optional();

const record = z.strictObject({
  code,
  modifiers: text.optional(),
  hospital: text,
  location: text.optional(),
  licence: text,
  npis: text,
  payerStated: text.optional(),
  plan: text.optional(),
  amountKind: word(e.AmountKind),
  measure: text,
  billingClass: word(e.BillingClass),
  careSetting: word(e.CareSetting),
  negotiatedType: word(e.NegotiatedType).optional(),
  notes: text.optional(),
  revenueCodes: text.optional(),
  statistic: word(e.AmountStatistic),
  amount: money,
  minimum: money,
  maximum: money,
  n: whole,
  roundedFrom: text.optional(),
  medicare: money,
  medicareOf: text.optional(),
  from: day,
  source: text,
});
type Found = z.infer<typeof record>;

const listed = (cell: string | undefined) => JSON.stringify(cell?.split(' ') ?? []);
const cents = (value: string | undefined) => scaled(value, 2);
const roundedFrom = (found: Found) => found.roundedFrom && methodOf.rounding(found.roundedFrom);

/** The payer that the file means by a name, by the rule of a load. */
function payerOf({ payerStated }: Found, known: ReturnType<typeof payersKnownAs>): string | null {
  const found = payerStated && known(payerStated);
  return found ? String(found.id) : null;
}

/** What prices of one purpose have in common; with the code they make the id. */
function purposeOf(found: Found) {
  const { hospital, location, licence } = found;
  return {
    payerStated: found.payerStated ?? null,
    network: found.plan ?? null,
    facility: hospital,
    amountKind: valueIn(e.AmountKind, found.amountKind),
    billingClass: valueIn(e.BillingClass, found.billingClass),
    modifiers: listed(found.modifiers),
    careSetting: valueIn(e.CareSetting, found.careSetting),
    negotiatedType: found.negotiatedType ? valueIn(e.NegotiatedType, found.negotiatedType) : null,
    additionalNotes: found.notes ?? null,
    revenueCodes: listed(found.revenueCodes),
    measure: found.measure,
    population: `items of the price file of ${hospital}${location ? ` for ${location}` : ''} (licence ${licence})`,
  };
}

/** The figures, and how they compare with what Medicare pays. The file states a range itself; of prices it is counted what was left out. */
function figuresOf(found: Found) {
  const [amount, medicare] = [cents(found.amount), cents(found.medicare)];
  const isRange = found.statistic === 'range';
  const isCompared = amount !== null && medicare !== null;
  return {
    statistic: valueIn(e.AmountStatistic, found.statistic),
    amount,
    n: scaled(found.n, 0),
    ...{ p10: null, p25: null, p50: null, p75: null, p90: null },
    minimum: cents(found.minimum),
    maximum: cents(found.maximum),
    zeros: isRange ? null : 0,
    placeholders: isRange ? null : 0,
    lowOutliers: isCompared ? Number(amount * 10 < medicare) : null,
    highOutliers: isCompared ? Number(amount > medicare * 10) : null,
    method: joined([
      isRange ? undefined : roundedFrom(found),
      found.statistic === 'pair' ? methodOf.roundingEach(0) : undefined,
      isCompared
        ? methodOf.outliers(nationalAmount(found.medicare ?? '', found.medicareOf ?? ''))
        : undefined,
    ]),
  };
}

export default source('data/prices/hospital-rates.csv', z.array(record), function* (records, soFar) {
  const known = payersKnownAs(soFar.rowsOf('payer').map(({ row }) => row));
  for (const found of records) {
    const place = placeOf(found);
    const purpose = purposeOf(found);
    const hash = createHash('sha256').update(JSON.stringify(purpose)).digest('hex').slice(0, 16);
    const id = `RateBenchmark:${codeKey(found.code)}/${slugOf(found.hospital)}/${hash}`;
    const at = [`row ${found.code}`, found.modifiers, found.payerStated, found.plan]
      .filter(Boolean)
      .join(', ');
    const citations = [{ source: found.source, at, place }];
    const note = joined([
      `Licence ${found.licence}. Type 2 NPI ${found.npis}.`,
      found.statistic === 'range' ? roundedFrom(found) : undefined,
    ]);
    const row = {
      ...envelope(placedLike(found, { from: found.from }), soFar, {
        citations,
        agent: 'AUTOMATED_AGENT',
        notes: [note ?? undefined],
      }),
      ...indistinguishable,
      ...purpose,
      ...figuresOf(found),
      id,
      subjectId: codeId(found.code),
      payerId: payerOf(found, known),
      jurisdictionId: null,
      setting: null,
      period: 'in force when the file was made',
    };
    yield entry(tables.rateBenchmark, row, place);
    yield* cite(id, citations, soFar);
    yield* codeLinks(id, [found.code], place);
  }
});
