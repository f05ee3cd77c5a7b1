/** Revenue codes, by which hospitals bill: they tell the fee of a physician from that of the hospital. */

/** What files call revenue codes, by its letters. */
const called = /^(?:nubc|(?:ub|nubc)?(?:rc|rev(?:enue)?))(?:codes?)?$/;

/** A revenue code alone, with its name before it or its words behind it, or as spreadsheets write a number: `RC 320`, `0320 - CT`, `320.0`. */
const written = /^(?:ub|rc|rev(?:enue)?)?\W*(?:codes?)?\W*(\d{3,4})(?:\.0*)?(?:\s*[-:]\s*\D.*)?$/i;

/** The revenue codes of an item, with their leading zero, distinct and sorted, and the cells that are of no such form. */
export function revenueCodesIn(codes: readonly { readonly code: string; readonly type: string }[]): {
  readonly revenueCodes: readonly string[];
  readonly unread: readonly string[];
} {
  const ofRevenue = codes.filter(({ type }) => called.test(type.toLowerCase().replace(/[^a-z]+/g, '')));
  const found: string[] = [];
  const unread: string[] = [];
  for (const { code } of ofRevenue)
    for (const cell of code.split(/[|,;/]+|\s+(?=\d)/)) {
      const [, number] = written.exec(cell.trim()) ?? [];
      if (number) found.push(number.padStart(4, '0'));
      else if (cell.trim() !== '' && !/^\W*(?:rc|rev(?:enue)?(?:\s+codes?)?)\W*$/i.test(cell))
        unread.push(cell.trim());
    }
  return { revenueCodes: [...new Set(found)].sort(), unread: [...new Set(unread)].sort() };
}

/** Whether an item is billed as a professional fee: by revenue codes 096x to 098x alone. */
export function isProfessionalFee(revenueCodes: readonly string[]): boolean {
  return revenueCodes.length > 0 && revenueCodes.every((code) => /^09[678]/.test(code));
}
