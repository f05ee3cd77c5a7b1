/** Coverage as an HL7 Da Vinci CRD coverage-information extension: it obeys the invariants that the guide publishes for it. */

import { describe, expect, test } from 'vitest';
import { ask } from '../../kit/graph.ts';
import { idsOf } from '../../kit/walk.ts';

interface Part {
  readonly url: string;
  readonly [value: string]: unknown;
}
interface Statement {
  readonly id: string;
  readonly covered: string | null;
  readonly code: { readonly code: string };
  readonly validity: { readonly to: string | null };
  readonly crdCoverageInformation: { readonly url: string; readonly extension: readonly Part[] };
}

const { nodes: all } = await ask<{ nodes: (Statement & { readonly mention: boolean })[] }>(
  `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on CoverageStatement { id mention covered code { code } validity { to } crdCoverageInformation } } }`,
  { ids: idsOf('CoverageStatement') },
);

/** A mention is none: of its payer nothing was read. */
const nodes = all.filter(({ mention }) => !mention);

const parts = ({ crdCoverageInformation: { extension } }: Statement, url: string) =>
  extension.filter((part) => part.url === url);
const odd = (wrong: (statement: Statement) => boolean) => nodes.filter(wrong).map(({ id }) => id);

/** The parts of the extension: their value and how often they may stand. */
const known: Readonly<Record<string, readonly [value: string, least: number, most: number]>> = {
  covered: ['valueCode', 1, 1],
  'info-needed': ['valueCode', 0, 9],
  billingCode: ['valueCoding', 0, 9],
  reason: ['valueCodeableConcept', 0, 9],
  date: ['valueDate', 1, 1],
  'coverage-assertion-id': ['valueString', 1, 1],
  'expiry-date': ['valueDate', 0, 1],
};

describe('every statement of coverage that is no mention', () => {
  test('is the extension of the guide, by its url', () => {
    const url = 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information';
    expect(odd(({ crdCoverageInformation }) => crdCoverageInformation.url !== url)).toEqual([]);
    expect(nodes.length).toBeGreaterThan(100);
  });

  test.each(Object.entries(known))(
    'holds %s as often as it may stand, each with its one value',
    (url, [value, least, most]) => {
      const wrong = odd((statement) => {
        const found = parts(statement, url);
        const valued = found.every(
          (part) => Object.keys(part).sort().join() === ['url', value].sort().join(),
        );
        return found.length < least || found.length > most || !valued;
      });
      expect(wrong).toEqual([]);
    },
  );

  test('holds nothing else: no reference to a patient or to the coverage of one', () => {
    expect(
      odd(({ crdCoverageInformation: { extension } }) => extension.some(({ url }) => !(url in known))),
    ).toEqual([]);
    expect(
      odd((statement) =>
        /patient|valueReference|identifier/i.test(JSON.stringify(statement.crdCoverageInformation)),
      ),
    ).toEqual([]);
  });

  test('is covered in the words of the guide, and indeterminate where no value is held', () => {
    const words = {
      COVERED: 'covered',
      NOT_COVERED: 'not-covered',
      CONDITIONAL: 'conditional',
      INDETERMINATE: 'indeterminate',
    };
    const said = (statement: Statement) => parts(statement, 'covered')[0]?.valueCode;
    expect(odd((one) => said(one) !== (words[one.covered as keyof typeof words] ?? 'indeterminate'))).toEqual(
      [],
    );
    expect([...new Set(nodes.map(said))].sort()).toEqual(Object.values(words).sort());
  });

  test('needs information exactly when it is conditional, and where it needs other information gives the reason', () => {
    expect(
      odd(
        (one) =>
          (parts(one, 'covered')[0]?.valueCode === 'conditional') !== parts(one, 'info-needed').length > 0,
      ),
    ).toEqual([]);
    const needy = nodes.filter((one) =>
      parts(one, 'info-needed').some(({ valueCode }) => valueCode === 'OTH'),
    );
    expect(needy.filter((one) => parts(one, 'reason').length === 0)).toEqual([]);
    expect(needy.length).toBeGreaterThan(0);
  });

  test('says nothing of prior authorization or documents, which is another axis', () => {
    const others = ['pa-needed', 'doc-needed', 'doc-purpose', 'questionnaire', 'satisfied-pa-id'];
    expect(odd((one) => others.some((url) => parts(one, url).length > 0))).toEqual([]);
  });

  test('names its code in a code system with an address, is asserted under its own id, and ends when it does', () => {
    expect(
      odd((one) => {
        const coding = parts(one, 'billingCode')[0]?.valueCoding as { system?: string; code?: string };
        return !/^http:\/\//.test(coding.system ?? '') || coding.code !== one.code.code;
      }),
    ).toEqual([]);
    expect(odd((one) => parts(one, 'coverage-assertion-id')[0]?.valueString !== one.id)).toEqual([]);
    expect(odd((one) => (parts(one, 'expiry-date')[0]?.valueDate ?? null) !== one.validity.to)).toEqual([]);
    expect(odd((one) => !/^\d{4}-\d\d-\d\d$/.test(String(parts(one, 'date')[0]?.valueDate)))).toEqual([]);
  });
});
