/** Kinds of things in the picture: the types of each, its shape, and the name of its colour in `graph.css`. */

/** A kind of things. */
export interface ThingKind {
  /** Its word in addresses and in the styles. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
  readonly types: readonly string[];
  /** Its shape, as the drawing library calls it. */
  readonly shape:
    | 'ellipse'
    | 'hexagon'
    | 'rectangle'
    | 'diamond'
    | 'triangle'
    | 'pentagon'
    | 'star'
    | 'octagon'
    | 'rhomboid'
    | 'vee';
}

/** All kinds; the last is whatever is none of the others. */
export const kinds: readonly ThingKind[] = [
  { name: 'code', label: 'Code', types: ['BillingCode'], shape: 'ellipse' },
  { name: 'service', label: 'Service', types: ['ServiceFamily', 'ServiceComponent'], shape: 'hexagon' },
  { name: 'payer', label: 'Payer', types: ['Payer'], shape: 'rectangle' },
  { name: 'policy', label: 'Policy', types: ['Policy', 'PolicyVersion'], shape: 'diamond' },
  { name: 'source', label: 'Source', types: ['Source'], shape: 'triangle' },
  { name: 'diagnosis', label: 'Diagnosis', types: ['DiagnosisCode'], shape: 'pentagon' },
  { name: 'modifier', label: 'Modifier', types: ['Modifier'], shape: 'star' },
  {
    name: 'place',
    label: 'Place',
    types: ['PlaceOfService', 'SiteOfService', 'Jurisdiction'],
    shape: 'octagon',
  },
  { name: 'workflow', label: 'Workflow', types: ['Workflow', 'WorkflowStep'], shape: 'rhomboid' },
  {
    name: 'other',
    label: 'Other',
    types: ['Indicator', 'ServiceContext', 'ProviderTaxonomy', 'NationalDrugCode'],
    shape: 'vee',
  },
];

const byType = new Map(kinds.flatMap((kind) => kind.types.map((type) => [type, kind] as const)));
const [other] = kinds.slice(-1) as [ThingKind];

/** The kind of a type. */
export const kindOfType = (type: string | undefined): ThingKind => byType.get(type ?? '') ?? other;

/** The types of the kinds of these names; undefined where there are none. */
export const typesOf = (names: readonly string[]): readonly string[] | undefined => {
  const types = kinds.filter(({ name }) => names.includes(name)).flatMap((kind) => kind.types);
  return types.length > 0 ? types : undefined;
};
