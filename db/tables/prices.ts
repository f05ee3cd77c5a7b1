/** Amounts seen for codes, price files, and use. */

import * as e from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import { lastPart } from '../kit/id-parts.ts';
import { decimal, oneOf, orNull, ref, statementTable, text, textList, whole } from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords, priced } from './sentences.ts';

export const rateBenchmark = statementTable({
  name: 'rate_benchmark',
  type: 'RateBenchmark',
  description:
    'Money seen for a code: an amount or a distribution, never a coverage statement. That there is none says that no rate was published, not that the code is not covered.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'jurisdictionId'],
  exclusiveBy: [
    'subjectId',
    'payerId',
    'payerStated',
    'network',
    'facility',
    'amountKind',
    'billingClass',
    'modifiers',
    'careSetting',
    'places',
    'negotiatedType',
    'arrangement',
    'algorithm',
    'measure',
    'population',
    'jurisdictionId',
    'setting',
    'period',
  ],
  columns: {
    subjectId: text('The code, or the service family where the source speaks of several codes.'),
    payerId: orNull(
      ref(
        'payer',
        'The payer; null for prices across payers, and where `payerStated` names one that is not held.',
      ),
    ),
    payerStated: orNull(
      text('The payer in the words of a price file; null where the source is none or names none.'),
    ),
    network: orNull(
      text('The network or plan in the words of a price file; null where the source is none or names none.'),
    ),
    facility: orNull(
      text(
        'The hospital whose prices these are, as it names itself; null where they are of no one hospital.',
      ),
    ),
    amountKind: oneOf(e.AmountKind, 'Which kind of money.'),
    billingClass: oneOf(e.BillingClass, 'Which kind of claim.'),
    modifiers: orNull(
      textList(
        'The modifiers with which the code is priced, sorted; empty where it is priced without any; null where the source does not tell them apart.',
      ),
    ),
    careSetting: orNull(oneOf(e.CareSetting, 'Inpatient or outpatient; null where the source does not say.')),
    places: orNull(
      textList(
        'The places of service for which it is priced, two digits each or CSTM-00 for all, sorted; empty where a price file names none; null where the source does not tell them apart.',
      ),
    ),
    negotiatedType: orNull(
      oneOf(e.NegotiatedType, 'How the rate is set; null where the source does not say.'),
    ),
    arrangement: orNull(
      oneOf(e.NegotiationArrangement, 'What the rate pays for; null where the source does not say.'),
    ),
    algorithm: orNull(
      text(
        'The formula in the words of the source; where there is no amount it is all that was agreed. Null where the source gives none.',
      ),
    ),
    statistic: oneOf(e.AmountStatistic, 'Which figure `amount` is.'),
    measure: text('What was measured.'),
    population: text('Over whom or what; what `n` counts, where the source is a price file.'),
    jurisdictionId: orNull(ref('jurisdiction', 'The area; null where the source does not tell areas apart.')),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not tell settings apart.'),
    ),
    period: text('Over which time.'),
    amount: orNull(
      decimal(
        2,
        'US dollars, as all figures of this statement are; for NEGOTIATED_PERCENTAGE they all are percent. Null when the source holds none.',
      ),
    ),
    n: orNull(
      whole('Sample size, without what `zeros` and `placeholders` count; null where the source gives none.'),
    ),
    p10: orNull(decimal(2, '10th percentile.')),
    p25: orNull(decimal(2, '25th percentile.')),
    p50: orNull(decimal(2, 'Median.')),
    p75: orNull(decimal(2, '75th percentile.')),
    p90: orNull(decimal(2, '90th percentile.')),
    minimum: orNull(decimal(2, 'Smallest.')),
    maximum: orNull(decimal(2, 'Largest.')),
    zeros: orNull(
      whole(
        'How many figures of 0.00 were left out: a price file means by them that there is no price, not that it is free. Null where nobody counted.',
      ),
    ),
    placeholders: orNull(
      whole('How many placeholders such as 999999999 were left out. Null where nobody counted.'),
    ),
    lowOutliers: orNull(
      whole(
        'How many of `n` are below a tenth of what `method` measures them by. They are in the figures. Null where nobody counted.',
      ),
    ),
    highOutliers: orNull(
      whole(
        'How many of `n` are above ten times what `method` measures them by. They are in the figures. Null where nobody counted.',
      ),
    ),
    method: orNull(text('How it was worked out; null where the source states the figure itself.')),
  },
  sentence: (row) => {
    const unit = row.amountKind === 'NEGOTIATED_PERCENTAGE';
    const figure = (scaled: number) => (unit ? `${formatDecimal(scaled, 2)} %` : priced(scaled));
    const range = row.minimum === null || row.maximum === null ? undefined : [row.minimum, row.maximum];
    const amounts = row.amount === null ? range?.map(figure).join(' to ') : figure(row.amount);
    const said = amounts ?? (row.algorithm ? 'by a formula' : 'not priced');
    const parts = [
      inWords(row.amountKind),
      row.payerStated,
      row.network,
      row.n === null ? null : `n ${row.n}`,
    ];
    return `${row.measure}, ${row.population}, ${row.period}: ${said} (${parts.filter(Boolean).join(', ')}).`;
  },
});

export const priceFile = statementTable({
  name: 'price_file',
  type: 'PriceFile',
  description:
    'That a payer lists a file of prices in its table of contents. Listed is not loaded: what is in the file is not known from it.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId'],
  exclusiveBy: ['payerId', 'location'],
  columns: {
    payerId: ref('payer', 'The payer.'),
    kind: oneOf(e.PriceFileKind, 'What kind of prices it holds.'),
    location: text('Where it is, without the signature that lets it be fetched for a time.'),
    label: text('How the payer describes it, such as the network.'),
    plans: whole('How many plans the table of contents lists it for.'),
  },
  sentence: (row) =>
    `${lastPart(row.payerId)} lists ${row.location} (${row.label}) for ${row.plans} plans. Listed is not loaded.`,
});

export const utilization = statementTable({
  name: 'utilization',
  type: 'UtilizationStatement',
  description: 'How much a code or service is used: counts, shares and rates.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'jurisdictionId'],
  columns: {
    subjectId: text('The code, or the service family where the source speaks of several codes.'),
    payerId: orNull(ref('payer', 'The payer; null where the source speaks of several.')),
    measure: text('What was measured.'),
    population: text('Over whom or what.'),
    jurisdictionId: orNull(ref('jurisdiction', 'The area; null where the source does not tell areas apart.')),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not tell settings apart.'),
    ),
    period: text('Over which time.'),
    value: orNull(decimal(2, 'The figure; null when the source gives none.')),
    low: orNull(decimal(2, 'Low end, where the source gives a range.')),
    high: orNull(decimal(2, 'High end, where the source gives a range.')),
    unit: text('Unit.'),
    beneficiaries: orNull(whole('To how many people; null where the source does not count them with it.')),
    providers: orNull(whole('By how many providers; null where the source does not count them with it.')),
    beneficiaryDays: orNull(
      whole('On how many days, counted a person a day; null where the source does not count them with it.'),
    ),
    n: orNull(whole('Sample size; null where the source gives none.')),
    method: orNull(text('How it was worked out; null where the source states the figure itself.')),
  },
  sentence: (row) =>
    `${row.measure}, ${row.population}, ${row.period}: ${row.value === null ? 'none' : formatDecimal(row.value, 2)} ${row.unit}.`,
});
