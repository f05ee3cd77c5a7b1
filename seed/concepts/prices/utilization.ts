/** How much codes and services are used: counts, shares and rates. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope } from '../../kit/envelope.ts';
import { placedLike, placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { codeLinks, subjectOf } from '../../kit/subject.ts';
import { decimal, scaled, text } from '../../kit/value-types.ts';
import { knowledgeOf, measuredId, measuredKeys, stateOf } from './measured.ts';

const figure = decimal(2).optional();
const record = z.strictObject({ ...measuredKeys, value: figure, low: figure, high: figure, unit: text });

export default source('data/prices/utilization.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const place = placeOf(found);
    const citations = listedInCell(found.sources, place);
    const codes = found.codes.split(' ');
    const subjectId = subjectOf(placedLike(found, { subject: found.subject, codes }), soFar);
    const id = measuredId('UtilizationStatement', subjectId, found);
    const row = {
      ...envelope(found, soFar, { citations, state: stateOf(found), knowledge: knowledgeOf(found) }),
      id,
      subjectId,
      payerId: found.payer ? payerId(found.payer) : null,
      measure: found.measure,
      population: found.population,
      jurisdictionId: null,
      beneficiaries: null,
      providers: null,
      beneficiaryDays: null,
      setting: null,
      period: found.period,
      value: scaled(found.value, 2),
      low: scaled(found.low, 2),
      high: scaled(found.high, 2),
      unit: found.unit,
      n: scaled(found.n, 0),
      method: found.method ?? null,
    };
    yield entry(tables.utilization, row, place);
    yield* cite(id, citations, soFar);
    yield* codeLinks(id, codes, place);
  }
});
