/** Figures that stand where a file has no price. The one place that says which. */

/**
 * In cents: nine nines, which CMS lets hospitals write where there is no figure and its validator accepts with an alert.
 * Whatever is as large is no price either.
 */
const nineNines = 999_999_999_00;

/** The rule in words, for `method` and notes. */
export const placeholderRule =
  'Placeholders are 999,999,999.00, which the validator of CMS accepts in place of a figure, and more; also 0.01 dollars, and dollars of five nines or more such as 99,999,999.00 or 99,999.99';

/** Whether a figure in cents, or in hundredths of a percent, is a placeholder. */
export function isPlaceholder(cents: number, percentage = false): boolean {
  if (cents >= nineNines) return true;
  return !percentage && (cents === 1 || /^9{5,}(?:00|99)$/.test(String(cents)));
}
