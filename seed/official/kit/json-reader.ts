/** Reads the parts of a publisher's JSON: strict where something would be lost, tolerant where nothing would. */

import { FileError, type OfficialFile } from '../../load/format/file.ts';
import type { Reading } from '../../load/format/format.ts';
import type { Cut } from '../../load/json/cut.ts';
import { members } from '../../load/json/members.ts';
import { parserOf } from '../../load/json/text.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads the parts of one file. */
export interface JsonReader {
  /** The value of a part; throws a FileError where it is not JSON. */
  value(bytes: Uint8Array, name: string): unknown;
  /** What `read` makes of an item; undefined, with a reason passed to `skip`, where a part of it is not JSON. */
  attempt<T>(name: string, read: () => T): T | undefined;
  /** An item; undefined, with a reason passed to `skip`, where it is not one, or gives the member by which it is chosen twice. */
  item(bytes: Buffer, name: string, chosenBy: string): Json | undefined;
  /** Skips an item that gives a member twice with different values: which of them is meant is not known. */
  twice(member: string, values: readonly string[]): void;
  /** Takes a comma that separates nothing. */
  readonly stray: NonNullable<Cut['stray']>;
  /** Reports what was read although it is not JSON, once all is read. */
  report(): void;
}

/** Makes a reader of the parts of a file. */
export function jsonReader(
  file: Pick<OfficialFile, 'path' | 'encoding'>,
  { skip, report }: Pick<Reading, 'skip' | 'report'>,
): JsonReader {
  const look = members();
  const mends = { count: 0, first: '' };
  const strays = { count: 0, first: '' };
  const value = parserOf(file, (name, problem) => note(mends, `${name}: ${problem}`));

  function attempt<T>(name: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      skip('not JSON, as its publisher wrote it', name);
      report?.(`${error.message} It is left out, and the others are read.`);
      return undefined;
    }
  }

  function twice(member: string, values: readonly string[]): void {
    skip(`item that gives its ${member} twice, and not the same`, values.join(' and '));
  }

  return {
    value,
    attempt,
    twice,
    item(bytes, name, chosenBy) {
      const found = attempt(name, () => ({ is: value(bytes, name) }));
      if (!found) return undefined;
      if (!isObject(found.is)) {
        skip('item that is no object', bytes.toString('utf8'));
        return undefined;
      }
      const all = look.all(bytes, chosenBy);
      if (all.every((text) => text === all[0])) return found.is;
      twice(chosenBy, all);
      return undefined;
    },
    stray: (place) => note(strays, place),
    report() {
      if (mends.count > 0)
        report?.(
          `${mends.count} parts of the file are not JSON, as its publisher wrote them, and can be read in one way only: so they are read. The first is ${mends.first}.`,
        );
      if (strays.count > 0)
        report?.(
          `${strays.count} commas separate nothing, as its publisher wrote them: they are passed over. The first is ${strays.first}.`,
        );
    },
  };
}

function note(of: { count: number; first: string }, first: string): void {
  if (of.count === 0) of.first = first;
  of.count += 1;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
