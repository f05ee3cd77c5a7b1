/**
 * The coverage-information extension of HL7 Da Vinci CRD, as plain values: what it is made of, and the rules of the guide that
 * hold between its parts (https://hl7.org/fhir/us/davinci-crd/STU2.2/StructureDefinition-ext-coverage-information.html).
 */

/** The url of the extension. */
export const crdUrl = 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information';

/** The code system of the names of details. */
const detailCodes = 'http://terminology.hl7.org/CodeSystem/crd-coverage-detail';

/** Systems of billing codes as FHIR names them. */
export const fhirSystems: Readonly<Record<string, string>> = {
  CPT: 'http://www.ama-assn.org/go/cpt',
  HCPCS_LEVEL_II: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
};

/** A part of the extension. */
export interface CrdPart {
  readonly url: string;
  readonly [value: string]: unknown;
}

/** The extension. */
export interface CrdExtension {
  readonly url: string;
  readonly extension: readonly CrdPart[];
}

/** What is asserted of an order, without the reference to the Coverage of a patient, which its system adds. */
export interface CrdAssertion {
  readonly covered: 'covered' | 'not-covered' | 'conditional' | 'indeterminate';
  /** Left out where it is not known. */
  readonly paNeeded?: 'no-auth' | 'auth-needed' | 'conditional' | 'indeterminate' | undefined;
  /** What has to be known first, where something is conditional. */
  readonly infoNeeded?: 'location' | 'detail-code' | 'OTH' | undefined;
  /** Ways to bill it: a code, and a modifier after a colon as in the post-coordination of CPT. */
  readonly billingCodes: readonly { readonly system: string; readonly code: string }[];
  readonly reason: string;
  /** What is needed, in words; where nothing is conditional it is left out. */
  readonly needed: string;
  /** Where the policy can be read. */
  readonly policyLinks: readonly string[];
  readonly id: string;
  readonly date: string;
  /** The last day on which it holds, where one is known. */
  readonly expiryDate?: string | undefined;
}

/** The extension of an assertion. */
export function crdExtension(asserted: CrdAssertion): CrdExtension {
  const { covered, billingCodes, policyLinks, expiryDate } = asserted;
  // crd-ci-q2: what is not covered needs no authorization.
  const paNeeded = covered === 'not-covered' ? undefined : asserted.paNeeded;
  // crd-ci-q3: something is needed exactly where something is conditional.
  const isConditional = covered === 'conditional' || paNeeded === 'conditional';
  return {
    url: crdUrl,
    extension: [
      { url: 'covered', valueCode: covered },
      ...(paNeeded ? [{ url: 'pa-needed', valueCode: paNeeded }] : []),
      ...(isConditional ? [{ url: 'info-needed', valueCode: asserted.infoNeeded ?? 'OTH' }] : []),
      ...billingCodes.map((valueCoding) => ({ url: 'billingCode', valueCoding })),
      { url: 'reason', valueCodeableConcept: { text: asserted.reason } },
      ...(isConditional ? [detail('cat-limitation', 'instructions', { valueString: asserted.needed })] : []),
      ...policyLinks.map((valueUrl) => detail('cat-other', 'policy-link', { valueUrl })),
      { url: 'coverage-assertion-id', valueString: asserted.id },
      { url: 'date', valueDate: asserted.date },
      ...(expiryDate ? [{ url: 'expiry-date', valueDate: expiryDate }] : []),
    ],
  };
}

function detail(category: string, code: string, value: object): CrdPart {
  return {
    url: 'detail',
    extension: [
      { url: 'category', valueCode: category },
      { url: 'code', valueCodeableConcept: { coding: [{ system: detailCodes, code }] } },
      { url: 'value', ...value },
    ],
  };
}

/**
 * The id of what is asserted of an order: one for all lines of business of a payer, so that an order and a Coverage have one. It
 * names the payer, what is billed, the day and the release, and nothing of a patient; it fits the 80 characters of a claim's K3.
 */
export function assertionId(payer: string, billed: string, day: string, release: string): string {
  return [payer, billed, day, release.replace(/[^\w-]/g, '').slice(0, 12)].join('/');
}
