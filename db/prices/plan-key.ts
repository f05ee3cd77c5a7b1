/** The numbers of health plans, which are written in several ways. */

/** Letters and digits alone, by which a plan is looked up: an EIN is written with and without its hyphen. */
export function planKeyOf(planId: string): string {
  return planId.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}
