/** Conflicts that rules find, and disagreements that were found by reading. */

import { ConflictKind, ConflictResolution } from '../../db/enums/index.ts';
import type { Where } from '../../db/kit/edge.ts';
import type { MixedEdge } from '../../db/kit/ids-along-edge.ts';
import { conflict, disagreement } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceFamily } from '../codes/family.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections, type FactRef } from '../kit/edge-to-many.ts';
import { EntityInterface, entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { anyOne, type Fact } from '../kit/fact.ts';
import { grows, passing } from '../kit/growth.ts';
import { anyId } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';

const members: MixedEdge = {
  relation: 'conflict_statement',
  by: ['conflict_id'],
  id: 'statement_id',
  dated: 'BY_RUN',
};
const memberships: MixedEdge = {
  relation: 'statement_conflict',
  by: ['statement_id'],
  id: 'conflict_id',
  dated: 'BY_DATES',
};
const all: MixedEdge = { relation: 'conflict', by: [], id: 'id', dated: 'BY_DATES' };

const statementsOf = mixedPages('Conflict.statements', members);
const conflictsOf = mixedPages('Statement.conflicts', memberships);
const allConflicts = mixedPages('Query.conflicts', all);

/** Statements that cannot all hold. */
export const Conflict = entity({
  table: conflict,
  subject: false,
  leaveOut: ['subjectId', 'preferredId', 'validFrom', 'validTo', 'recordedFrom', 'recordedTo'],
  fields: (t) => ({
    subject: t.field({
      type: EntityInterface,
      nullable: true,
      description: 'The code or component it is about.',
      resolve: ({ subjectId, asOf }, _args, context) => anyOne(context, subjectId, asOf),
    }),
    preferred: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that outranks the others; null when no rule decides.',
      resolve: ({ preferredId, asOf }, _args, context) =>
        preferredId ? anyOne(context, preferredId, asOf) : null,
    }),
    statements: t.connection(
      {
        type: StatementInterface,
        description:
          'The statements that take part in it and hold on the date of service; the losers stay visible.',
        resolve: (fact, args, context) =>
          statementsOf(fact.id, args, { asOf: fact.asOf, where: [] }, context),
      },
      connectionOf(StatementInterface),
    ),
  }),
});

builder.interfaceField(StatementInterface, 'conflicts', (t) =>
  t.connection(
    {
      type: Conflict as FactRef,
      description: 'The conflicts that it takes part in on the date of service.',
      resolve: (fact: Fact, args, context) =>
        conflictsOf(fact.id, args, { asOf: fact.asOf, where: [] }, context),
    },
    connectionOf(Conflict),
  ),
);

builder.queryField('conflicts', (t) =>
  t.connection(
    {
      type: Conflict as FactRef,
      description:
        'Conflicts that hold on the date of service, found by rules. Default day: today, on which few may hold; see `asOf`.',
      args: {
        kinds: t.arg({ type: [enumOf(ConflictKind)], required: false, description: 'Only these kinds.' }),
        resolution: t.arg({
          type: enumOf(ConflictResolution),
          required: false,
          description: 'Only with this resolution.',
        }),
        subject: t.arg.id({
          required: false,
          description: 'Only about this code or component, such as 77090, 77080-26 or BillingCode:CPT:77090.',
        }),
        asOf: t.arg({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
      },
      ...grows({ work: (_sizes, _args, reach) => passing(reach) }),
      resolve: (_root, args, context) => {
        const where: Where[] = [];
        if (args.kinds) {
          where.push({
            sql: 't.kind in (select value from json_each(:kinds))',
            params: { kinds: JSON.stringify(checkList('kinds', args.kinds)) },
          });
        }
        if (args.resolution)
          where.push({ sql: 't.resolution = :resolution', params: { resolution: args.resolution } });
        if (args.subject)
          where.push({
            sql: 't.subject_id = :subject',
            params: { subject: anyId(context, 'subject', args.subject) },
          });
        return allConflicts('', args, { asOf: rootAsOf(args, context), where }, context);
      },
    },
    connectionOf(Conflict),
  ),
);

const SourceDisagreement = statement({ table: disagreement });
const read = 'Disagreements of sources that were found by reading, with both sides.';
connections(SourceDisagreement, disagreement, { subjectId: [BillingCode, 'disagreements', read] });
connections(SourceDisagreement, disagreement, { subjectId: [ServiceFamily, 'disagreements', read] });
