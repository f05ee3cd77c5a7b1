/** Codes as clients write them: in any case, with blanks around them, alone or as the id of what they name. */

import { type CodeKind, shapes } from '../../db/codes/code-shapes.ts';
import { codeWritten } from '../../db/codes/written-code.ts';
import { badInput } from '../kit/errors.ts';

/** The code that a client gives; throws a typed error with the expected format when it cannot be one. */
export function codeGiven(field: string, kind: CodeKind, written: string): string {
  const found = codeWritten(kind, written);
  if (found !== undefined) return found;
  const { called, formed, examples } = shapes[kind];
  const shown = examples.map((example) => JSON.stringify(example)).join(' or ');
  throw badInput(
    field,
    `${field}: ${JSON.stringify(written.slice(0, 20))} is no ${called}. Give ${formed} as text, such as ${shown}.`,
  );
}
