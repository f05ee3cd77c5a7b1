/** Diagnosis codes and what sources say of them for a billing code. */

import { diagnosisCode, diagnosisSupport, diagnosisValidity } from '../../db/tables/index.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { known } from '../kit/fact.ts';
import { BillingCode } from './code.ts';
import { codeGiven } from './code-given.ts';
import { codeSystem } from './code-system.ts';

/** An ICD-10-CM code or heading. */
export const DiagnosisCode = entity({
  table: diagnosisCode,
  leaveOut: ['system'],
  fields: (t) => ({ system: codeSystem(t) }),
  keys: { 'system code': ({ system, code }) => `DiagnosisCode:${system}:${code}` },
});
connections(DiagnosisCode, diagnosisCode, {
  parentId: [DiagnosisCode, 'children', 'The codes below a heading.'],
});

const DiagnosisValidity = statement({ table: diagnosisValidity });
lists(DiagnosisValidity, diagnosisValidity, {
  diagnosisId: [
    DiagnosisCode,
    'validity',
    'Whether it stood in ICD-10-CM on the date of service, and could be billed. Empty: no release that was loaded holds it for that day.',
  ],
});

/** What a source states about a diagnosis for a billing code. */
export const DiagnosisSupport = statement({ table: diagnosisSupport });
connections(DiagnosisSupport, diagnosisSupport, {
  codeId: [BillingCode, 'diagnosisSupport', 'What sources state about diagnoses for the code.'],
  diagnosisId: [DiagnosisCode, 'support', 'What sources state about it, code by code.'],
});

/** The id of a diagnosis as clients write it, with or without its point; a typed error when it cannot be one. */
export function diagnosisId(field: string, code: string): string {
  return `DiagnosisCode:ICD_10_CM:${codeGiven(field, 'DIAGNOSIS', code)}`;
}

builder.queryField('diagnosis', (t) =>
  t.field({
    type: DiagnosisCode,
    nullable: true,
    description: 'An ICD-10-CM code or heading, with or without its point.',
    args: {
      code: t.arg.string({ required: true, description: 'Such as "M81.0".' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    resolve: (_root, { code, asOf }, context) =>
      known(
        context,
        diagnosisCode,
        'code',
        diagnosisId('code', code),
        rootAsOf({ asOf }, context),
        'billingCode { diagnosisSupport }',
      ),
  }),
);
