/** Published amounts for codes, price files, and utilization. */

import * as e from '../enums/index.ts';
import { formatDecimal } from '../kit/decimal.ts';
import {
  day,
  decimal,
  derived,
  flag,
  instant,
  linkTable,
  oneOf,
  orNull,
  ref,
  statementTable,
  text,
  textList,
  whole,
} from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { counted, inWords, priced } from './sentences.ts';

export const rateBenchmark = statementTable({
  name: 'rate_benchmark',
  type: 'RateBenchmark',
  description:
    'An amount or a distribution of amounts for a code, never a coverage statement. Having none means that no rate was published for this code alone, not that it is not covered: `defaultRates` and `paymentArrangements` of a code have what was published for several.',
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
    'percentageBase',
    'additionalNotes',
    'revenueCodes',
    'codeVersion',
    'severityOfIllness',
    'measure',
    'population',
    'jurisdictionId',
    'setting',
    'period',
  ],
  columns: {
    subjectId: text('The code, or the service family where the source is about several codes.'),
    payerId: orNull(
      ref(
        'payer',
        'The payer; null for prices across payers, and where `payerStated` names one that is not in the graph.',
      ),
    ),
    payerStated: orNull(
      text('The payer in the words of a price file; null where the source is no price file or names none.'),
    ),
    network: orNull(
      text(
        'The network or plan in the words of a price file; null where the source is no price file or names none.',
      ),
    ),
    facility: orNull(
      text(
        'The hospital whose prices these are, as it names itself; null where they are not those of one hospital.',
      ),
    ),
    amountKind: oneOf(e.AmountKind, 'Which kind of money.'),
    billingClass: oneOf(e.BillingClass, 'Which kind of claim.'),
    modifiers: orNull(
      textList(
        'The modifiers with which the code is priced, sorted; empty where it is priced without any; null where the source does not distinguish them, and where it writes what is no modifier, which `additionalNotes` repeats.',
      ),
    ),
    careSetting: orNull(
      oneOf(e.CareSetting, 'Inpatient or outpatient; null where the source does not state it.'),
    ),
    places: orNull(
      textList(
        'The places of service for which it is priced, two digits each or CSTM-00 for all, sorted; empty where a price file names none; null where the source does not distinguish them.',
      ),
    ),
    negotiatedType: orNull(
      oneOf(e.NegotiatedType, 'How the rate is set; null where the source does not state it.'),
    ),
    arrangement: orNull(
      oneOf(e.NegotiationArrangement, 'What the rate pays for; null where the source does not state it.'),
    ),
    algorithm: orNull(
      text(
        'The formula in the words of the source; where there is no amount it is all that was agreed. Null where the source gives none.',
      ),
    ),
    percentageBase: orNull(
      oneOf(e.PercentageBase, 'What the percentage is of; null where the amount is in dollars.'),
    ),
    additionalNotes: orNull(
      text(
        'What a price file notes on the price, in its words: additional information of payers, payer-specific and generic notes of hospitals such as APC or a gross charge type, several separated by ` | `. Prices with different notes are different prices. Null where there are none.',
      ),
    ),
    revenueCodes: orNull(
      textList(
        'The revenue codes with which a hospital bills the item, four digits each, sorted; 096x to 098x are professional fees. Empty where the file gives none; null where the source does not distinguish them.',
      ),
    ),
    codeVersion: orNull(
      text('The version of the code set in the words of a payer file; null where the source gives none.'),
    ),
    severityOfIllness: orNull(
      text('The severity of illness in the words of a payer file; null where the source gives none.'),
    ),
    statistic: oneOf(e.AmountStatistic, 'Which figure `amount` is.'),
    measure: text('What was measured.'),
    population: text('Over whom or what; what `n` counts, where the source is a price file.'),
    jurisdictionId: orNull(
      ref('jurisdiction', 'The area; null where the source does not distinguish areas.'),
    ),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not distinguish settings.'),
    ),
    period: text('Over which time.'),
    amount: orNull(
      decimal(
        2,
        'US dollars, like all figures of this statement; for NEGOTIATED_PERCENTAGE all are percent. Null when the source gives none.',
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
        'How many figures of 0.00 were left out: in a price file they mean that there is no price, not that it is free. Null where not counted.',
      ),
    ),
    placeholders: orNull(
      whole(
        'How many placeholders such as 999999999 were left out, by the rule that `method` gives. Null where not counted.',
      ),
    ),
    lowOutliers: derived(
      orNull(
        whole(
          'How many of `n` are below a tenth of the figure that `method` names. They are not left out. Null where not counted.',
        ),
      ),
    ),
    highOutliers: derived(
      orNull(
        whole(
          'How many of `n` are above ten times the figure that `method` names. They are not left out. Null where not counted.',
        ),
      ),
    ),
    method: derived(
      orNull(
        text(
          'How it was worked out, against what outliers are measured, and what was rounded; null where the source states the figure itself.',
        ),
      ),
    ),
  },
  sentence: (row) => {
    const unit = row.amountKind === 'NEGOTIATED_PERCENTAGE';
    const figure = (scaled: number) => (unit ? `${formatDecimal(scaled, 2)} %` : priced(scaled));
    const range = row.minimum === null || row.maximum === null ? undefined : [row.minimum, row.maximum];
    const amounts = row.amount === null ? range?.map(figure).join(' to ') : figure(row.amount);
    const words = row.additionalNotes && row.valueState === 'NO_VALUE' ? row.additionalNotes : 'not priced';
    const shown = amounts ?? (row.algorithm ? 'by a formula' : words);
    const parts = [
      inWords(row.amountKind),
      row.payerStated,
      row.network,
      row.n === null ? null : `n ${counted(row.n)}`,
    ];
    return `${row.measure}, ${row.population}, ${row.period}: ${shown} (${parts.filter(Boolean).join(', ')}).`;
  },
});

