/** Money seen for codes: negotiated, charged, paid or published amounts. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { indistinguishable } from '../../kit/rate-parts.ts';
import { source } from '../../kit/reader.ts';
import { codeLinks, subjectOf } from '../../kit/subject.ts';
import { decimal, scaled, valueIn, word } from '../../kit/value-types.ts';
import { knowledgeOf, measuredId, measuredKeys, stateOf } from './measured.ts';

const money = decimal(2).optional();

const record = z.strictObject({
  ...measuredKeys,
  amountKind: word(e.AmountKind),
  billingClass: word(e.BillingClass),
  statistic: word(e.AmountStatistic),
  amount: money,
  p10: money,
  p25: money,
  p50: money,
  p75: money,
  p90: money,
  minimum: money,
  maximum: money,
});

export default source('data/prices/rates.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const codes = found.codes.split(' ');
    const subjectId = subjectOf(placedLike(found, { subject: found.subject, codes }), soFar);
    const id = measuredId('RateBenchmark', subjectId, found);
    const cents = (value: string | undefined) => scaled(value, 2);
    const published = found.amountKind === 'fee_schedule_amount';
    const row = {
      ...envelope(found, soFar, {
        citations,
        state: stateOf(found),
        knowledge: published ? 'ASSERTION' : knowledgeOf(found),
      }),
      ...indistinguishable,
      id,
      subjectId,
      payerId: found.payer ? payerId(found.payer) : null,
      amountKind: valueIn(e.AmountKind, found.amountKind),
      billingClass: valueIn(e.BillingClass, found.billingClass),
      statistic: valueIn(e.AmountStatistic, found.statistic),
      measure: found.measure,
      population: found.population,
      jurisdictionId: null,
      setting: null,
      period: found.period,
      amount: cents(found.amount),
      n: scaled(found.n, 0),
      p10: cents(found.p10),
      p25: cents(found.p25),
      p50: cents(found.p50),
      p75: cents(found.p75),
      p90: cents(found.p90),
      minimum: cents(found.minimum),
      maximum: cents(found.maximum),
      method: found.method ?? null,
    };
    yield entry(tables.rateBenchmark, row, place);
    yield* cite(id, citations, soFar);
    yield* codeLinks(id, codes, place);
  }
});
