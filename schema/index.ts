/** The graph: one import line a noun, then the subgraph schema. */

import { firstTypes, orderFields, orderTypes } from './field-order.ts';
import { builder } from './kit/builder.ts';
import { countItems } from './list-items.ts';
import { freeRoots } from './nullable-roots.ts';
import { plainResolvers } from './plain-resolvers.ts';
import './evidence/source-edges.ts';
import './codes/code.ts';
import './codes/modifier.ts';
import './codes/family.ts';
import './codes/related-code.ts';
import './care/place.ts';
import './care/provider-taxonomy.ts';
import './policies/find-payer.ts';
import './policies/policy.ts';
import './coverage/coverage.ts';
import './fees/schedule.ts';
import './fees/apc.ts';
import './fees/anesthesia.ts';
import './fees/county.ts';
import './fees/locality.ts';
import './fees/amount.ts';
import './fees/qualifying-amount.ts';
import './fees/proposed-family.ts';
import './drugs/drug.ts';
import './edits/code-rules.ts';
import './codes/diagnosis.ts';
import './policies/policy-listing.ts';
import './prices/agreements.ts';
import './prices/benchmark.ts';
import './prices/payer-brand.ts';
import './prices/rate-summary.ts';
import './prices/price-file.ts';
import './rates/rates.ts';
import './care/clinical.ts';
import './care/workflow.ts';
import './care/service-context.ts';
import './findings/conflict.ts';
import './findings/gap.ts';
import './coverage/matrix.ts';
import './coverage/change-days.ts';
import './coverage/published-rates.ts';
import './fees/component-sum.ts';
import './codes/indicator.ts';
import './codes/releases.ts';
import './evidence/explanation.ts';
import './findings/report.ts';
import './claims/claim.ts';
import './coverage/claim-line-coverage.ts';
import './history/diff.ts';
import './search/facets.ts';
import './coverage/crd.ts';
import './search/search.ts';
import './search/map-terms.ts';
import './search/paths.ts';
import './search/neighbourhood.ts';
import './history/changes.ts';
import './history/events.ts';
import './about/invariants.ts';
import './about/graph-info.ts';
import './about/release-series.ts';
import './about/operation-cost.ts';
import './federation/subgraph.ts';

/** The executable schema, an Apollo Federation v2 subgraph. */
export const schema = countItems(
  orderTypes(orderFields(plainResolvers(freeRoots(builder.toSchema({ sortSchema: false }))))),
);
// What documentation begins with; the printed SDL has no place for it.
schema.description =
  'What payers cover for US billing codes, component by component, on any day, and the evidence for it. Begin with ' +
  '`query`: `coverageMatrix` is the whole answer at once; `billingCode` and `payer` look one up; `searchEntities` ' +
  'finds by words. `asOf` sets the day. Not knowing is an answer with a reason, never a null. The types to begin with, ' +
  `as one leads to the next: ${firstTypes.join(', ')}.`;
