/** A code as it was answered. */

import type { CodeQuery } from '../../graph/graphql.ts';

/** What the view of a code shows. */
export type ShownCode = NonNullable<CodeQuery['billingCode']>;
