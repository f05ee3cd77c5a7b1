/** Operations that kept everybody waiting, each with something that makes its text differ so that no cache answers. */

/** A flood: an operation by its number; each number gives another text of the same work. */
export interface Flood {
  readonly name: string;
  readonly document: (n: number) => string;
}

const fields =
  'PAYER, STATEMENT_TYPE, COVERAGE_STATUS, BASIS, LINE_OF_BUSINESS, SOURCE_KIND, RANK, VALUE_STATE';
const aliased = (count: number, field: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `a${i}: ${field(i)}`).join('\n');
const day = (n: number, i: number) =>
  new Date(Date.UTC(2026, 0, 1 + ((n * 60 + i) % 300))).toISOString().slice(0, 10);
const dated = (n: number, i: number) => `asOf: { dateOfService: "${day(n, i)}" }`;

/** What section 1 of the measurements of 29 November 2026 sent, in its order. */
export const floods: readonly Flood[] = [
  { name: 'totalCount', document: (n) => `{ statements(${dated(n, 0)}) { totalCount } }` },
  {
    name: 'all facets',
    document: (n) => `{ statements(${dated(n, 0)}) { facets(fields: [${fields}]) { field } } }`,
  },
  {
    name: 'coverage of all payers, counted',
    document: (n) => `{ payers(${dated(n, 0)}) { coverage { totalCount } } }`,
  },
  {
    name: 'coverage of all payers, by facets',
    document: (n) => `{ payers(${dated(n, 0)}) { coverage { facets(fields: [${fields}]) { field } } } }`,
  },
  {
    name: '58 times totalCount',
    document: (n) => `{ ${aliased(58, (i) => `statements(${dated(n, i)}) { totalCount }`)} }`,
  },
  {
    name: '58 times all facets',
    document: (n) =>
      `{ ${aliased(58, (i) => `statements(${dated(n, i)}) { facets(fields: [${fields}]) { field } }`)} }`,
  },
  {
    name: 'deep pages',
    document: (n) =>
      `{ payers(${dated(n, 0)}) { coverage(first: 20) { nodes { id citations { source { citedBy { totalCount } } } } } } }`,
  },
  {
    name: 'lists without pages',
    document: (n) =>
      `{ serviceFamilies(${dated(n, 0)}) { components { coverage(first: 100) { nodes { id } } } } }`,
  },
  {
    name: 'every family beside 100 gaps',
    document: (n) =>
      `{ families: serviceFamilies(${dated(n, 0)}) { id } gaps(first: 100, ${dated(n, 1)}) { nodes { id searched { id } } } }`,
  },
  {
    name: '50 misspelt searches',
    document: (n) =>
      `{ ${aliased(50, (i) => `searchEntities(text: "ostoeporosis${n}x${i}") { totalCount }`)} }`,
  },
  {
    name: '50 schemas',
    document: (n) => `{ ${aliased(50, (i) => `__schema { types { name description a${n}b${i}: kind } }`)} }`,
  },
];
