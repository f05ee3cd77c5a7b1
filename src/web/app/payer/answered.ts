/** The answers of a payer as they were given. */

import type { PayerAnswersAndRatesQuery, PayerAnswersQuery } from '../../graph/graphql.ts';

/** All of them, with rates where these were wanted. */
export type PayerMatrix = NonNullable<
  PayerAnswersQuery['coverageMatrix'] | PayerAnswersAndRatesQuery['coverageMatrix']
>;
