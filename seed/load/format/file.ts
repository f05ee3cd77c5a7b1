/** An official file as readers use it: bytes, or lines and CSV records with their line numbers. */

import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** An error in a file, with its path, line and column. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    where: {
      readonly path: string;
      readonly line?: number | undefined;
      readonly column?: string | undefined;
    },
    problem: string,
  ) {
    const row = where.line === undefined ? '' : `:${where.line}`;
    super(`${where.path}${row}: ${where.column === undefined ? '' : `${where.column}: `}${problem}`);
  }
}

/** Thrown where a file is not the UTF-8 that was assumed: the whole file is then read again as CP1252. */
export class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
}

export type Encoding = 'utf-8' | 'windows-1252';

export interface OfficialFile {
  /** As shown to users: `RVU25D.zip/PPRRVU2025_Oct.csv`. */
  readonly path: string;
  readonly encoding: Encoding;
  /** Its bytes; each call reads from the beginning. */
  chunks(): AsyncIterable<Uint8Array>;
  /** A member of an archive by its name, folders included; undefined when there is none or this is no archive. */
  member(name: string): OfficialFile | undefined;
  /** The names of an archive's members; empty for any other file. */
  readonly members: readonly string[];
}

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
}

/** In characters. No line of a known format comes near this; a longer one is not text. */
export const longestLine = 16 * 1024 * 1024;

/** The error for a NUL character: no text has one, and what stands around it is not what was published. */
function withNul(path: string, byte: number): FileError {
  return new FileError(
    { path },
    `There is a NUL character after ${byte} bytes, which no text has. The file is damaged: fetch it again, or report it to its publisher.`,
  );
}

/**
 * Decodes the bytes of a file chunk by chunk; called without a chunk, it finishes. Throws NotUtf8 where the bytes are not valid, and a
 * FileError where they are not those of a text.
 */
export function decoderOf({
  path,
  encoding,
}: Pick<OfficialFile, 'path' | 'encoding'>): (part?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let read = 0;
  return (part) => {
    const nul = part?.indexOf(0) ?? -1;
    if (nul >= 0) throw withNul(path, read + nul);
    read += part?.length ?? 0;
    try {
      return part ? decoder.decode(part, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new NotUtf8(`${path} is not UTF-8.`, { cause: error });
    }
  };
}

/** Bytes decoded at once: for more, V8 stores the text and its substrings differently, which takes twice as long. */
const textAtOnce = 65_536;

/** The file as text, chunk by chunk, without a byte-order mark. */
async function* decoded(file: OfficialFile): AsyncGenerator<string, void> {
  const decode = decoderOf(file);
  for await (const part of file.chunks()) {
    for (let at = 0; at < part.length; at += textAtOnce) yield decode(part.subarray(at, at + textAtOnce));
  }
  yield decode();
}

/** The error for a line over the limit. */
export function lineTooLong(path: string, line: number): FileError {
  return new FileError(
    { path, line },
    `This line is longer than ${longestLine} characters, which is no line of a known format.`,
  );
}

/** A line end. A CR at the end of what was read so far may be the first half of CRLF. */
const lineEnd = /\r\n|\n|\r(?!\n|$)/;

/** The lines of a text file, whichever of CRLF, LF and CR they end with, in batches. */
export async function* lineBatches(file: OfficialFile): AsyncGenerator<readonly Line[], void> {
  let rest = '';
  let number = 0;
  for await (const piece of decoded(file)) {
    const parts = (rest + piece).split(lineEnd);
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) throw lineTooLong(file.path, number + parts.length + 1);
    yield parts.map((text) => {
      number += 1;
      return { number, text };
    });
  }
  // Some files of CMS end with the end-of-file mark of DOS.
  const whole = rest.endsWith('\u001a') ? rest.slice(0, -1) : rest;
  const last = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  if (last !== '') yield [{ number: number + 1, text: last }];
}

/** The lines of a text file, one by one. */
export async function* lines(file: OfficialFile): AsyncGenerator<Line, void> {
  for await (const batch of lineBatches(file)) yield* batch;
}

export interface CsvRecord {
  /** The line on which the record ends, counted from 1. */
  readonly line: number;
  /** Unchanged, blanks included. */
  readonly cells: readonly string[];
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/**
 * The records of a CSV file. Quotes follow RFC 4180; with strayQuotes, quotes within a cell that does not begin with one
 * are literal. The number of cells of a record is for the format to check.
 */
export async function* records(
  file: OfficialFile,
  options: { readonly delimiter?: string; readonly strayQuotes?: boolean } = {},
): AsyncGenerator<CsvRecord, void> {
  const parser = parse({
    bom: true,
    delimiter: options.delimiter ?? ',',
    info: true,
    // All of them, as some files mix line ends.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: options.strayQuotes ?? false,
    skip_empty_lines: false,
    max_record_size: longestLine,
  });
  // An error while reading destroys the parser with that error, which the loop below then throws.
  const rows = pipeline(Readable.from(decoded(file)), parser, () => {}) as AsyncIterable<Parsed>;
  try {
    for await (const { info, record } of rows) yield { line: info.lines, cells: record };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : undefined;
    throw new FileError(
      { path: file.path, line },
      `This is not CSV: ${error.message}. The file may be cut short or altered: fetch it again.`,
    );
  }
}
