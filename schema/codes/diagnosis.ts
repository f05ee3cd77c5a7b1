/** Diagnosis codes and what sources say of them for a billing code. */

import { ReleaseStatus } from '../../db/enums/index.ts';
import { daysRead } from '../../db/history/releases-read.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { rowsAlong } from '../../db/kit/rows-along-edge.ts';
import type { Row } from '../../db/kit/table.ts';
import { diagnosisCode, diagnosisSupport, diagnosisValidity } from '../../db/tables/index.ts';
import { otherDays } from '../evidence/other-days.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connections, lists } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { known } from '../kit/fact.ts';
import { cell } from '../kit/fields-from-columns.ts';
import { loaderOf } from '../kit/loader.ts';
import { BillingCode } from './code.ts';
import { codeGiven } from './code-given.ts';
import { codeSystem } from './code-system.ts';

/** Whether a release of ICD-10-CM was read for each of some days: one look for all codes of a level. */
const isReleaseReadOn = loaderOf((context, asOfs: readonly AsOf[]) =>
  asOfs.map(({ dateOfService, knownAt }) =>
    daysRead(context.store, diagnosisValidity, [dateOfService], knownAt).has(dateOfService),
  ),
);

/** What the release of a day says of each of some codes; undefined where it does not have one, or none was read. */
const inRelease = loaderOf(
  (context, ids: readonly string[], asOf: AsOf) =>
    rowsAlong(
      context.store,
      { table: diagnosisValidity, by: 'diagnosisId' },
      ids,
      { asOf, where: [] },
      { limit: 1, backward: false },
    ).map(([row]) => row as Row<typeof diagnosisValidity> | undefined), // rows of that table
);

const onTheDay =
  'As the release has it that holds on the date of service; where none was read for that day, or it does not have the code, as the newest that has it.';

/** An ICD-10-CM code or heading. */
export const DiagnosisCode = entity({
  table: diagnosisCode,
  leaveOut: ['system', 'label', 'billable', 'release'],
  fields: (t) => ({
    system: codeSystem(t),
    label: t.string({
      description: `${diagnosisCode.columns.label.description} ${onTheDay}`,
      resolve: async (fact, _args, context) =>
        (await inRelease(context, fact.id, fact.asOf))?.title ?? String(cell(fact, 'label')),
    }),
    billable: t.boolean({
      description: `${diagnosisCode.columns.billable.description} ${onTheDay}`,
      resolve: async (fact, _args, context) =>
        ((await inRelease(context, fact.id, fact.asOf))?.billable ?? cell(fact, 'billable')) === 1,
    }),
    release: t.string({
      description: `${diagnosisCode.columns.release.description} ${onTheDay}`,
      resolve: async (fact, _args, context) =>
        (await inRelease(context, fact.id, fact.asOf))?.release ?? String(cell(fact, 'release')),
    }),
    releaseStatus: t.field({
      type: enumOf(ReleaseStatus),
      description: 'Whether the release of ICD-10-CM that holds on the date of service has it.',
      resolve: async ({ id, asOf }, _args, context) => {
        if (await inRelease(context, id, asOf)) return 'IN_RELEASE';
        return (await isReleaseReadOn(context, asOf)) ? 'NOT_IN_RELEASE' : 'NO_RELEASE_READ';
      },
    }),
  }),
  keys: { 'system code': ({ system, code }) => `DiagnosisCode:${system}:${code}` },
});
connections(DiagnosisCode, diagnosisCode, {
  parentId: [DiagnosisCode, 'children', 'The codes below a heading.'],
});

otherDays(DiagnosisCode);

const DiagnosisValidity = statement({ table: diagnosisValidity });
lists(DiagnosisValidity, diagnosisValidity, {
  diagnosisId: [
    DiagnosisCode,
    'validity',
    'Whether it stood in ICD-10-CM on the date of service, and could be billed. Empty: no release that was loaded holds it for that day; `releaseStatus` tells whether any was.',
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
