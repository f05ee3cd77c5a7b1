/** Ids: made by rule from what the text says, never typed. */

import { modifierSystemOf, systemOf } from '../../db/codes/code-shapes.ts';

export { codeId, codeKey } from '../../db/codes/code-id.ts';

/** The form of a code tells its category. */
export function categoryOf(code: string) {
  if (systemOf(code) === 'HCPCS_LEVEL_II') return 'LEVEL_II';
  if (code.endsWith('F')) return 'CATEGORY_II';
  if (code.endsWith('T')) return 'CATEGORY_III';
  if (code.endsWith('U')) return 'PROPRIETARY_LABORATORY_ANALYSIS';
  return code.endsWith('M') ? 'MULTIANALYTE_ASSAY' : 'CATEGORY_I';
}

export function modifierId(code: string): string {
  return `Modifier:${modifierSystemOf(code)}:${code}`;
}

export function diagnosisId(code: string): string {
  return `DiagnosisCode:ICD_10_CM:${code}`;
}

export const familyId = (slug: string) => `ServiceFamily:${slug}`;
export const payerId = (slug: string) => `Payer:${slug}`;
export const policyId = (slug: string) => `Policy:${slug}`;
export const placeId = (code: string) => `PlaceOfService:${code}`;
export const siteId = (slug: string) => `SiteOfService:${slug}`;
export const sourceId = (slug: string) => `Source:${slug}`;

/** The first words of a text as part of an id: "Women with Turner syndrome." is `women-with-turner-syndrome`. */
export function slugOf(text: string, words = 8): string {
  const parts = text.toLowerCase().match(/[a-z0-9]+(?:\.[0-9]+)*/g) ?? [];
  return parts.slice(0, words).join('-');
}

/** What an id may look like. */
export const wellFormed = /^[A-Z][A-Za-z0-9]*:[A-Za-z0-9][A-Za-z0-9:._/-]*$/;
