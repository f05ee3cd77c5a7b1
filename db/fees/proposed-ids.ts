/** Ids of families and components that are worked out: the code of the whole, and the way to bill the component, are in them. */

import { codeIn, systemOf } from '../codes/code-shapes.ts';
import { lastPart } from '../kit/id-parts.ts';
import { withModifier } from '../tables/sentences.ts';

const begins = 'ServiceFamily:proposed-';

/** The id and slug of the family that is worked out around a code: `proposed-93000`. */
export function familyOfCode(codeId: string): { readonly id: string; readonly slug: string } {
  const id = begins + lastPart(codeId).toLowerCase();
  return { id, slug: lastPart(id) };
}

/** The code around which a family of that id is worked out; undefined where it is no such id. */
export function codeOfFamily(familyId: string): string | undefined {
  if (!familyId.startsWith(begins)) return undefined;
  const code = codeIn('BILLING_CODE', familyId.slice(begins.length));
  return code && familyOfCode(code).id === familyId ? `BillingCode:${systemOf(code)}:${code}` : undefined;
}

/** The id of a component: that of its family, and how it is billed, such as `proposed-93024/93024-26`. */
export function proposedComponentId(familyId: string, codeId: string, modifierId: string | null): string {
  return `ServiceComponent:${lastPart(familyId)}/${withModifier(codeId, modifierId)}`;
}

/** The id of the family of a component that is worked out; undefined where it is no such id. */
export function familyOfComponent(componentId: string): string | undefined {
  const slug = /^ServiceComponent:([^/]+)\//.exec(componentId)?.[1];
  return slug === undefined ? undefined : `ServiceFamily:${slug}`;
}
