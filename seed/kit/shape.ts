/** The shape of the seed's text: what is wrong with it, and the text without the records that are wrong, so that the others are looked over too. */

import type { z } from 'zod';
import { keeping, placeOf, type TextFile, type Tree } from './files.ts';
import type { Place, Problem } from './problems.ts';
import { inPlainWords } from './shape-words.ts';

/** A file whose shape was checked. */
export interface Shaped {
  readonly problems: readonly Problem[];
  /** The text without what was refused; undefined where nothing of it can be read. */
  readonly tree: Tree | undefined;
  /** Every value of the refused records: by these, other text may refer to them. */
  readonly refused: ReadonlySet<string>;
}

type Path = readonly PropertyKey[];

/** What is done to the text so that the rest of it can be read: a value is left out, or a text that is missing is filled in. */
interface Change {
  readonly path: Path;
  readonly how: 'leave out' | 'fill';
}

/** Stands where a text is missing, so that the record around it is looked over in the same run; it never reaches a row. */
export const unwritten = 'value-not-written';

/** Checks a file against its schema. A record that is wrong is left out, a key that is not known is passed over. */
export function shapeOf(file: TextFile, schema: z.ZodType): Shaped {
  const refused = new Set<string>();
  let problems: readonly Problem[] = [];
  let tree = file.tree;
  while (true) {
    const result = schema.safeParse(tree, { error: inPlainWords });
    if (result.success) return { problems, tree, refused };
    // What is wrong only since something was left out is no mistake of the writer.
    if (tree === file.tree) problems = problemsOf(file, result.error.issues);
    const read = tree;
    const changes = result.error.issues.flatMap((issue) => changesFor(issue, read));
    if (changes.some(({ path }) => path.length === 0)) {
      gather(tree, refused);
      return { problems, tree: undefined, refused };
    }
    tree = changed(tree, changes, refused);
  }
}

/** A missing text is filled, a key that is not known left out, and of all else the innermost item of a list that it is in. */
function changesFor(issue: z.core.$ZodIssue, tree: Tree): readonly Change[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], how: 'leave out' }));
  const isMissing = valueAt(tree, path) === undefined;
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isMissing)
    return [{ path, how: 'fill' }];
  const last = path.findLastIndex((part) => typeof part === 'number');
  return [{ path: path.slice(0, last + 1), how: 'leave out' }];
}

function changed(value: Tree, changes: readonly Change[], refused: Set<string>): Tree {
  if (typeof value === 'string') return value;
  const here = Map.groupBy(changes, ({ path: [key] }) => String(key));
  const kept: (readonly [string, Tree])[] = [];
  for (const [key, inner] of Object.entries<Tree>(value)) {
    const below = (here.get(key) ?? []).map(({ path, how }) => ({ path: path.slice(1), how }));
    if (below.length === 0) kept.push([key, inner]);
    else if (below.every(({ path }) => path.length > 0)) kept.push([key, changed(inner, below, refused)]);
    else if (Array.isArray(value)) gather(inner, refused);
  }
  const missing = changes.filter(({ path, how }) => how === 'fill' && path.length === 1);
  return keeping(value, [...kept, ...missing.map(({ path }) => [String(path[0]), unwritten] as const)]);
}

function gather(value: Tree, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else for (const inner of Object.values<Tree>(value)) gather(inner, into);
}

function problemsOf(file: TextFile, issues: readonly z.core.$ZodIssue[]): readonly Problem[] {
  // Of several issues of one value the first says what it is.
  const first = new Map(issues.toReversed().map((issue) => [issue.path.join('\n'), issue]));
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        place: placeAt(file, [...path, key]),
        message: `There is no key \`${key}\` here. ${issue.message}`,
      }));
    }
    if (first.get(path.join('\n')) !== issue) return [];
    const key = path.findLast((part) => !/^\d*$/.test(part));
    return [{ place: placeAt(file, path), message: `${key ? `\`${key}\`: ` : ''}${issue.message}` }];
  });
}

function valueAt(tree: Tree, path: Path): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const key of path)
    value = typeof value === 'object' ? (value as Readonly<Record<PropertyKey, Tree>>)[key] : undefined;
  return value;
}

/** The line of the deepest value on a path that is there. */
function placeAt({ path: below, tree }: TextFile, path: readonly string[]): Place {
  let place: Place = { file: `seed/${below}`, line: 1 };
  let value: Tree | undefined = tree;
  for (const key of path) {
    if (typeof value !== 'object') break;
    place = placeOf(value, key);
    value = (value as Readonly<Record<string, Tree>>)[key];
  }
  return place;
}
