/** The fields of the query root, each with a good value of what it cannot do without, as questions for tests. */

import { type GraphQLArgument, type GraphQLField, getNamedType, isRequiredArgument } from 'graphql';
import { schema } from '../../schema/index.ts';
import { selectionOf } from './selection.ts';

type RootField = GraphQLField<unknown, unknown>;

const day = { dateOfService: '2025-10-15' };
const line = { code: '77090', ...day };

/** A good value of each argument that a root field cannot do without, of one of several that will do. */
const samples: Readonly<Record<string, unknown>> = {
  'billingCode.code': '77090',
  'billingCodes.codings': [{ code: '77090' }],
  'checkClaim.claim': { lines: [line] },
  'claimLineCoverage.code': '77080',
  'claimLineCoverage.payer': 'Payer:aetna',
  'codeReport.code': '77090',
  'comparePayers.family': 'ServiceFamily:dxa-vfa',
  'comparePayers.left': 'Payer:aetna',
  'comparePayers.right': 'Payer:bcbsal',
  'coverageChangeDays.input': { families: ['ServiceFamily:trabecular-bone-score'], payers: ['Payer:aetna'] },
  'coverageMatrix.input': { families: ['ServiceFamily:trabecular-bone-score'], payers: ['Payer:aetna'] },
  'diagnosis.code': 'M81.0',
  'diff.from': day,
  'diff.scope': { payers: ['Payer:aetna'], types: ['CoverageStatement'] },
  'diff.to': { dateOfService: '2026-10-15' },
  'mapTerms.terms': ['UHC'],
  'localitiesOfCounty.county': 'Los Angeles',
  'localitiesOfCounty.state': 'CA',
  'modifier.code': '26',
  'nationalDrugCode.code': '00006-4096-02',
  'neighbourhood.input': { of: ['BillingCode:CPT:77090', 'Payer:aetna'] },
  'node.id': 'Payer:aetna',
  'nodes.ids': ['Payer:aetna'],
  'paths.input': { from: 'BillingCode:CPT:77090', to: 'Payer:medicare' },
  'payer.slug': 'aetna',
  'placeOfService.code': '11',
  'policy.number': 'CPB 0134',
  'searchEntities.text': 'bone',
  'serviceFamily.id': 'ServiceFamily:trabecular-bone-score',
  'providerTaxonomy.code': '207Q00000X',
  'siteOfService.slug': 'physician-office',
  'workflow.id': 'Workflow:tbs-remote',
};

/** Those that only loaded files bring an answer to: the graph of the seed's text does not hold the good value. */
export const loadedOnlyRoots: ReadonlySet<string> = new Set(['nationalDrugCode']);

/** All of them but those of federation. */
export const rootFields: readonly RootField[] = Object.values(
  schema.getQueryType()?.getFields() ?? {},
).filter(({ name }) => !name.startsWith('_'));

/** A good value of an argument; undefined where there is none here. */
export function sampleOf(field: string, { name }: GraphQLArgument): unknown {
  return samples[`${field}.${name}`];
}

/** Good values of all arguments that a field cannot do without. */
export function samplesOf({ name, args }: RootField): Readonly<Record<string, unknown>> {
  const needed = args.filter((arg) => isRequiredArgument(arg) || sampleOf(name, arg) !== undefined);
  return Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(name, arg)]));
}

/** The document that queries a root field with these arguments as variables of their names. */
export function documentOf(
  { name, type, args }: RootField,
  given: readonly string[],
  operation: 'query' | 'subscription' = 'query',
): string {
  const passed = args.filter((arg) => given.includes(arg.name));
  const declared = passed.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const bound = passed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = selectionOf(getNamedType(type));
  return `${operation} ${declared && `(${declared})`} { ${name}${bound && `(${bound})`} ${selection} }`;
}
