/** Reads the seed's text, YAML or CSV, in which every value is text, and remembers the line of every value. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Place, SourceError } from './problems.ts';

/** Every value is text: a code such as 0134 or 26 needs no quotes and loses no digit. */
export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

interface Lines {
  readonly file: string;
  readonly line: number;
  readonly of: ReadonlyMap<string, number>;
}

const linesOf = new WeakMap<object, Lines>();

/** The line of an object or list of the text, or of one of its keys. */
export function placeOf(value: object, key?: string | number): Place {
  const lines = linesOf.get(value);
  if (!lines) throw new Error('Only values that were read from a file have a line.');
  return {
    file: lines.file,
    line: (key === undefined ? undefined : lines.of.get(String(key))) ?? lines.line,
  };
}

/** Gives a changed copy of a value the lines of the original. */
export function placedLike<T extends object>(original: object, copy: T): T {
  const lines = linesOf.get(original);
  if (lines) linesOf.set(copy, lines);
  return copy;
}

/** A list or its like with some of its values only, each at the line that it had. */
export function keeping(original: object, kept: readonly (readonly [key: string, value: Tree])[]): Tree {
  const { file, line } = placeOf(original);
  if (Array.isArray(original)) {
    const of = kept.map(([key], index) => [String(index), placeOf(original, key).line] as const);
    return remember(
      kept.map(([, value]) => value),
      file,
      line,
      new Map(of),
    );
  }
  return placedLike(original, Object.fromEntries(kept));
}

/** A file of the seed, read and split into values. */
export interface TextFile {
  /** Below the seed folder, such as `policies/aetna/0134.yaml`. */
  readonly path: string;
  readonly tree: Tree;
}

/** The last text of each file that was read: a load reads the seed twice, for the names of payers and for the build. */
const parsed = new Map<string, { readonly content: string; readonly tree: Tree }>();

/** Reads a file; throws a SourceError where it is not YAML or CSV at all. */
export function readText(folder: string, path: string): TextFile {
  const name = `seed/${path}`;
  const content = readFileSync(join(folder, path), 'utf8');
  const known = parsed.get(name);
  if (known?.content === content) return { path, tree: known.tree };
  const tree = path.endsWith('.csv') ? csvTree(name, content) : yamlTree(name, content);
  parsed.set(name, { content, tree });
  return { path, tree };
}

/** Reads a file as it is, for a table so long that a record for each of its lines would slow every build. */
export function readUnsplit(folder: string, path: string): TextFile {
  return { path, tree: readFileSync(join(folder, path), 'utf8') };
}

function remember<T extends object>(
  value: T,
  file: string,
  line: number,
  of: ReadonlyMap<string, number>,
): T {
  linesOf.set(value, { file, line, of });
  return value;
}

function yamlTree(file: string, content: string): Tree {
  const counter = new LineCounter();
  const document = parseDocument(content, { schema: 'failsafe', lineCounter: counter });
  const line = (offset: number | undefined) => counter.linePos(offset ?? 0).line;
  if (document.errors.length > 0) {
    throw new SourceError(
      document.errors.map((error) => ({
        place: { file, line: line(error.pos[0]) },
        message: `This is not YAML: ${error.message.split(' at line')[0]}. Correct the line or the indentation.`,
      })),
    );
  }

  function build(node: unknown): Tree {
    if (isScalar(node)) return String(node.value ?? '');
    if (isSeq(node)) {
      const of = new Map(
        node.items.map((item, index) => [String(index), startOf(item) ?? line(node.range?.[0])]),
      );
      return remember(node.items.map(build), file, line(node.range?.[0]), of);
    }
    if (isMap(node)) {
      const of = new Map(node.items.map(({ key }) => [String(key), startOf(key) ?? 1]));
      const pairs = node.items.map(({ key, value }) => [String(key), build(value)]);
      return remember(Object.fromEntries(pairs), file, line(node.range?.[0]), of);
    }
    return '';
  }

  function startOf(node: unknown): number | undefined {
    if (!isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
    return node.range ? line(node.range[0]) : undefined;
  }

  return build(document.contents);
}

interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

function csvTree(file: string, content: string): Tree {
  try {
    const options = {
      columns: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      skip_empty_lines: true,
    };
    const rows = parse(content, options) as unknown as readonly CsvRecord[];
    const records = rows.map(({ info, record }) => {
      const filled = Object.entries(record).filter(([, value]) => value !== '');
      return remember(Object.fromEntries(filled), file, info.lines, new Map());
    });
    return remember(records, file, 1, new Map(rows.map(({ info }, index) => [String(index), info.lines])));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    throw new SourceError([
      { place: { file, line }, message: `This is not CSV: ${error.message}. Correct the row.` },
    ]);
  }
}
