/** The names by which price files call CPT and HCPCS, whose codes are loaded. */

/** The names reduced to letters and digits; the form of a code shows which of the systems it belongs to. */
const loaded = new Set(['CPT', 'CPT4', 'HCPCS', 'HCPC', 'CPTHCPCS', 'HCPCSCPT', 'HCPCSII', 'HCPCSLEVELII']);

/** Whether a code type is CPT or HCPCS, as named in the schemas or in files: `CPT/HCPCS`, `CPT-4`, `CPT Code`. */
export function isLoadedSystem(type: string): boolean {
  const letters = type.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  return loaded.has(letters.replace(/CODES?$/, ''));
}
