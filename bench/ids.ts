/** Ids of synthetic things. No code set has codes that begin with Z, so none of them can be taken for a real one. */

const number = (index: number) => String(index).padStart(5, '0');

/** `Z0000`, `Z0001` … in base 36. */
export function codeOf(index: number): string {
  return `Z${index.toString(36).toUpperCase().padStart(4, '0')}`;
}

export const codeSystem = 'HCPCS_LEVEL_II';

export const ids = {
  code: (index: number) => `BillingCode:${codeSystem}:${codeOf(index)}`,
  family: (index: number) => `ServiceFamily:synthetic-${number(index)}`,
  component: (index: number) => `ServiceComponent:synthetic-${number(index)}`,
  payer: (index: number) => `Payer:synthetic-${number(index)}`,
  policy: (index: number) => `Policy:synthetic-${number(index)}`,
  version: (index: number) => `PolicyVersion:synthetic-${number(index)}`,
  source: (index: number) => `Source:synthetic-${number(index)}`,
  validity: (index: number) => `CodeValidity:synthetic-${number(index)}`,
  coverage: (code: number, payer: number) => `CoverageStatement:synthetic-${number(code)}-${number(payer)}`,
  authorization: (code: number, payer: number) =>
    `PriorAuthorizationStatement:synthetic-${number(code)}-${number(payer)}`,
} as const;
