/** Services that the fee schedule lets one suspect to be split into stand-alone codes: proposals, never service families. */

import {
  isExact,
  type ProposedFamily,
  proposedFamilies,
  sumInWords,
} from '../../db/fees/proposed-families.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import { billingCode, feeScheduleEntry, serviceFamily } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { ServiceFamily } from '../codes/family.ts';
import { Explanation, explainAnswer } from '../evidence/explanation.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { at, mustHave, one } from '../kit/fact.ts';
import { grows, passing } from '../kit/growth.ts';
import { FeeScheduleEntry } from './schedule.ts';

type Proposal = ProposedFamily & { readonly asOf: AsOf };

const rvus = (hundredths: number) => formatDecimal(hundredths, 2);
const ProposedFamilyType = builder.objectRef<Proposal>('ProposedFamily').implement({
  description:
    'A service that may be split into stand-alone codes, found from PC/TC indicators and sums of the Medicare physician fee schedule. A proposal to be reviewed: it asserts nothing, and no coverage is read across it.',
  fields: (t) => ({
    whole: t.field({
      type: BillingCode,
      description: 'The code for the whole test (indicator 4).',
      resolve: ({ whole, asOf }, _args, context) => mustHave(context, billingCode, whole.codeId, asOf),
    }),
    parts: t.field({
      type: [BillingCode],
      description: 'The codes for the professional part (indicator 2) and the technical parts (3), in order.',
      resolve: ({ parts, asOf }, _args, context) =>
        Promise.all(parts.map(({ codeId }) => mustHave(context, billingCode, codeId, asOf))),
    }),
    entries: t.field({
      type: [FeeScheduleEntry],
      description: 'The rows that the sum was made of, the whole first: the evidence.',
      resolve: ({ whole, parts, asOf }) => [whole, ...parts].map((row) => at(row, asOf)),
    }),
    exact: t.boolean({
      description:
        'Whether work, practice expense, malpractice and total all agree to the hundredth of an RVU.',
      resolve: isExact,
    }),
    workDifference: t.field({
      type: 'Decimal',
      description: 'Work RVU of the whole less that of the parts.',
      resolve: ({ differences }) => rvus(differences.work),
    }),
    practiceExpenseDifference: t.field({
      type: 'Decimal',
      description: 'Non-facility practice expense RVU of the whole less that of the parts.',
      resolve: ({ differences }) => rvus(differences.practiceExpense),
    }),
    malpracticeDifference: t.field({
      type: 'Decimal',
      description: 'Malpractice RVU of the whole less that of the parts.',
      resolve: ({ differences }) => rvus(differences.malpractice),
    }),
    totalDifference: t.field({
      type: 'Decimal',
      description: 'Total non-facility RVU of the whole less that of the parts.',
      resolve: ({ differences }) => rvus(differences.total),
    }),
    alternatives: t.int({
      description:
        'How many other sets of codes near the whole add up as exactly; the more, the less it says.',
      resolve: ({ alternatives }) => alternatives,
    }),
    family: t.field({
      type: ServiceFamily,
      nullable: true,
      description: 'The service family that the whole belongs to already; null where nobody reviewed it yet.',
      resolve: async ({ whole, asOf }, _args, context) => {
        const { familyId } = await mustHave(context, billingCode, whole.codeId, asOf);
        return familyId ? one(context, serviceFamily, familyId, asOf) : null;
      },
    }),
    explanation: t.field({
      type: Explanation,
      description: 'Each row from its file on, then the sum.',
      resolve: (proposal, _args, context) => {
        const facts = [proposal.whole, ...proposal.parts].map((row) => at(row, proposal.asOf));
        return explainAnswer(context, facts, 'proposed-family', sumInWords(proposal));
      },
    }),
  }),
});

builder.queryField('proposedFamilies', (t) =>
  t.field({
    type: [ProposedFamilyType],
    description:
      'Services that may be split into stand-alone codes as trabecular bone score is, found in the fee schedule of the day: a code with PC/TC indicator 4 whose RVUs are those of codes with indicators 2 and 3 near it. To be reviewed, never asserted.',
    args: {
      reviewed: t.arg.boolean({
        required: false,
        description: 'True: only those that belong to a service family already. False: only the others.',
      }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    // The whole fee schedule is looked through, and sums are tried.
    ...grows({ work: (sizes) => passing(5 * (sizes.rows(feeScheduleEntry) ?? 0)) }),
    resolve: async (_root, { reviewed, asOf: given }, context) => {
      const asOf = rootAsOf({ asOf: given }, context);
      const found = proposedFamilies(context.store, asOf).map((proposal) => ({ ...proposal, asOf }));
      if (reviewed === null || reviewed === undefined) return found;
      const codes = await Promise.all(
        found.map(({ whole }) => mustHave(context, billingCode, whole.codeId, asOf)),
      );
      return found.filter((_, index) => (codes[index]?.familyId !== null) === reviewed);
    },
  }),
);
