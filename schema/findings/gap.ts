/** Gaps: what was looked for and not found, why, and what was searched. */

import { GapProperty, LineOfBusiness, UnknownReason } from '../../db/enums/index.ts';
import { inList, type Where } from '../../db/kit/edge.ts';
import type { MixedEdge } from '../../db/kit/ids-along-edge.ts';
import { dataGap, payer, serviceFamily } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceComponent } from '../codes/family.ts';
import { Source } from '../evidence/source-edges.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections, type FactRef } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { anyOne } from '../kit/fact.ts';
import { grows, passing } from '../kit/growth.ts';
import { knownIds } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { Payer } from '../policies/payer.ts';
import { searchedFor } from './searched.ts';

/** Something that was looked for and not found. */
export const DataGap = entity({
  table: dataGap,
  subject: false,
  leaveOut: ['statementId', 'recordedFrom', 'recordedTo'],
  fields: (t) => ({
    statement: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that says so, with its passage; null where a search found none.',
      resolve: ({ statementId, asOf }, _args, context) =>
        statementId ? anyOne(context, statementId, asOf) : null,
    }),
    searched: t.field({
      type: [Source],
      description:
        'What was searched: the sources of the statement, those of all policies of the payer that were seen, or, where no payer is meant, those of what is stated of the code.',
      resolve: (gap, _args, context) => searchedFor(context, gap),
    }),
  }),
});

connections(DataGap, dataGap, {
  codeId: [BillingCode, 'gaps', 'What is not known here, and why.'],
  componentId: [ServiceComponent, 'gaps', 'What is not known here, and why.'],
  payerId: [Payer, 'gaps', 'What is not known here, and why.'],
});

const all: MixedEdge = { relation: 'data_gap', by: [], id: 'id' };
const allGaps = mixedPages('Query.gaps', all);

builder.queryField('gaps', (t) =>
  t.connection(
    {
      type: DataGap as FactRef,
      description: 'Where nothing is known, why, and what was searched.',
      args: {
        properties: t.arg({
          type: [enumOf(GapProperty)],
          required: false,
          description: 'Only of these things that are not known, such as DIAGNOSES.',
        }),
        payers: t.arg.idList({
          required: false,
          description: 'Only of these payers, by slug or id, such as aetna.',
        }),
        families: t.arg.idList({
          required: false,
          description: 'Only of these service families, by slug or id, such as trabecular-bone-score.',
        }),
        reasons: t.arg({
          type: [enumOf(UnknownReason)],
          required: false,
          description: 'Only for these reasons.',
        }),
        linesOfBusiness: t.arg({
          type: [enumOf(LineOfBusiness)],
          required: false,
          description: 'Only in these lines of business.',
        }),
        asOf: t.arg({
          type: AsOfInput,
          required: false,
          description: 'State of knowledge; the date of service does not matter here.',
        }),
      },
      ...grows({ work: (_sizes, _args, reach) => passing(reach) }),
      resolve: (_root, args, context) => {
        const asOf = rootAsOf(args, context);
        const where: Where[] = [
          {
            sql: 't.recorded_from <= :known and (t.recorded_to is null or t.recorded_to > :known)',
            params: { known: asOf.knownAt },
          },
        ];
        if (args.payers) {
          where.push(inList('payer_id', 'payers', knownIds(context, payer, 'payers', args.payers)));
        }
        if (args.families) {
          const families = knownIds(context, serviceFamily, 'families', args.families);
          const components = families.flatMap((id) =>
            context.memory.by('service_component', 'familyId', id).map((row) => row.id),
          );
          // Those of a code as a whole name no component.
          where.push({
            sql: `(t.component_id in (select value from json_each(:components)) or (t.component_id is null
              and t.code_id in (select c.id from billing_code c where c.family_id in (select value from json_each(:families)))))`,
            params: { components: JSON.stringify(components), families: JSON.stringify(families) },
          });
        }
        if (args.properties)
          where.push(inList('property', 'properties', checkList('properties', args.properties)));
        if (args.reasons) where.push(inList('reason', 'reasons', checkList('reasons', args.reasons)));
        if (args.linesOfBusiness)
          where.push(inList('line_of_business', 'lines', checkList('linesOfBusiness', args.linesOfBusiness)));
        return allGaps('', args, { asOf, where }, context);
      },
    },
    connectionOf(DataGap),
  ),
);
