/** The Coverage of a request: the one that it must have, the identifiers of its payer, and its line of business. */

import type { LineOfBusiness, PayerIdentifierSystem, ValueOf } from '../../db/enums/index.ts';
import { lineOfCoverage } from './line-of-business.ts';
import { refused } from './outcome.ts';
import {
  concepts,
  type FhirIdentifier,
  type FhirReference,
  type FhirResource,
  type HookRequest,
  references,
} from './request.ts';

/** The payer as a Coverage names it. */
export interface PayerOfCoverage {
  readonly identifiers: readonly {
    readonly system: ValueOf<typeof PayerIdentifierSystem>;
    readonly value: string;
  }[];
  /** Slugs of this graph. */
  readonly slugs: readonly string[];
}

/** What is read of a Coverage. */
export interface ReadCoverage {
  /** The reference to it, as the client names it. */
  readonly reference: string;
  readonly payer: PayerOfCoverage;
  readonly lineOfBusiness: ValueOf<typeof LineOfBusiness> | null;
}

/** Systems by which FHIR names what the graph knows payers by; the first is that of NAIC company codes. */
const systems: Readonly<Record<string, ValueOf<typeof PayerIdentifierSystem>>> = {
  'urn:oid:2.16.840.1.113883.6.300': 'NAIC_COMPANY',
  'http://hl7.org/fhir/sid/us-npi': 'NPI',
};

/** Types of identifiers, of HL7 v2-0203 and of CARIN's C4BBIdentifierType, where the system is that of a sender. */
const types: Readonly<Record<string, ValueOf<typeof PayerIdentifierSystem>>> = {
  naiccode: 'NAIC_COMPANY',
  payerid: 'CLAIM_PAYER_ID',
  NPI: 'NPI',
};

/** The system of slugs of this graph, for payers of which it knows no identifier. */
const slugSystem = 'urn:coverage-graph:payer';

/** The only active Coverage of a request; none, several, or one without a payer are refused. */
export function coverageOf({ others }: HookRequest): ReadCoverage {
  const active = others.filter(
    ({ resourceType, status = 'active' }) => resourceType === 'Coverage' && status === 'active',
  );
  const [found, ...more] = [...new Map(active.map((one) => [one.id ?? one, one])).values()];
  if (!found?.id)
    throw refused(
      'required',
      'prefetch.coverage',
      'prefetch.coverage has no active Coverage with an id. Send the one that the orders are for.',
    );
  if (more.length > 0)
    throw refused(
      'business-rule',
      'prefetch.coverage',
      `prefetch.coverage has ${more.length + 1} active Coverages. Send the one that the orders are for.`,
    );
  return {
    reference: `Coverage/${found.id}`,
    payer: payerNamed(found, others),
    lineOfBusiness: lineOfCoverage(concepts.safeParse(found.type).data),
  };
}

function payerNamed(coverage: FhirResource, others: readonly FhirResource[]): PayerOfCoverage {
  const payors = references.safeParse(coverage.payor).data ?? [];
  const named = Array.isArray(payors) ? payors : [payors];
  const identifiers = named.flatMap((payor) => identifiersOf(payor, coverage, others));
  return {
    identifiers: identifiers.flatMap(({ system = '', type, value }) => {
      const known = systems[system] ?? type?.coding?.map(({ code = '' }) => types[code]).find(Boolean);
      return known && value ? [{ system: known, value }] : [];
    }),
    slugs: identifiers.flatMap(({ system, value }) => (system === slugSystem && value ? [value] : [])),
  };
}

/** The identifiers of a payor: of the reference itself, and of the Organization that it leads to. */
function identifiersOf(
  { reference = '', identifier }: FhirReference,
  coverage: FhirResource,
  others: readonly FhirResource[],
): readonly FhirIdentifier[] {
  const contained = (coverage.contained ?? []) as readonly FhirResource[];
  const organization = reference.startsWith('#')
    ? contained.find(({ id }) => `#${id}` === reference)
    : others.find(
        ({ resourceType, id }) => reference !== '' && `/${reference}`.endsWith(`/${resourceType}/${id}`),
      );
  const own = organization?.identifier ?? [];
  return [...(identifier ? [identifier] : []), ...(Array.isArray(own) ? own : [own])];
}
