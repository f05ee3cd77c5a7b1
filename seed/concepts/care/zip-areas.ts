/** Where ZIP codes lie: a point each. They are so many that they are read line by line, and not each as a record. */

import { shapes } from '../../../db/codes/code-shapes.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { inNoRun, rowWriter } from '../../../db/kit/stored-rows.ts';
import type { Row } from '../../../db/kit/table.ts';
import { zipArea } from '../../../db/tables/index.ts';
import { readUnsplit, type TextFile } from '../../kit/files.ts';
import { sourceId } from '../../kit/ids.ts';
import type { Problem } from '../../kit/problems.ts';
import type { SourceModule } from '../../kit/reader.ts';

/** The source of every row. */
const gazetteer = 'S-CENSUS-GAZ2021-ZCTA';

const heading = 'zip,latitude,longitude';
const degrees = String.raw`-?\d{1,3}(?:\.\d{1,6})?`;
const rowForm = new RegExp(`^${shapes.ZIP.form},${degrees},${degrees}$`);

/** Exact, as a row of the form has no more places; the ordinary reading of decimals takes three times as long. */
const millionths = (degrees = '') => Math.round(Number(degrees) * 1_000_000);

const zipOf = (text = '') => text.slice(0, 5);

/** The lines of the table and their numbers, its heading first. */
function linesOf({ tree }: TextFile) {
  const lines = String(tree).split(/\r?\n/);
  return lines.flatMap((text, index) =>
    text === '' || text.startsWith('#') ? [] : { text, number: index + 1 },
  );
}

function problemsOf(file: TextFile): readonly Problem[] {
  const problem = (line: number, message: string) => ({
    place: { file: `seed/${file.path}`, line },
    message,
  });
  const [first, ...rows] = linesOf(file);
  const wrong = rows.flatMap(({ text, number }, index) => {
    if (!rowForm.test(text))
      return problem(number, `Expected a row such as 60637,41.782504,-87.602734, got "${text}".`);
    const before = zipOf(rows[index - 1]?.text);
    if (zipOf(text) > before) return [];
    return problem(number, `Expected ZIP codes in order, each once: ${zipOf(text)} follows ${before}.`);
  });
  if (first?.text === heading) return wrong;
  return [problem(first?.number ?? 1, `Expected the columns ${heading}.`), ...wrong];
}

const files = 'data/care/zip-areas.csv';

/** Checks the text. Its rows are written apart: to look over each with those of all other text would slow every build. */
const zipAreas: SourceModule = {
  files,
  read: readUnsplit,
  check(file) {
    const problems = problemsOf(file);
    return { problems, tree: problems.length > 0 ? undefined : file.tree, refused: new Set() };
  },
  rows(file, soFar) {
    if (soFar.readSince(gazetteer) === undefined) {
      const place = { file: `seed/${file.path}`, line: 1 };
      const message = `There is no ${sourceId(gazetteer)}, which all rows rest on. Add it to seed/data/sources.yaml.`;
      soFar.report(place, message, { ids: [sourceId(gazetteer)], file: 'seed/data/sources.yaml' });
    }
    return [];
  },
};

export default zipAreas;

/** Writes the rows of text that was checked. */
export function writeZipAreas(store: WritableStore, folder: string): void {
  const { into, valuesOf } = rowWriter(zipArea);
  store.transaction(() => {
    for (const { text } of linesOf(readUnsplit(folder, files)).slice(1)) {
      const [zip = '', latitude, longitude] = text.split(',');
      const row: Row<typeof zipArea> = {
        zip,
        latitude: millionths(latitude),
        longitude: millionths(longitude),
        sourceId: sourceId(gazetteer),
      };
      store.add(into, valuesOf(row, inNoRun));
    }
  });
}
