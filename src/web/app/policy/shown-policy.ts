/** A policy as it was answered. */

import type { PolicyPageQuery } from '../../graph/graphql.ts';

/** What the view of a policy shows. */
export type ShownPolicy = NonNullable<PolicyPageQuery['policy']>;

/** A version of it. */
export type ShownVersion = ShownPolicy['versions']['nodes'][number];
