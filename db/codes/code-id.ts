/** The ids of billing codes, which follow from the code itself. */

import { systemOf } from './code-shapes.ts';

/** `CPT:77090`, `HCPCS_LEVEL_II:G0130`: the form of a code tells its system. */
export function codeKey(code: string): string {
  return `${systemOf(code)}:${code}`;
}

/** `BillingCode:CPT:77090`. */
export function codeId(code: string): string {
  return `BillingCode:${codeKey(code)}`;
}
