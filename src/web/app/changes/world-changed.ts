/** Whether an entry of the feed tells of a change in the world, or of one in what this graph knows. */

import type { ChangeKind } from '../../graph/graphql.ts';

interface Valid {
  readonly validity: { readonly from: string | null; readonly to: string | null };
}

/** What of an entry decides it. */
interface Given {
  readonly kind: ChangeKind;
  readonly note: string | null;
  readonly statement: Valid | null;
  /** The statement that it takes the place of. */
  readonly previous: Valid | null;
}

/** The day on which the world changed: something took the place of another from a later day on, or ended; null where only knowledge did. */
export function worldChangedOn({ kind, note, statement, previous }: Given): string | null {
  if (kind !== 'UPDATED' || !statement) return null;
  const { from, to } = statement.validity;
  // What is put right for the same days was the same in the world before.
  if (previous) return from !== null && (previous.validity.from ?? '') < from ? from : null;
  return to !== null && /\bvalidTo\b/.test(note ?? '') ? to : null;
}
