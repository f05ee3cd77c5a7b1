/** A thing as JSON-LD, with the terms of schema.org where they fit and those of the graph, and the same as plain JSON. */

import { isReference, type ShownCitation, type ShownPage, type ShownThing } from './thing.ts';

/** The vocabulary of the graph: its types and fields by their names. */
const ownTerms = 'tag:coverage-graph,2026:';

const context = {
  '@vocab': ownTerms,
  schema: 'https://schema.org/',
  name: 'schema:name',
  text: 'schema:text',
  url: { '@id': 'schema:url', '@type': '@id' },
  publisher: 'schema:publisher',
  about: 'schema:about',
  citation: 'schema:citation',
  subjectOf: 'schema:subjectOf',
  // JSON of another standard, whose names are not those of the graph.
  crdCoverageInformation: { '@type': '@json' },
} as const;

/** What schema.org calls things of a type; all statements are claims. */
const schemaTypes: Readonly<Record<string, string>> = {
  BillingCode: 'schema:MedicalCode',
  DiagnosisCode: 'schema:MedicalCode',
  Modifier: 'schema:MedicalCode',
  NationalDrugCode: 'schema:Drug',
  Payer: 'schema:Organization',
  Policy: 'schema:CreativeWork',
  PolicyVersion: 'schema:CreativeWork',
  Source: 'schema:CreativeWork',
  Jurisdiction: 'schema:AdministrativeArea',
};

/** The address of a thing on this server. */
type AddressOf = (id: string) => string;

/** The thing as JSON-LD. */
export function jsonLdOf(thing: ShownThing, addressOf: AddressOf): object {
  const { id, type, name, text, validity, citations, statements, citedBy, fields } = thing;
  const isStatement = 'valueState' in fields;
  const schemaType = isStatement ? 'schema:Claim' : schemaTypes[type];
  const { subject, ...others } = fields;
  return {
    '@context': context,
    '@id': addressOf(id),
    '@type': schemaType ? [type, schemaType] : [type],
    id,
    name,
    ...(text !== null && { text }),
    ...(isReference(subject) && { about: linked(subject, addressOf) }),
    ...(validity && { validity }),
    ...(linked(others, addressOf) as object),
    citation: citations.map((citation) => citationOf(citation, addressOf)),
    ...pageOf('subjectOf', statements, addressOf),
    ...pageOf('citedBy', citedBy, addressOf),
  };
}

function pageOf(name: string, page: ShownPage | null, addressOf: AddressOf): object {
  if (!page) return {};
  return { [`${name}Count`]: page.totalCount, [name]: page.nodes.map((node) => linked(node, addressOf)) };
}

function citationOf({ source, url: cited, ...citation }: ShownCitation, addressOf: AddressOf): object {
  const { id, title, publisher, url, officialUrl } = source;
  return {
    '@type': 'schema:CreativeWork',
    '@id': addressOf(id),
    name: title,
    publisher,
    url: cited ?? url ?? officialUrl,
    ...citation,
  };
}

/** References as nodes of JSON-LD, wherever they are. */
function linked(value: unknown, addressOf: AddressOf): unknown {
  if (Array.isArray(value)) return value.map((item) => linked(item, addressOf));
  if (typeof value !== 'object' || value === null) return value;
  if (!isReference(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) =>
        name === 'citations'
          ? ['citation', (inner as readonly ShownCitation[]).map((each) => citationOf(each, addressOf))]
          : [name, linked(inner, addressOf)],
      ),
    );
  const { __typename: type, id, label, ...others } = value;
  const rest = linked(others, addressOf) as object;
  return { '@id': addressOf(id), '@type': type, id, ...(label !== undefined && { name: label }), ...rest };
}

/** The thing as plain JSON: what the graph answered, by the names of its fields. */
export function jsonOf(thing: ShownThing, addressOf: AddressOf): object {
  const { id, type, name, text, validity, citations, statements, citedBy, fields } = thing;
  return {
    ...{ self: addressOf(id), id, type, name, text, validity },
    ...fields,
    citations,
    ...(statements && { statements }),
    ...(citedBy && { citedBy }),
  };
}
