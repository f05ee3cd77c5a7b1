/** What payers, code systems and lawmakers did, day by day: what changed in the world, apart from what this graph came to know. */

import { PolicyEventKind } from '../../db/enums/index.ts';
import { parseDay } from '../../db/kit/as-of.ts';
import { inList, type Where } from '../../db/kit/edge.ts';
import { type MixedEdge, mixedOf } from '../../db/kit/ids-along-edge.ts';
import { policyEvent } from '../../db/tables/index.ts';
import { Code } from '../codes/coding.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { type FactRef, rankWhere } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList, parsed } from '../kit/errors.ts';
import { grows, passing } from '../kit/growth.ts';
import { PolicyEvent } from '../policies/policy.ts';
import { decidingPayers, requestedCodes } from './change-event.ts';

const every: MixedEdge = { ...mixedOf({ table: policyEvent, by: 'id' }), by: [] };
const allEvents = mixedPages('Query.events', every);

/** The events that speak of some codes, in order of no index: there are few of them. */
const ofCodes = `exists (
  select 1 from statement_code s
  where s.statement_id = t.id and s.code_id in (select value from json_each(:codes)))`;

builder.queryField('events', (t) =>
  t.connection(
    {
      type: PolicyEvent as FactRef,
      description:
        'What payers, code systems and lawmakers did, as sources state it, earliest first, what is known to the month or year alone after the days of it: the latest are had with `last`, and those before with `before`. What this graph came to know is in `changes`.',
      args: {
        payers: t.arg.idList({
          required: false,
          description:
            'Only what these payers did, by slug or id, such as aetna. An association includes its licensees.',
        }),
        codes: t.arg({
          type: [Code],
          required: false,
          description: 'Only what speaks of these codes, such as ["77090"].',
        }),
        kinds: t.arg({
          type: [enumOf(PolicyEventKind)],
          required: false,
          description: 'Only of these kinds.',
        }),
        since: t.arg({
          type: 'Date',
          required: false,
          description: 'Only what happened on that day or later.',
        }),
        asOf: t.arg({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
      },
      ...grows({ work: (_sizes, _args, reach) => passing(2 * reach) }),
      resolve: async (_root, args, context) => {
        const { payers, codes, kinds, since } = args;
        const where: Where[] = [rankWhere(null)];
        if (payers) where.push(inList('payer_id', 'payers', decidingPayers(payers, context)));
        if (codes) {
          const ids = await requestedCodes(codes, context);
          where.push({ sql: ofCodes, params: { codes: JSON.stringify(ids) } });
        }
        if (kinds) where.push(inList('kind', 'kinds', checkList('kinds', kinds)));
        if (since)
          where.push({
            sql: 't.happened_on >= :since',
            params: { since: parsed('since', () => parseDay(since)) },
          });
        return allEvents('', args, { asOf: rootAsOf(args, context), where }, context);
      },
    },
    connectionOf(PolicyEvent),
  ),
);
