/** Codes as people write them: alone, behind their system, or as an id. A billing code may have its component modifier behind it. */

import { type CodeKind, codeIn, modifierSystemOf, shapes, systemOf } from './code-shapes.ts';

/** Where codes of a kind are things of the graph: their type, and the system that is in their ids. */
const owners: Partial<
  Readonly<Record<CodeKind, { readonly type: string; readonly systemOf?: (code: string) => string }>>
> = {
  BILLING_CODE: { type: 'BillingCode', systemOf },
  DENTAL_CODE: { type: 'BillingCode', systemOf },
  DIAGNOSIS: { type: 'DiagnosisCode', systemOf: () => 'ICD_10_CM' },
  MODIFIER: { type: 'Modifier', systemOf: modifierSystemOf },
  NATIONAL_DRUG_CODE: { type: 'NationalDrugCode' },
  PLACE_OF_SERVICE: { type: 'PlaceOfService' },
  TAXONOMY: { type: 'ProviderTaxonomy' },
};

/** The text without the type and the system of its id before it; as it is where it has those of no such code. */
function unlabelled(kind: CodeKind, written: string): string {
  const owner = owners[kind];
  const [text = '', ...labels] = written.trim().split(':').reverse();
  const code = codeIn(kind, text);
  if (!owner || code === undefined) return written;
  const system = owner.systemOf?.(code);
  const lead = labels.reverse();
  if (lead[0] === owner.type) lead.shift();
  if (lead[0]?.toUpperCase() === system) lead.shift();
  return lead.length === 0 ? text : written;
}

/** The code of a kind that a person writes, in the form of the graph; undefined where it is none. */
export function codeWritten(kind: CodeKind, written: string): string | undefined {
  return codeIn(kind, unlabelled(kind, written));
}

/** A billing code as it was written: its id, and the modifier after it, if any. */
export interface NamedCode {
  readonly codeId: string;
  readonly modifier?: string;
}

const behind = new RegExp(String.raw`^(.*)-(${shapes.MODIFIER.form})\s*$`, 'is');

/** The billing code that a text names: "77090", "CPT:77090", "BillingCode:CPT:77090"; "77080-26" with the modifier of a component. */
export function namedCode(written: string, system?: string | null): NamedCode | undefined {
  const codeId = billingCodeId(written, system);
  if (codeId !== undefined) return { codeId };
  const [, text = '', modifier = ''] = behind.exec(written) ?? [];
  const ofComponent = billingCodeId(text, system);
  return ofComponent === undefined ? undefined : { codeId: ofComponent, modifier: modifier.toUpperCase() };
}

/** A system that is given beside a code goes into its id; a dental code is one, though the graph has none. */
function billingCodeId(written: string, system: string | null | undefined): string | undefined {
  const code = codeWritten('DENTAL_CODE', written) ?? codeWritten('BILLING_CODE', written);
  return code && `BillingCode:${system ?? systemOf(code)}:${code}`;
}

/** The id that a text with a digit has as a code of a kind that is taken for no other: diagnoses, drugs, taxonomies. */
export function otherCodeId(written: string): string | undefined {
  for (const kind of ['DIAGNOSIS', 'NATIONAL_DRUG_CODE', 'TAXONOMY'] as const) {
    const code = /\d/.test(written) ? codeWritten(kind, written) : undefined;
    const owner = owners[kind];
    if (code && owner) return [owner.type, owner.systemOf?.(code), code].filter(Boolean).join(':');
  }
  return undefined;
}
