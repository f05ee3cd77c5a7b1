/** How a cell of the coverage matrix was decided, in words. */

import type { Cell } from '../../db/coverage/matrix.ts';
import { nearestInWords } from '../../db/history/other-days.ts';
import { inWords } from '../../db/tables/sentences.ts';

/** The rule that decided, in words. */
export function decision(cell: Cell): string {
  const { because, statements, gaps } = cell;
  const aside = cell.state === 'UNKNOWN' ? 0 : statements.length - because.length;
  const rest = aside > 0 ? ` ${aside} of lower rank set aside.` : '';
  const why = cell.unknownReason ? inWords(cell.unknownReason) : '';
  switch (cell.rule) {
    case 'no-code-existed':
      return `No code of the component existed on ${cell.asOf.dateOfService}: not applicable.`;
    case 'best-statements-agree':
      return because.length === 1
        ? `One statement is the best that holds on the day: ${inWords(cell.state)}.${rest}`
        : `The ${because.length} best statements agree: ${inWords(cell.state)}.${rest}`;
    case 'best-statements-differ':
      return `Statements of one rank differ, and nothing decides between them: conflicting.${rest}`;
    case 'reason-of-policy':
      return `No statement holds a value; the policy that was read says why: ${why}.`;
    case 'reason-of-search':
      return `No statement holds a value; a search was made in vain: ${why}. ${gaps[0]?.note ?? ''}`.trim();
    case 'stated-for-other-days':
      return `Nothing is stated here for ${cell.asOf.dateOfService}. ${cell.nearest ? nearestInWords(cell.nearest) : ''}`;
    case 'not-yet-reviewed':
      return 'Nothing is known here: not yet reviewed.';
  }
}
