/** Whether a stored figure is a price: a zero or a placeholder is none. */

import { isPlaceholder } from '../prices/placeholder.ts';
import type { RateTerms } from './rate-terms.ts';

/** Whether a figure, in cents or hundredths of a percent, is a price. */
export function isPrice(figure: number, amountKind: RateTerms['amountKind']): boolean {
  return figure !== 0 && !isPlaceholder(figure, amountKind === 'NEGOTIATED_PERCENTAGE');
}
