/** Every official file format that is read, one line each. */

import { mcd } from '../official/mcd.ts';
import type { Format } from './format.ts';

export const formats: readonly Format[] = [mcd];

/** The format of a name; undefined when there is none. */
export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name);
}
