/** A statement as a sentence, for explanations and reports; each kind may say its own. */

import type { Fact } from '../kit/fact.ts';
import { parseId } from '../kit/id.ts';

type Say = (fact: never) => string;

const sayings = new Map<string, Say>();

/** Declares how statements of a type read. */
export function sayAs(type: string, say: Say): void {
  sayings.set(type, say);
}

/** The statement as a sentence: its own saying, else its summary. */
export function says(fact: Fact): string {
  const say = sayings.get(parseId('id', fact.id).type);
  if (say) return say(fact as never); // a saying is declared for the rows of its type
  return (fact as Fact & { readonly summary?: string }).summary ?? fact.id;
}

/** The code in the id of a code, modifier or diagnosis. */
export { lastPart as codeIn } from '../../db/kit/id-parts.ts';

/** A value of a closed list as words: NOT_COVERED is "not covered". */
export function words(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}
