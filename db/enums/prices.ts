/** Closed lists about prices. */

import { list } from '../kit/enums.ts';

export const AmountKind = list('AmountKind', 'Which kind of money an amount is. The kinds are never mixed.', {
  NEGOTIATED_RATE: 'Rate agreed between a payer and a provider, in dollars.',
  NEGOTIATED_PERCENTAGE:
    'Percentage that a payer and a provider agreed on: of the billed charge, unless stated otherwise. It is no amount of dollars.',
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
  MEDIAN: 'The median.',
  MEAN: 'The mean.',
  TOTAL: 'A sum.',
  RANGE: 'None: the source gives the smallest and the largest only.',
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
    PERCENTAGE: 'Payer file: a percentage of the billed charge.',
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
