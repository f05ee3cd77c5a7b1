/** Ids of synthetic entities. The HCPCS files of 2019 and 2020 have no code that begins with F, I, N or O, so none of these is real. */

const number = (index: number) => String(index).padStart(5, '0');

const letters = 'FINO';

/** `F0000`, `F0001` …; `I0000` follows `F9999`. */
export function codeOf(index: number): string {
  return letters.charAt(index / 10_000) + String(index % 10_000).padStart(4, '0');
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
