/** Revenue codes, by which hospitals bill: they tell the fee of a physician from that of the hospital. */

/** The revenue codes of an item, with their leading zero, distinct and sorted. */
export function revenueCodesIn(
  codes: readonly { readonly code: string; readonly type: string }[],
): readonly string[] {
  const ofRevenue = codes.filter(({ type }) =>
    /^(?:rc|rev(?:enue)?(?: code)?)$/.test(type.trim().toLowerCase()),
  );
  const found = ofRevenue
    .flatMap(({ code }) => code.split(/[|,;\s]+/))
    .filter((code) => /^\d{3,4}$/.test(code));
  return [...new Set(found.map((code) => code.padStart(4, '0')))].sort();
}

/** Whether an item is billed as a professional fee: by revenue codes 096x to 098x alone. */
export function isProfessionalFee(revenueCodes: readonly string[]): boolean {
  return revenueCodes.length > 0 && revenueCodes.every((code) => /^09[678]/.test(code));
}
