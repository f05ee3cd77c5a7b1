/** What can be wrong in the seed's text, and how all of it is listed at once. */

/** A line of a file, as people quote it: `seed/policies/aetna/0134.yaml`, 37. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Something that is referred to and not there. */
export interface Missing {
  readonly ids: readonly string[];
  /** The file in which it would be written down, where that is one. */
  readonly file?: string | undefined;
}

/** Something wrong in the text, and where. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
  /** What it misses: no problem of its own where that was written down and refused. */
  readonly missing?: Missing | undefined;
}

/** Lines of one file that are named for one message, and the most that are listed at all. */
const most = { lines: 5, problems: 200 };

/** The seed cannot be built from this text. Names every problem with its file and line. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const groups = [
      ...Map.groupBy(sorted(problems), ({ place, message }) => `${place.file} ${message}`).values(),
    ];
    const lines = groups.slice(0, most.problems).map(lineOf);
    if (groups.length > most.problems) lines.push(`… and ${groups.length - most.problems} more.`);
    super(lines.join('\n'));
    this.problems = problems;
  }
}

/** File by file and down each: the order in which somebody corrects them. */
function sorted(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    ({ place: a }, { place: b }) => Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line,
  );
}

/** One line for the same problem of one file, wherever in it. */
function lineOf(group: readonly Problem[]): string {
  const [{ place, message } = { place: { file: '', line: 0 }, message: '' }] = group;
  const [first = 0, ...others] = new Set(group.map((problem) => problem.place.line));
  const named = others.slice(0, most.lines).join(', ');
  const left = others.length > most.lines ? ` and ${others.length - most.lines} more` : '';
  const also = others.length > 0 ? ` (So at line ${named}${left}.)` : '';
  return `${place.file}:${first}: ${message}${also}`;
}
