/** Gaps: what was looked for and not found, why, and what was searched. */

import { GapProperty, LineOfBusiness, UnknownReason } from '../../db/enums/index.ts';
import { gapQuestion } from '../../db/findings/gap-question.ts';
import { inList, type Where } from '../../db/kit/edge.ts';
import type { MixedEdge } from '../../db/kit/ids-along-edge.ts';
import { billingCode, dataGap, payer, serviceComponent, serviceFamily } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceComponent } from '../codes/family.ts';
import { Source } from '../evidence/source-edges.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections, type FactRef } from '../kit/edge-to-many.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { anyOne, type FactOf, mustHave } from '../kit/fact.ts';
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
    question: t.string({
      description:
        'The question that would close it, as one can put it to the payer or look it up, such as "Does Cigna (commercial) cover 77092 (TBS, calculation), under which conditions, and in which policy is that written?"',
      resolve: async (gap, _args, context) => questionOf(context, gap),
    }),
  }),
});

/** The question of a gap, with the names of what it is about. */
export async function questionOf(context: GraphContext, gap: FactOf<typeof dataGap>): Promise<string> {
  const { property, payerId, lineOfBusiness, codeId, componentId, asOf } = gap;
  const [owner, component, code] = await Promise.all([
    payerId ? mustHave(context, payer, payerId, asOf) : null,
    componentId ? mustHave(context, serviceComponent, componentId, asOf) : null,
    mustHave(context, billingCode, codeId, asOf),
  ]);
  const service = `${code.code} (${component?.label ?? code.label})`;
  return gapQuestion({ property, payer: owner?.label ?? null, lineOfBusiness, service });
}

connections(DataGap, dataGap, {
  codeId: [BillingCode, 'gaps', 'What is not known here, and why.'],
  componentId: [ServiceComponent, 'gaps', 'What is not known here, and why.'],
  payerId: [Payer, 'gaps', 'What is not known here, and why.'],
});

/** All gaps. */
export const everyGap: MixedEdge = { relation: 'data_gap', by: [], id: 'id' };
const allGaps = mixedPages('Query.gaps', everyGap);

/** Which gaps are wanted; what is left out does not restrict. */
export interface GapFilter {
  readonly properties?: readonly (keyof typeof GapProperty.values)[] | null | undefined;
  readonly payers?: readonly string[] | null | undefined;
  readonly families?: readonly string[] | null | undefined;
  readonly reasons?: readonly (keyof typeof UnknownReason.values)[] | null | undefined;
  readonly linesOfBusiness?: readonly (keyof typeof LineOfBusiness.values)[] | null | undefined;
}

/** The conditions on the gaps that are wanted, as they were known; typed errors name what this release does not have. */
export function gapWhere(wanted: GapFilter, knownAt: string, context: GraphContext): readonly Where[] {
  const { properties, payers, families, reasons, linesOfBusiness } = wanted;
  const where: Where[] = [
    {
      sql: 't.recorded_from <= :known and (t.recorded_to is null or t.recorded_to > :known)',
      params: { known: knownAt },
    },
  ];
  if (payers) where.push(inList('payer_id', 'payers', knownIds(context, payer, 'payers', payers)));
  if (families) {
    const ids = knownIds(context, serviceFamily, 'families', families);
    const components = ids.flatMap((id) =>
      context.memory.by('service_component', 'familyId', id).map((row) => row.id),
    );
    // Those of a code as a whole name no component.
    where.push({
      sql: `(t.component_id in (select value from json_each(:components)) or (t.component_id is null
        and t.code_id in (select c.id from billing_code c where c.family_id in (select value from json_each(:families)))))`,
      params: { components: JSON.stringify(components), families: JSON.stringify(ids) },
    });
  }
  if (properties) where.push(inList('property', 'properties', checkList('properties', properties)));
  if (reasons) where.push(inList('reason', 'reasons', checkList('reasons', reasons)));
  if (linesOfBusiness)
    where.push(inList('line_of_business', 'lines', checkList('linesOfBusiness', linesOfBusiness)));
  return where;
}

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
        const where = gapWhere(args, asOf.knownAt, context);
        return allGaps('', args, { asOf, where }, context);
      },
    },
    connectionOf(DataGap),
  ),
);
