/** What is wrong in the text of the seed, and where. */

/** Something wrong in the text, and where. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
}

const shown = 20;

/** The seed cannot be built from this text. Names every problem with its file and line. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems
      .slice(0, shown)
      .map(({ place, message }) => `${place.file}:${place.line}: ${message}`);
    if (problems.length > shown) lines.push(`… and ${problems.length - shown} more.`);
    super(lines.join('\n'));
    this.problems = problems;
  }
}

/** A line of a file, as people quote it: `seed/policies/aetna/0134.yaml`, 37. */
export interface Place {
  readonly file: string;
  readonly line: number;
}
