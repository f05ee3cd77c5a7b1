/** Places of service: CMS's two-digit codes. */

import { z } from 'zod';
import * as e from '../../db/enums.ts';
import * as tables from '../../db/tables.ts';
import { cite, listedInCell, sourcesCell } from '../citations.ts';
import { placeId } from '../ids.ts';
import { entry, source } from '../source.ts';
import { placeOf } from '../text.ts';
import { coded, text, valueIn, word } from '../words.ts';

const record = z.strictObject({
  code: coded('PLACE_OF_SERVICE'),
  label: text,
  description: text,
  setting: word(e.FeeSetting),
  sources: sourcesCell,
});

export default source('data/places-of-service.csv', z.array(record), function* (records, held) {
  for (const found of records) {
    const { code, label, description } = found;
    const id = placeId(code);
    const place = placeOf(found);
    yield entry(
      tables.placeOfService,
      { id, code, label, description, setting: valueIn(e.FeeSetting, found.setting) },
      place,
    );
    yield* cite(id, listedInCell(found.sources, place), held);
  }
});
