/** Files of prices that payers list, and for which plans. What is in them is known only where one was loaded. */

import { PriceFileKind } from '../../db/enums/index.ts';
import { inForce, live } from '../../db/kit/as-of.ts';
import { inList, type Where } from '../../db/kit/edge.ts';
import { folded } from '../../db/kit/folded.ts';
import { mixedOf } from '../../db/kit/ids-along-edge.ts';
import { planKeysOf } from '../../db/prices/plan-key.ts';
import { listedPlan, priceFile } from '../../db/tables/index.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { connections, type FactRef, type Filter, rankWhere } from '../kit/edge-to-many.ts';
import { enumOf } from '../kit/enums.ts';
import { badInput, checkList } from '../kit/errors.ts';
import type { SchemaTypes } from '../kit/fields-from-columns.ts';
import { grows, passing } from '../kit/growth.ts';
import { Payer } from '../policies/payer.ts';
import { listedEdge } from './listed-edge.ts';

function planFields(t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) {
  return {
    planId: t.string({
      required: false,
      description:
        'Number of a plan, an EIN or a HIOS id, such as "16-1531026"; hyphens and case do not matter. A HIOS id of fourteen characters is also found where a file lists its product, the first ten.',
    }),
    planName: t.string({
      required: false,
      description: 'Part of the name of a plan, in any case, such as "ppo".',
    }),
    sponsor: t.string({
      required: false,
      description:
        'Part of the name of a plan’s sponsor, such as an employer, in any case; plans without one are left out.',
    }),
  };
}

const ListedPlanFilter = builder.inputType('ListedPlanFilter', {
  description: 'Which plans to give. What is left out does not restrict.',
  fields: planFields,
});

const PriceFileFilter = builder.inputType('PriceFileFilter', {
  description:
    'Which files to give: those listed for a plan that matches all that is given. What is left out does not restrict.',
  fields: (t) => ({
    ...planFields(t),
    kinds: t.field({ type: [enumOf(PriceFileKind)], required: false, description: 'Kinds of prices.' }),
  }),
});

/** The conditions on a plan, whose row is `alias`. */
function planWhere(
  alias: string,
  { planId, planName, sponsor }: typeof ListedPlanFilter.$inferInput,
): Where[] {
  const where: Where[] = [];
  if (planId != null) {
    const planKeys = planKeysOf(planId);
    if (planKeys.includes(''))
      throw badInput(
        'filter.planId',
        'filter.planId has no letter or digit: give the number of a plan, such as "16-1531026".',
      );
    where.push({
      sql: `${alias}.plan_key in (select value from json_each(:planKeys))`,
      params: { planKeys: JSON.stringify(planKeys) },
    });
  }
  if (planName)
    where.push({
      sql: `instr(folded(${alias}.name), :planName) > 0`,
      params: { planName: folded(planName) },
    });
  if (sponsor)
    where.push({
      sql: `instr(folded(${alias}.sponsor), :sponsor) > 0`,
      params: { sponsor: folded(sponsor) },
    });
  return where;
}

const plans: Filter = {
  type: ListedPlanFilter,
  where: (filter: typeof ListedPlanFilter.$inferInput) => planWhere('t', filter),
};

const files: Filter = {
  type: PriceFileFilter,
  where({ kinds, ...plan }: typeof PriceFileFilter.$inferInput) {
    const ofPlan = planWhere('p', plan);
    const where: Where[] = kinds ? [inList('kind', 'kinds', checkList('filter.kinds', kinds))] : [];
    if (ofPlan.length === 0) return where;
    // The inner select does not depend on the file, so that it is read once.
    const sql = `t.file_set in (
      select s.value from ${listedPlan.name} p cross join json_each(p.file_sets) s
      where ${ofPlan.map((each) => each.sql).join(' and ')} and ${live('p')})`;
    where.push({ sql, params: Object.assign({}, ...ofPlan.map((each) => each.params)), single: true });
    return where;
  },
};

const PriceFile = statement({ table: priceFile, leaveOut: ['fileSet'] });
connections(
  PriceFile,
  priceFile,
  {
    payerId: [
      Payer,
      'priceFiles',
      'The files of prices that its tables of contents list, or those for a plan. Listed is not loaded.',
    ],
  },
  files,
);

const ListedPlan = statement({ table: listedPlan, leaveOut: ['planKey', 'fileSets'] });
connections(
  ListedPlan,
  listedPlan,
  { payerId: [Payer, 'listedPlans', 'The plans for which its tables of contents list price files.'] },
  plans,
);

const filesOfPlans = (where: string) => `
  select k.key as "slot", t.id
  from json_each(:parents) k
  cross join ${listedPlan.name} p
  cross join json_each(p.file_sets) s
  cross join ${priceFile.name} t
  where p.id = k.value and t.file_set = s.value and ${where} and ${inForce('t')}
  order by k.key, t.id`;

listedEdge(ListedPlan, 'priceFiles', PriceFile, {
  description: 'The files that the table of contents lists for the plan. Listed is not loaded.',
  to: priceFile,
  filter: files,
  growth: {
    items: (sizes) => sizes.most(priceFile, 'payerId'),
    eachOnce: false,
  },
  sql: filesOfPlans,
});

/** A connection at the root over all statements of a table. */
function rootField(
  field: string,
  child: FactRef,
  to: typeof priceFile | typeof listedPlan,
  filter: Filter,
  description: string,
) {
  const pages = mixedPages(`Query.${field}`, { ...mixedOf({ table: to, by: 'id' }), by: [] });
  builder.queryField(field, (t) =>
    t.connection(
      {
        type: child,
        description,
        args: {
          filter: t.arg({ type: filter.type, required: false, description: 'Only those that match.' }),
          asOf: t.arg({
            type: AsOfInput,
            required: false,
            description: 'Day and state of knowledge for everything below.',
          }),
        },
        ...grows({
          items: (sizes) => sizes.rows(to),
          work: (_sizes, _args, reach) => passing(4 * reach),
        }),
        resolve: (_root, args, context) => {
          const where = [rankWhere(null), ...(args.filter ? filter.where(args.filter, context) : [])];
          return pages('', args, { asOf: rootAsOf(args, context), where }, context);
        },
      },
      connectionOf(child),
    ),
  );
}

rootField(
  'priceFiles',
  PriceFile,
  priceFile,
  files,
  'Files of prices that payers list in their tables of contents; with a filter those for a plan, of any payer. Listed is not loaded.',
);
rootField(
  'listedPlans',
  ListedPlan,
  listedPlan,
  plans,
  'Plans for which payers list price files in their tables of contents: which file is that of a plan.',
);
