/** The names by which price files call CPT and HCPCS, whose codes are loaded. */

/** The names reduced to letters and digits; the form of a code shows which of the systems it belongs to. */
const loaded = new Set(['CPT', 'CPT4', 'HCPCS', 'HCPC', 'CPTHCPCS', 'HCPCSCPT']);

/** Whether a code type is CPT or HCPCS, as named in the schemas or in files: `CPT/HCPCS`, `CPT-4`. */
export function isLoadedSystem(type: string): boolean {
  return loaded.has(type.toUpperCase().replace(/[^A-Z0-9]+/g, ''));
}
