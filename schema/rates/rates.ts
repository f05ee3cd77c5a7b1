/** Lists of published rates, of a code and of a payer: pages of rows, and the distributions of all that match. */

import type { AsOf } from '../../db/kit/as-of.ts';
import { formatDecimal } from '../../db/kit/decimal.ts';
import { distributionsOf, type RateDistribution } from '../../db/rates/rate-distribution.ts';
import { rateKeyOf } from '../../db/rates/rate-id.ts';
import type { RateQuestion } from '../../db/rates/rate-store.ts';
import { rateFile } from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { Code } from '../codes/coding.ts';
import { AsOfInput, asOfFrom } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import type { GraphContext } from '../kit/context.ts';
import type { FactRef } from '../kit/edge-to-many.ts';
import { badInput } from '../kit/errors.ts';
import type { FieldBuilder } from '../kit/fields-from-columns.ts';
import { type Growth, grows, passing } from '../kit/growth.ts';
import { type Page, type PageArgs, pageOf, sliceOf } from '../kit/page.ts';
import { Payer } from '../policies/payer.ts';
import { Rate, type RateFact, rateFact, ratesByKey } from './rate.ts';
import { RateFilter, RateNear } from './rate-filter.ts';
import { codesKnown, type RateChoice, type RatesWithin, rateQuestion } from './rate-question.ts';
import { answeredBy } from './stored.ts';

/** A page of rates, and what leads to the distributions of all that match. */
interface RatePage extends Page<RateFact> {
  readonly question: RateQuestion;
  readonly asOf: AsOf;
  readonly isNear: boolean;
}

interface RateArgs extends PageArgs, RateChoice {
  readonly asOf?: typeof AsOfInput.$inferInput | null | undefined;
}

async function ratesOf(
  name: string,
  args: RateArgs,
  within: RatesWithin,
  asOf: AsOf,
  context: GraphContext,
): Promise<RatePage> {
  const slice = sliceOf(name, args);
  const { question, milesOf } = rateQuestion(args, within, asOf, context);
  const keyAt = (field: string, id: string) => {
    const key = rateKeyOf(id);
    if (key) return key;
    throw badInput(field, `${field} is no cursor: give a cursor that this field returned, or leave it out.`);
  };
  const { after, before, limit, backward } = slice;
  const ends = {
    after: after && keyAt('after', after.id),
    before: before && keyAt('before', before.id),
  };
  const isNone = question.files.length === 0;
  const rows = isNone
    ? []
    : await answeredBy(context, (rates) => rates.rows(question, { ...ends, limit, backward }));
  const page = pageOf(
    name,
    slice,
    rows.map((row) => rateFact(row, asOf, milesOf)),
    () => (isNone ? 0 : answeredBy(context, (rates) => rates.count(question))),
  );
  return Object.assign(page, { question, asOf, isNear: milesOf !== undefined });
}

/** A distribution with one of its rates. */
type DistributionFact = RateDistribution & { readonly rate: RateFact };

const RateDistributionType = builder.objectRef<DistributionFact>('RateDistribution').implement({
  description:
    'The rates of a code in one file under the same terms: what is paid to how many tax ids. Amounts of different terms or files are never in one figure. Percentiles are by nearest rank, so always an amount that was published.',
  fields: (t) => {
    const figure = (
      name: 'minimum' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'maximum',
      description: string,
    ) =>
      t.field({
        type: 'Decimal',
        nullable: true,
        description: `${description} US dollars; percent where the \`amountKind\` of the rate is NEGOTIATED_PERCENTAGE. Null where no amount remains.`,
        resolve: ({ [name]: cents }) => (cents === null ? null : formatDecimal(cents, 2)),
      });
    return {
      rate: t.field({
        type: Rate,
        description: 'One of these rates: all have its code, file and terms, but for the last day.',
        resolve: ({ rate }) => rate,
      }),
      n: t.exposeInt('n', { description: 'How many times a tax id is paid one of the amounts.' }),
      withoutAmount: t.exposeInt('withoutAmount', {
        description:
          'How many times there is a zero or a placeholder in place of an amount. They are in no figure.',
      }),
      minimum: figure('minimum', 'The smallest amount.'),
      p10: figure('p10', 'The 10th percentile.'),
      p25: figure('p25', 'The lower quartile.'),
      median: figure('p50', 'The median, of an even number the lower of the middle two.'),
      p75: figure('p75', 'The upper quartile.'),
      p90: figure('p90', 'The 90th percentile.'),
      maximum: figure('maximum', 'The largest amount.'),
    };
  },
});

