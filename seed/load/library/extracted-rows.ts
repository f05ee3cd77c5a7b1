/** What was extracted from a file that is too big to keep, stored line by line and read again at every build. */

import { tables } from '../../../db/tables/index.ts';
import { lineBatches, type OfficialFile } from '../format/file.ts';
import type { Extracted } from '../format/format.ts';

/** Serialises each extracted item as a line of JSON. */
export async function* extractedLines(extracted: AsyncIterable<Extracted>): AsyncGenerator<Uint8Array, void> {
  for await (const item of extracted)
    yield Buffer.from(`${JSON.stringify({ ...item, table: item.table.name })}\n`);
}

const tableNamed = new Map(tables.map((table) => [table.name, table]));

/** Reads what `written` wrote. */
export async function* readAgain(file: OfficialFile): AsyncGenerator<Extracted, void> {
  for await (const batch of lineBatches(file)) {
    for (const { text, number } of batch) {
      const item = JSON.parse(text) as Extracted & { readonly table: unknown };
      const table = tableNamed.get(String(item.table));
      if (!table)
        throw new Error(
          `${file.path}:${number}: there is no table ${String(item.table)} any more. Load the file anew.`,
        );
      yield { ...item, table };
    }
  }
}
