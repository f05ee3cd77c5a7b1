/** Lines of a claim as people paste them, such as `77092-26 x1 M81.0 11`: read, and written again. */

import { codeIn } from '../../../../db/codes/code-shapes.ts';

/** A line of a draft claim. */
export interface DraftLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly diagnoses: readonly string[];
  readonly placeOfService?: string;
  readonly dateOfService?: string;
}

/** What was read of a pasted text, and the words that could not be placed, each with the number of its line. */
export interface ReadLines {
  readonly lines: readonly DraftLine[];
  readonly unread: readonly { readonly line: number; readonly word: string }[];
}

/** Reads a line a row: the code first, then in any order units (`x1`), diagnoses, place of service and day. */
export function readLines(text: string): ReadLines {
  const unread: { line: number; word: string }[] = [];
  const rows = text.split(/\n|;/).map((row) =>
    row
      .trim()
      .split(/[\s,]+/)
      .filter(Boolean),
  );
  const lines = rows
    .filter((words) => words.length > 0)
    .map((words, i) => {
      const { line, left } = readLine(words);
      unread.push(...left.map((word) => ({ line: i + 1, word })));
      return line;
    });
  return { lines, unread };
}

function readLine([first = '', ...words]: readonly string[]): {
  readonly line: DraftLine;
  readonly left: readonly string[];
} {
  const [code = '', ...modifiers] = first.toUpperCase().split('-');
  const left: string[] = [];
  let line: DraftLine = { code, modifiers, units: 1, diagnoses: [] };
  for (const word of words) {
    const units = /^x?(\d+(?:\.\d)?)x?$/i.exec(word)?.[1];
    // The shape is wide enough for words; a diagnosis has a digit.
    const diagnosis = /\d/.test(word) ? codeIn('DIAGNOSIS', word) : undefined;
    if (units && /x/i.test(word)) line = { ...line, units: Number(units) };
    else if (/^\d{4}-\d\d-\d\d$/.test(word)) line = { ...line, dateOfService: word };
    else if (!line.placeOfService && codeIn('PLACE_OF_SERVICE', word))
      line = { ...line, placeOfService: word };
    else if (diagnosis) line = { ...line, diagnoses: [...line.diagnoses, diagnosis] };
    else if (codeIn('MODIFIER', word)) line = { ...line, modifiers: [...line.modifiers, word.toUpperCase()] };
    else left.push(word);
  }
  return { line, left };
}

/** The lines as they can be pasted. */
export const writeLines = (lines: readonly DraftLine[]): string =>
  lines
    .map(({ code, modifiers, units, diagnoses, placeOfService, dateOfService }) =>
      [[code, ...modifiers].join('-'), `x${units}`, ...diagnoses, placeOfService, dateOfService]
        .filter(Boolean)
        .join(' '),
    )
    .join('\n');
