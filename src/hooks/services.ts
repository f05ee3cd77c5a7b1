/** The CDS Hooks services that are offered, as `GET /cds-services` lists them (https://cds-hooks.hl7.org/2.0/#discovery). */

/** The path of the list; a service is below it, by its id. */
export const hooksPath = '/cds-services';

/** The version of Da Vinci CRD by which the answers are made. */
const crdVersion = '2.2';

/** What can be turned off by `davinci-crd.configuration` of a request. */
const options = [
  {
    code: 'coverage-info',
    type: 'boolean',
    name: 'Coverage information',
    description:
      'What published policy of the payer says of each order: whether it is covered, whether prior authorization is needed, and where that can be read. Off: nothing is answered.',
    default: true,
  },
];

const prefetch = {
  coverage: 'Coverage?patient={{context.patientId}}&status=active&_include=Coverage:payor',
  locations: 'Location?_id={{context.draftOrders.entry.resource.locationReference.resolve().id}}',
};

const extension = { 'davinci-crd.version': [crdVersion], 'davinci-crd.configuration-options': options };

/** A service, by its id. */
export interface HookService {
  readonly hook: 'order-select' | 'order-sign';
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly usageRequirements: string;
}

const shared = {
  description:
    'Adds to each draft order what published policy of the payer says of its code on the day of the service, as Da Vinci CRD coverage-information with its source. It knows no member and says of nobody that an order is covered.',
  usageRequirements:
    'Send one active Coverage whose payer has an identifier that this server knows, in the prefetch `coverage`.',
  prefetch,
  extension,
};

/** The services, each for one hook. */
export const services: readonly HookService[] = [
  {
    hook: 'order-sign',
    id: 'coverage-order-sign',
    title: 'Published coverage policy, when orders are signed',
    ...shared,
  },
  {
    hook: 'order-select',
    id: 'coverage-order-select',
    title: 'Published coverage policy, when orders are selected',
    ...shared,
  },
];
