/** By which names price files call the systems whose codes are held here. */

/** Letters and digits of these names; a code of either system is known by its own form which of them it is of. */
const held = new Set(['CPT', 'CPT4', 'HCPCS', 'HCPC', 'CPTHCPCS', 'HCPCSCPT']);

/** Whether a type of code is CPT or HCPCS, as the schemas call them or as files do: `CPT/HCPCS`, `CPT-4`. */
export function isHeldSystem(type: string): boolean {
  return held.has(type.toUpperCase().replace(/[^A-Z0-9]+/g, ''));
}