export const priceFile = statementTable({
  name: 'price_file',
  type: 'PriceFile',
  description:
    'That a payer lists a file of prices in its table of contents. Listed is not loaded: what is in the file is not known from it.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'fileSet'],
  exclusiveBy: ['payerId', 'location'],
  columns: {
    payerId: ref('payer', 'The payer.'),
    kind: oneOf(e.PriceFileKind, 'What kind of prices it contains.'),
    location: text('Where it is, without the signature that lets it be fetched for a time.'),
    label: text('How the payer describes it, such as the network.'),
    plans: whole('How many plans the table of contents lists it for.'),
    fileSet: orNull(
      text(
        'The mark of the set of files that are always listed together, by which plans name them; null where it is listed for no plan.',
      ),
    ),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.payerId)} lists ${row.location} (${row.label}) for ${counted(row.plans)} plans. Listed is not loaded.`,
});

export const rateFile = linkTable({
  name: 'rate_file',
  description:
    'A loaded file whose rates are stored row by row, outside of this database: which they are, and when they hold.',
  cluster: ['file'],
  columns: {
    file: text('The name of its rates in the store of rates; the same bytes have the same name everywhere.'),
    sourceId: ref('source', 'The file as a source.'),
    rows: whole('How many rates it has.'),
    payerId: orNull(ref('payer', 'The payer whose file it is; null for that of a hospital.')),
    series: whole('Number of the series that it is an edition of.'),
    edition: whole('Number of the edition.'),
    validFrom: day('First day on which it holds.'),
    validTo: orNull(day('First day on which it no longer holds; null where it holds until the next.')),
    recordedFrom: instant('Since when it is on record here.'),
    codes: orNull(textList('The chosen codes; null where all were read.')),
    replaces: flag(
      'Whether it takes the place of files of its series with an earlier first day, for the codes that it was read for.',
    ),
  },
});

export const utilization = statementTable({
  name: 'utilization',
  type: 'UtilizationStatement',
  description: 'How much a code or service is used: counts, shares and rates.',
  envelope,
  subject: 'subjectId',
  walkedBy: ['subjectId', 'payerId', 'jurisdictionId'],
  columns: {
    subjectId: text('The code, or the service family where the source is about several codes.'),
    payerId: orNull(ref('payer', 'The payer; null where the source is about several.')),
    measure: text('What was measured.'),
    population: text('Over whom or what.'),
    jurisdictionId: orNull(
      ref('jurisdiction', 'The area; null where the source does not distinguish areas.'),
    ),
    setting: orNull(
      oneOf(e.FeeSetting, 'Where it was performed; null where the source does not distinguish settings.'),
    ),
    period: text('Over which time.'),
    value: orNull(decimal(2, 'The figure; null when the source gives none.')),
    low: orNull(decimal(2, 'Low end, where the source gives a range.')),
    high: orNull(decimal(2, 'High end, where the source gives a range.')),
    unit: text('Unit.'),
    beneficiaries: orNull(whole('Number of people who received it; null where the source does not give it.')),
    providers: orNull(whole('Number of providers who gave it; null where the source does not give it.')),
    beneficiaryDays: orNull(
      whole(
        'Number of days with the service, each counted once per person; null where the source does not give it.',
      ),
    ),
    n: orNull(whole('Sample size; null where the source gives none.')),
    method: orNull(text('How it was worked out; null where the source states the figure itself.')),
  },
  sentence: (row) => {
    const range = row.low === null || row.high === null ? undefined : [row.low, row.high];
    const figures = row.value === null ? range : [row.value];
    const shown = figures?.map((figure) => counted(figure, 2)).join(' to ');
    return `${row.measure}, ${row.population}, ${row.period}: ${shown ? `${shown} ${row.unit}` : 'no figure given'}.`;
  },
});

export const payerBrand = linkTable({
  name: 'payer_brand',
  description:
    'A brand by which price files write payers, with the rule that knows it. A brand is a way of writing, not a payer: companies of one brand may be different payers, and the licensees of an association are.',
  cluster: ['slug'],
  columns: {
    slug: text('Short name, such as uhc; unique.'),
    label: text('Name.'),
    spellings: textList(
      'The words by which a stated name is of this brand: each in lower case, and found as whole words in this order.',
    ),
    reason: text('Why these words and no others.'),
    seen: textList('Names as price files write them, each with the hospital and the day of its file.'),
  },
});

export const statedPayer = linkTable({
  name: 'stated_payer',
  description:
    'A payer in the words of a price file, once for all amounts that state it: filters by name and brand read these few rows and not every amount.',
  cluster: ['stated'],
  columns: {
    stated: text('The name as price files write it.'),
    folded: text('The same in lower case, with single blanks.'),
    brand: orNull(text('The slug of the one brand whose words are in it; null where none is, or several.')),
  },
});
