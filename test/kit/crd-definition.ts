/**
 * What HL7 Da Vinci CRD 2.2.1 publishes of its coverage-information extension, as data: how often its parts may be there, of which
 * type and value set they are, and its invariants. Read at
 * https://hl7.org/fhir/us/davinci-crd/STU2.2/StructureDefinition-ext-coverage-information.html and in
 * input/fsh/extensions/CoverageInformation.fsh and input/fsh/valuesets/CoverageInformationValuesets.fsh of
 * https://github.com/HL7/davinci-crd. The value sets of 2.2.1 are at https://hl7.org/fhir/us/davinci-crd/2.2.1/en/.
 */

/** A part of an extension. */
export interface PublishedPart {
  readonly url: string;
  readonly [value: string]: unknown;
}

/** The extension. */
export interface Extension {
  readonly url: string;
  readonly extension: readonly PublishedPart[];
}

const many = Number.POSITIVE_INFINITY;

interface Element {
  readonly least: number;
  readonly most: number;
  /** The type of its value, as the name of its property; none where it has parts of its own. */
  readonly value?: string;
  /** The codes of a required value set. */
  readonly codes?: readonly string[];
  readonly parts?: Readonly<Record<string, Omit<Element, 'value'> & { readonly values: readonly string[] }>>;
}

/** The url of the extension. */
export const url = 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information';

const elements: Readonly<Record<string, Element>> = {
  coverage: { least: 1, most: 1, value: 'valueReference' },
  covered: {
    ...{ least: 1, most: 1, value: 'valueCode' },
    codes: ['not-covered', 'covered', 'conditional', 'indeterminate'],
  },
  'pa-needed': {
    ...{ least: 0, most: 1, value: 'valueCode' },
    codes: ['no-auth', 'auth-needed', 'satisfied', 'performpa', 'conditional', 'indeterminate'],
  },
  'doc-needed': {
    ...{ least: 0, most: many, value: 'valueCode' },
    codes: ['clinical', 'admin', 'patient', 'conditional', 'indeterminate'],
  },
  'doc-purpose': {
    ...{ least: 0, most: many, value: 'valueCode' },
    codes: ['withpa', 'withclaim', 'withorder', 'retain-doc', 'OTH'],
  },
  'info-needed': {
    ...{ least: 0, most: many, value: 'valueCode' },
    codes: ['performer', 'location', 'timeframe', 'contract-window', 'detail-code', 'OTH'],
  },
  billingCode: { least: 0, most: many, value: 'valueCoding' },
  reason: { least: 0, most: many, value: 'valueCodeableConcept' },
  detail: {
    ...{ least: 0, most: many },
    parts: {
      category: {
        ...{ least: 1, most: 1, values: ['valueCode'] },
        codes: ['cat-limitation', 'cat-decisional', 'cat-other'],
      },
      code: { least: 1, most: 1, values: ['valueCodeableConcept'] },
      value: {
        ...{ least: 1, most: 1 },
        values: ['valueBoolean', 'valueString', 'valueUrl', 'valueQuantity', 'valuePeriod'],
      },
      qualification: { least: 0, most: 1, values: ['valueString'] },
    },
  },
  dependency: { least: 0, most: many, value: 'valueReference' },
  questionnaire: { least: 0, most: many, value: 'valueCanonical' },
  date: { least: 1, most: 1, value: 'valueDate' },
  'coverage-assertion-id': { least: 1, most: 1, value: 'valueString' },
  'satisfied-pa-id': { least: 0, most: 1, value: 'valueString' },
  contact: { least: 0, most: many, value: 'valueContactPoint' },
  'expiry-date': { least: 0, most: 1, value: 'valueDate' },
};

type Codes = (part: string) => readonly unknown[];

/** The invariants, and the comment on `info-needed` that OTH comes with a detail. */
const invariants: Readonly<Record<string, (codes: Codes, has: (part: string) => boolean) => boolean>> = {
  'crd-ci-q1': (_, has) => !has('questionnaire') || has('doc-needed'),
  'crd-ci-q2': (codes, has) => !codes('covered').includes('not-covered') || !has('pa-needed'),
  'crd-ci-q3': (codes, has) =>
    ['covered', 'pa-needed', 'doc-needed'].some((part) => codes(part).includes('conditional')) ===
    has('info-needed'),
  'crd-ci-q4': (codes) =>
    !codes('doc-purpose').includes('withpa') ||
    !(
      codes('pa-needed').some((code) => code === 'satisfied' || code === 'no-auth') ||
      codes('covered').includes('not-covered')
    ),
  'crd-ci-q5': (codes, has) => codes('pa-needed').includes('satisfied') === has('satisfied-pa-id'),
  'crd-ci-q6': (codes, has) => !codes('info-needed').includes('OTH') || has('reason'),
  'crd-ci-q8': (codes, has) => codes('doc-purpose').every((code) => code === 'conditional') || has('reason'),
  'crd-ci-q9': (codes, has) =>
    !['covered', 'pa-needed', 'doc-needed'].some((part) => codes(part).includes('indeterminate')) ||
    has('reason'),
  'info-needed OTH has a detail': (codes, has) => !codes('info-needed').includes('OTH') || has('detail'),
};

/** Every way in which an extension is none of the guide; `without` are parts that its sender adds. */
export function violationsOf(found: Extension, without: readonly string[] = []): readonly string[] {
  const wrong: string[] = found.url === url ? [] : ['its url'];
  const of = (name: string) => found.extension.filter((part) => part.url === name);
  for (const [name, element] of Object.entries(elements)) {
    const parts = of(name);
    const least = without.includes(name) ? 0 : element.least;
    if (parts.length < least || parts.length > element.most)
      wrong.push(`${name}: there ${parts.length} times`);
    for (const part of parts) wrong.push(...wrongIn(name, part, element));
  }
  for (const { url: name } of found.extension) if (!(name in elements)) wrong.push(`${name} is no part`);
  // crd-ci-q7: a reason that is no code of the guide has a text.
  for (const { valueCodeableConcept } of of('reason'))
    if (!(valueCodeableConcept as { readonly text?: string }).text) wrong.push('crd-ci-q7');
  const codes: Codes = (name) => of(name).map(({ valueCode }) => valueCode);
  for (const [key, holds] of Object.entries(invariants))
    if (!holds(codes, (name) => of(name).length > 0)) wrong.push(key);
  return wrong;
}

function wrongIn(name: string, part: PublishedPart, { value, codes, parts }: Element): readonly string[] {
  if (parts) {
    const inside = (part.extension ?? []) as readonly PublishedPart[];
    return Object.entries(parts).flatMap(([inner, { least, most, values, codes: allowed }]) => {
      const found = inside.filter((one) => one.url === inner);
      const valued = found.every((one) => {
        const [key = '', ...others] = Object.keys(one).filter((each) => each !== 'url');
        return (
          others.length === 0 && values.includes(key) && (!allowed || allowed.includes(String(one[key])))
        );
      });
      return found.length < least || found.length > most || !valued ? [`${name}.${inner}`] : [];
    });
  }
  const keys = Object.keys(part).filter((key) => key !== 'url');
  if (keys.join() !== value) return [`${name}: ${keys.join()} in place of ${value}`];
  if (codes && !codes.includes(String(part[value]))) return [`${name}: ${part[value]}`];
  if (value === 'valueDate' && !/^\d{4}-\d\d-\d\d$/.test(String(part[value]))) return [`${name}: no day`];
  return [];
}
