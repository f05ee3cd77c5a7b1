/** Tries a price-file format with what an engine may give it beside a plain reading: payers that are known, raw figures, reports. */

import type { OfficialFile } from '../../../seed/load/format/file.ts';
import type { Format, Publication, Reading, Stated } from '../../../seed/load/format/format.ts';
import { type Reached, read } from './file-trial.ts';

type Options = Parameters<typeof read>[2] & Pick<Reading, 'payerNamed' | 'isPayer' | 'medicareAmount'>;

export interface PriceReached extends Reached {
  readonly raw: readonly Readonly<Record<string, unknown>>[];
  readonly reports: readonly string[];
  /** Whose the file is, as its content says. */
  readonly publication: Publication | undefined;
}

export async function readPrices(
  format: Format,
  file: OfficialFile,
  { payerNamed, isPayer, medicareAmount, ...trial }: Options = {},
): Promise<PriceReached> {
  const raw: Readonly<Record<string, unknown>>[] = [];
  const reports: string[] = [];
  const publications: Publication[] = [];
  const more = {
    ...(payerNamed && { payerNamed }),
    ...(isPayer && { isPayer }),
    ...(medicareAmount && { medicareAmount }),
    raw: (row: Readonly<Record<string, unknown>>) => void raw.push(row),
    report: (sentence: string) => void reports.push(sentence),
    identify: (found: Publication) => void publications.push(found),
  };
  const full = {
    ...format,
    read: (from: OfficialFile, reading: Reading) => format.read(from, { ...reading, ...more }),
  };
  const reached = await read(full, file, trial);
  return { ...reached, raw, reports, publication: publications.at(-1) };
}

/** The statement that says all of this. Fails where there is none, or several. */
export function theOne(statements: readonly Stated[], values: Readonly<Record<string, unknown>>): Stated {
  const found = statements.filter((each) =>
    Object.entries(values).every(([name, value]) => each.values[name] === value),
  );
  const [one, ...others] = found;
  if (!one || others.length > 0)
    throw new Error(`${found.length} of ${statements.length} statements say ${JSON.stringify(values)}.`);
  return one;
}
