/** What is read of a draft order: how it would be billed, on which day, and where; and the rules of CRD that it must keep. */

import { HookRefusal } from './outcome.ts';
import { concepts, type FhirResource, type HookRequest, references } from './request.ts';

/** A billing code of an order, with the modifiers that are written with it. */
export interface OrderedCode {
  readonly system: 'CPT' | 'HCPCS_LEVEL_II';
  readonly code: string;
  readonly modifiers: readonly string[];
}

/** An order as it is read. */
export interface ReadOrder {
  readonly resource: FhirResource;
  /** The first billing code; undefined where it has clinical codes alone. */
  readonly code: OrderedCode | undefined;
  /** The day of the service; null where the order does not give it to the day. */
  readonly day: string | null;
  /** The state of the place, as USPS abbreviates it; null where the request does not tell. */
  readonly state: string | null;
}

/** Systems of billing codes, as FHIR and older senders write them. */
const systems: Readonly<Record<string, OrderedCode['system']>> = {
  'http://www.ama-assn.org/go/cpt': 'CPT',
  'urn:oid:2.16.840.1.113883.6.12': 'CPT',
  'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets': 'HCPCS_LEVEL_II',
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets': 'HCPCS_LEVEL_II',
  'urn:oid:2.16.840.1.113883.6.285': 'HCPCS_LEVEL_II',
};

/** Where the types of orders have their code. */
const coded = ['code', 'codeCodeableConcept', 'medicationCodeableConcept'];

/** What profile-servicerequest of CRD 2.2 requires beyond FHIR. */
const requiredOfServiceRequest = ['code', 'authoredOn', 'requester'];

/** The orders of a request. Those that say what shall not be done are left out; those that break CRD's rules are refused. */
export function ordersOf(request: HookRequest): readonly ReadOrder[] {
  const orders = request.orders.filter(({ resource }) => resource.doNotPerform !== true);
  const issues = orders.flatMap(({ resource, entry }) =>
    resource.resourceType === 'ServiceRequest'
      ? requiredOfServiceRequest
          .filter((field) => resource[field] === undefined)
          .map((field) => ({
            code: 'business-rule' as const,
            expression: `context.draftOrders.entry[${entry}].resource.${field}`,
            diagnostics: `A ServiceRequest of CRD has ${field}, which this one has not.`,
          }))
      : [],
  );
  if (issues.length > 0) throw new HookRefusal(422, 'BAD_USER_INPUT', issues);
  return orders.map(({ resource }) => ({
    resource,
    code: codeOf(resource),
    day: dayOf(resource),
    state: stateOf(resource, request),
  }));
}

function codeOf(order: FhirResource): OrderedCode | undefined {
  const codings = coded.flatMap((field) => concepts.safeParse(order[field]).data?.coding ?? []);
  const [first] = codings.flatMap(({ system = '', code = '' }) => {
    const known = systems[system];
    // A modifier comes after a colon, as in the post-coordination of CPT, or after a hyphen.
    const [billed = '', ...modifiers] = code.split(/[:-]/);
    return known && billed ? [{ system: known, code: billed, modifiers }] : [];
  });
  return first;
}

/** The first day of the occurrence. */
function dayOf(order: FhirResource): string | null {
  const { occurrenceDateTime, occurrencePeriod } = order;
  const start = (occurrencePeriod as { readonly start?: unknown } | null | undefined)?.start;
  const [day = null] = /^\d{4}-\d{2}-\d{2}/.exec(String(occurrenceDateTime ?? start ?? '')) ?? [];
  return day;
}

/** The state of the location that the order refers to, where it came with the request. */
function stateOf(order: FhirResource, { others }: HookRequest): string | null {
  const given = references.safeParse(order.locationReference).data ?? [];
  const places = (Array.isArray(given) ? given : [given]).flatMap(({ reference = '' }) => {
    const contained = order.contained?.find(({ id }) => `#${id}` === reference);
    const sent = others.find(
      ({ resourceType, id }) => resourceType === 'Location' && `/${reference}`.endsWith(`/Location/${id}`),
    );
    return contained ?? sent ?? [];
  });
  const states = places.map(({ address }) => (address as { readonly state?: unknown } | undefined)?.state);
  const [state] = states.filter((one) => typeof one === 'string');
  return state && /^[A-Za-z]{2}$/.test(state) ? state.toUpperCase() : null;
}
