/** The text of ZIP areas: what is written of it, and what is refused with its line. */

import { expect, test } from 'vitest';
import { openStore } from '../../../db/kit/store.ts';
import { trial } from '../kit/seed-trial.ts';

const path = 'data/care/zip-areas.csv';
const row = '60637,41.782504,-87.602734\n';

test('a point is stored to the millionth of a degree, as it is written, with its source', async () => {
  const text = trial();
  text.change(path, row, '60637,41.7825,-87.602734\n');
  await text.build();
  const store = openStore(text.database);
  expect(store.get('select a.* from zip_area a where a.zip = :zip', { zip: '60637' })).toEqual({
    zip: '60637',
    latitude: 41_782_500,
    longitude: -87_602_734,
    source_id: 'Source:S-CENSUS-GAZ2021-ZCTA',
  });
  store.close();
});

test.each([
  ['a point of too many places', '60637,41.7825041,-87.602734\n', 'Expected a row such as'],
  ['a row of too few columns', '60637,41.782504\n', 'Expected a row such as'],
  ['a ZIP code twice', `${row}${row}`, 'Expected ZIP codes in order, each once: 60637 follows 60637.'],
])('%s is refused with its line', async (_, written, says) => {
  const text = trial();
  const at = text.change(path, row, written) + (written.startsWith(row) ? 1 : 0);
  expect(await text.failure()).toContain(`seed/${path}:${at}: ${says}`);
});

test('columns in another order are refused, and so are rows whose source is gone', async () => {
  const text = trial();
  const at = text.change(path, 'zip,latitude,longitude', 'zip,longitude,latitude');
  expect(await text.failure()).toContain(`seed/${path}:${at}: Expected the columns zip,latitude,longitude.`);

  const other = trial();
  other.change('data/sources.yaml', 'id: S-CENSUS-GAZ2021-ZCTA', 'id: S-SYNTHETIC');
  expect(await other.failure()).toContain(
    'There is no Source:S-CENSUS-GAZ2021-ZCTA, which all rows rest on.',
  );
});
