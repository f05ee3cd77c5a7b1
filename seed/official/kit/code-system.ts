/** The names by which price files call CPT and HCPCS, whose codes are loaded. */

/** The names reduced to letters and digits, one or both; the form of a code shows which of the systems it belongs to. */
const loaded =
  /^(?:CPT4?|HCPCS?)(?:LEVEL(?:II?|[12])|II)?(?:(?:OR|AND)?(?:CPT4?|HCPCS?)(?:LEVEL(?:II?|[12])|II)?)?$/;

/** Whether a code type is CPT or HCPCS, as named in the schemas or in files: `CPT/HCPCS`, `CPT-4`, `CPT Code`. */
export function isLoadedSystem(type: string): boolean {
  const letters = type.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return loaded.test(letters.replace(/CODES?$/, ''));
}