/** The most distributions of an answer. */
const mostDistributions = 500;

async function distributionsIn({ question, asOf }: RatePage, first: number, context: GraphContext) {
  if (first < 1 || first > mostDistributions)
    throw badInput('first', `first is ${first}: give a number from 1 to ${mostDistributions}.`);
  if (question.files.length === 0) return [];
  const counts = await answeredBy(context, (rates) => rates.counts(question));
  const found = distributionsOf(counts).slice(0, first);
  return Promise.all(
    found.map(async (each): Promise<DistributionFact> => {
      const row = await ratesByKey(context, each.key);
      if (!row) throw new Error(`The rate ${each.key.file}/${each.key.code}/${each.key.seq} is gone.`);
      return { ...each, rate: rateFact(row, asOf) };
    }),
  );
}

builder.objectField(connectionOf(Rate), 'distributions', (t) =>
  t.field({
    type: [RateDistributionType],
    description:
      'All rates that match, over all pages, as distributions: by file, code and terms, in the order of the rates.',
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 100,
        description: `At most so many, 1 to ${mostDistributions}.`,
      }),
    },
    ...grows({
      items: (_sizes, { first }: { readonly first: number }) => first,
      work: (_sizes, { first }, reach) => first + passing(4 * reach),
    }),
    resolve: (page, { first }, context) => distributionsIn(page as unknown as RatePage, first, context), // every page of rates is one
  }),
);

builder.objectField(connectionOf(Rate), 'withoutPlace', (t) =>
  t.int({
    nullable: true,
    description:
      'How many rates match all but `near`, because no place is known of those who are paid: they may be near. Null without `near`.',
    ...grows({ work: (_sizes, _args, reach) => passing(reach) }),
    resolve: (page, _args, context) => {
      const { question, isNear } = page as unknown as RatePage; // every page of rates is one
      if (!isNear) return null;
      if (question.files.length === 0) return 0;
      return answeredBy(context, (rates) => rates.count({ ...question, zips: 'none' }));
    },
  }),
);

/** Measured: opening or looking into one more file takes some 40 microseconds. */
const valuesOfFile = 2;

/** How many rates one code or payer may have is not known before they are counted: so many are reckoned with for each file. */
const ratesOfFile = 1_000;

const growth: Growth<unknown> = {
  items: (sizes) => ratesOfFile * (sizes.rows(rateFile) ?? 0),
  work: (sizes) => valuesOfFile * (sizes.rows(rateFile) ?? 0),
};

const described =
  'row by row as payers and hospitals publish them: who is paid what. Of files that were loaded, with those in force on the day. Null with the error RATES_UNAVAILABLE where they cannot be read now. A published rate is not coverage, and having none is not a denial.';

/** The arguments of a list of rates. */
function argsOf(t: FieldBuilder) {
  return {
    filter: t.arg({ type: RateFilter, required: false, description: 'Only those that match.' }),
    near: t.arg({ type: RateNear, required: false, description: 'Only those paid near a place.' }),
    asOf: t.arg({
      type: AsOfInput,
      required: false,
      description: 'Another day or state of knowledge than above.',
    }),
  };
}

builder.objectField(BillingCode, 'rates', (t) =>
  t.connection(
    {
      type: Rate as FactRef,
      nullable: true,
      description: `Rates for the code, ${described}`,
      args: argsOf(t as unknown as FieldBuilder),
      ...grows(growth),
      resolve: async ({ code, asOf }, args, context) =>
        ratesOf('BillingCode.rates', args, { codes: [code] }, asOfFrom(args.asOf, asOf), context),
    },
    connectionOf(Rate),
  ),
);

builder.objectField(Payer, 'rates', (t) =>
  t.connection(
    {
      type: Rate as FactRef,
      nullable: true,
      description: `Rates of the payer, in its own files and those of hospitals that name it, ${described}`,
      args: {
        ...argsOf(t as unknown as FieldBuilder),
        codes: t.arg({
          type: [Code],
          required: false,
          description: 'Codes such as "77092"; all of the files where left out. At most 500.',
        }),
      },
      ...grows(growth),
      resolve: async ({ id, asOf }, args, context) => {
        const codes = args.codes && (await codesKnown(args.codes, context));
        const within = { payer: id, ...(codes && { codes }) };
        return ratesOf('Payer.rates', args, within, asOfFrom(args.asOf, asOf), context);
      },
    },
    connectionOf(Rate),
  ),
);
