/** A coverage statement as an HL7 Da Vinci CRD coverage-information extension, for systems that speak FHIR. */

import { isMention } from '../../db/coverage/mention.ts';
import type { coverage } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import type { FactOf } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { CoverageStatement } from './coverage.ts';

const extension = 'http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information';

/** Code systems as FHIR names them. */
const systems: Readonly<Record<string, string>> = {
  CPT: 'http://www.ama-assn.org/go/cpt',
  HCPCS_LEVEL_II: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
};

/** CRD's codes for whether a service is covered. */
const covered = {
  COVERED: 'covered',
  NOT_COVERED: 'not-covered',
  CONDITIONAL: 'conditional',
  INDETERMINATE: 'indeterminate',
} as const;

/** The extension without its patient parts: no `coverage` reference, which a system adds for its own patient. */
function crdExtension(row: FactOf<typeof coverage>): unknown {
  const [, system = '', code = ''] = row.codeId.split(':');
  return {
    url: extension,
    extension: [
      { url: 'covered', valueCode: row.covered ? covered[row.covered] : 'indeterminate' },
      // The guide requires `info-needed` exactly when something is conditional (crd-ci-q3).
      ...(row.covered === 'CONDITIONAL' ? [{ url: 'info-needed', valueCode: 'OTH' }] : []),
      { url: 'billingCode', valueCoding: { system: systems[system], code } },
      { url: 'reason', valueCodeableConcept: { text: row.summary } },
      { url: 'coverage-assertion-id', valueString: row.id },
      { url: 'date', valueDate: row.recordedFrom.slice(0, 10) },
      ...(row.validTo ? [{ url: 'expiry-date', valueDate: row.validTo }] : []),
    ],
  };
}

builder.scalarType('JSON', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  description: 'A JSON value of any form, such as {"url": "…"}.',
  serialize: (value) => value,
});

builder.objectField(CoverageStatement, 'crdCoverageInformation', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      'The statement as a Da Vinci CRD coverage-information extension. It has no patient parts: add the `coverage` reference of your own patient. A statement without a value gives `indeterminate`; null for a mention, see `mention`: nothing of the payer was read.',
    // One value of the graph, with some ten values inside.
    ...grows({ work: () => 10 }),
    resolve: (row) => (isMention(row) ? null : crdExtension(row)),
  }),
);
