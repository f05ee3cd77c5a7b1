/** Places of service: CMS's two-digit codes. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listedInCell, sourcesCell } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { placeOf } from '../../kit/files.ts';
import { placeId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { coded, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  code: coded('PLACE_OF_SERVICE'),
  label: text,
  description: text,
  setting: word(e.FeeSetting),
  sources: sourcesCell,
});

export default source('data/care/places-of-service.csv', z.array(record), function* (records, soFar) {
  for (const found of records) {
    const { code, label, description } = found;
    const id = placeId(code);
    const place = placeOf(found);
    yield entry(
      tables.placeOfService,
      { id, code, label, description, setting: valueIn(e.FeeSetting, found.setting) },
      place,
    );
    yield* cite(id, listedInCell(found.sources, place), soFar);
  }
});
