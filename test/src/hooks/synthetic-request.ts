/** Requests of hooks as order entry sends them. All of it is synthetic: there is no such patient, plan or order. */

/** Values of the synthetic patient, which must be nowhere but in the answer to its request. */
export const patient = {
  id: 'synthetic-patient-7f3a91',
  name: 'Synthea Testperson',
  birthDate: '1951-02-03',
  member: 'SYN-MEMBER-440-11',
  encounter: 'synthetic-encounter-5150',
  practitioner: 'synthetic-practitioner-88',
} as const;

const systems = {
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  snomed: 'http://snomed.info/sct',
} as const;

/** A draft order of a code. */
export function order(
  code: string,
  more: Readonly<Record<string, unknown>> = {},
  system: keyof typeof systems = 'cpt',
) {
  return {
    resourceType: 'ServiceRequest',
    id: `order-${code.replace(/\W/g, '-')}`,
    status: 'draft',
    intent: 'order',
    code: { coding: [{ system: systems[system], code }] },
    subject: { reference: `Patient/${patient.id}`, display: patient.name },
    authoredOn: '2026-11-30',
    requester: { reference: `Practitioner/${patient.practitioner}` },
    occurrenceDateTime: '2026-12-01T09:00:00Z',
    ...more,
  };
}

/** A Coverage of a payer with that identifier. */
export function coverage(
  identifier: Readonly<Record<string, unknown>> = { system: 'urn:coverage-graph:payer', value: 'aetna' },
  more: Readonly<Record<string, unknown>> = {},
) {
  return {
    resourceType: 'Coverage',
    id: 'synthetic-coverage-1',
    status: 'active',
    subscriberId: patient.member,
    beneficiary: { reference: `Patient/${patient.id}` },
    payor: [{ reference: 'Organization/synthetic-payer' }],
    contained: [],
    ...more,
    ...(more.payor ? {} : { payor: [{ identifier }] }),
  };
}

/** An identifier by its type, as a clearing house's payer id or an NAIC code comes. */
export function typed(code: 'payerid' | 'naiccode', value: string) {
  const coding = [{ system: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBIdentifierType', code }];
  return { system: 'https://ehr.example/payers', type: { coding }, value };
}

const bundleOf = (resources: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

interface Parts {
  readonly orders?: readonly object[];
  readonly coverages?: readonly object[];
  readonly others?: readonly object[];
  readonly context?: Readonly<Record<string, unknown>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A request of order-sign with these orders and Coverages. */
export function orderSign({
  orders = [order('77090')],
  coverages = [coverage()],
  others = [],
  context = {},
  more = {},
}: Parts = {}) {
  return {
    hook: 'order-sign',
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    context: {
      userId: `Practitioner/${patient.practitioner}`,
      patientId: patient.id,
      encounterId: patient.encounter,
      draftOrders: bundleOf(orders),
      ...context,
    },
    prefetch: {
      patient: {
        resourceType: 'Patient',
        id: patient.id,
        name: [{ text: patient.name }],
        birthDate: patient.birthDate,
      },
      coverage: bundleOf([...coverages, ...others]),
    },
    ...more,
  };
}
