/** Indicators: the meaning of the values in Medicare's files. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { source } from '../../kit/reader.ts';
import { oneOf, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  field: text,
  value: text,
  label: text,
  meaning: text,
  allows26AndTc: oneOf(['yes', 'no']).optional(),
  sources: sourcesCell,
});

const flags = { yes: 1, no: 0 } as const;

export default source('data/codes/indicators.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const { field, value, label, meaning } = found;
    const id = `Indicator:${field}/${value}`;
    const allowed =
      found.allows26AndTc === undefined ? null : flags[found.allows26AndTc as keyof typeof flags];
    const place = placeOf(found);
    yield entry(
      tables.indicator,
      { id, field, value, label, meaning, allowsComponentModifiers: allowed },
      place,
    );
    yield* cite(id, listedInCell(found.sources, place), soFar);
  }
});
