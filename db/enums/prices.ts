/** Closed lists about prices. */

import { list } from '../kit/enums.ts';

export const AmountKind = list('AmountKind', 'Which kind of money an amount is. The kinds are never mixed.', {
  NEGOTIATED_RATE: 'Rate agreed between a payer and a provider, in dollars.',
  NEGOTIATED_PERCENTAGE:
    'Percentage that a payer and a provider agreed on, of what `percentageBase` says. It is no amount of dollars.',
  ALLOWED_AMOUNT: 'Amount that a payer allowed on claims.',
  PAID_AMOUNT: 'Amount that a payer paid on claims.',
  BILLED_CHARGE: 'Gross charge of a provider.',
  SELF_PAY_PRICE: 'Cash price of a provider.',
  FEE_SCHEDULE_AMOUNT: 'Amount of a public fee schedule, as a source published it.',
});

export const BillingClass = list('BillingClass', 'Which kind of claim an amount belongs to.', {
  PROFESSIONAL: 'Professional claims.',
  INSTITUTIONAL: 'Institutional claims.',
  BOTH: 'Both, or the source does not distinguish them.',
});

export const AmountStatistic = list('AmountStatistic', 'Which figure of a distribution `value` is.', {
  SINGLE: 'A single published amount.',
  PAIR: 'None: there are two different amounts, which are the smallest and the largest. A median of two would be neither or one of them.',
  MEDIAN:
    'The median. Of the figures of a price file, from three on or where two agree, it is one of them: the lower of the middle two where their number is even.',
  MEAN: 'The mean.',
  TOTAL: 'A sum.',
  RANGE:
    'None: the source itself gives the smallest and the largest only, such as the lowest and highest charge that a hospital negotiated with all its payers.',
});

export const CareSetting = list('CareSetting', 'In which setting a price applies, as price files state it.', {
  INPATIENT: 'Inpatient.',
  OUTPATIENT: 'Outpatient.',
  BOTH: 'Inpatient and outpatient.',
});

export const NegotiatedType = list(
  'NegotiatedType',
  'How a negotiated rate is set: the negotiated type of a payer file, or the methodology of a hospital file.',
  {
    NEGOTIATED: 'Payer file: negotiated as an amount.',
    DERIVED: 'Payer file: a price that the plan assigns for its own accounting.',
    FEE_SCHEDULE: 'By a fee schedule.',
    PERCENTAGE: 'Payer file: a percentage; `percentageBase` says of what.',
    PER_DIEM: 'By the day.',
    CASE_RATE: 'Hospital file: for the whole case.',
    PERCENT_OF_BILLED_CHARGES: 'Hospital file: a percentage of the total billed charges.',
    OTHER: 'Hospital file: in another way, which its notes explain.',
  },
);

export const NegotiationArrangement = list('NegotiationArrangement', 'What a negotiated rate pays for.', {
  FEE_FOR_SERVICE: 'The service.',
  BUNDLE: 'The service and others that belong to it.',
  CAPITATION: 'Care of a member over a period, whatever services are given.',
});

export const PercentageBase = list('PercentageBase', 'What an agreed percentage is a percentage of.', {
  BILLED_CHARGE: 'What the provider bills.',
  MEDICARE: 'What Medicare pays or allows.',
  OTHER: 'Something else, or several things: `additionalNotes` and `algorithm` have the words of the file.',
  NOT_STATED: 'The file does not say.',
});

export const PriceFileKind = list('PriceFileKind', 'What kind of prices a file of a payer contains.', {
  IN_NETWORK: 'Rates negotiated with providers in the network.',
  ALLOWED_AMOUNTS: 'Amounts allowed to providers outside of the network.',
});

export const PayerName = list(
  'PayerName',
  'By which name of the payer amounts are grouped. No one of them is turned into another.',
  {
    LINKED: 'The payer of the graph whose name or other name is exactly that of the file.',
    BRAND: 'The brand whose words are in the name: a way of writing, which several payers may share.',
    STATED: 'The name as the price file writes it.',
  },
);
