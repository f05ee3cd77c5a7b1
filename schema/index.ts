/** The graph: one import line a noun, then the subgraph schema. */

import { builder } from './builder.ts';
import { federated } from './federation.ts';
import { countItems } from './list-items.ts';
import { orderRoot } from './root-order.ts';
import './source-edges.ts';
import './code.ts';
import './modifier.ts';
import './family.ts';
import './place.ts';
import './payer.ts';
import './policy.ts';
import './coverage.ts';
import './fee-schedule.ts';
import './locality.ts';
import './fee-amount.ts';
import './qualifying-amount.ts';
import './proposed-family.ts';
import './code-rules.ts';
import './diagnosis.ts';
import './policy-listing.ts';
import './benchmark.ts';
import './price-file.ts';
import './clinical.ts';
import './workflow.ts';
import './conflict.ts';
import './gap.ts';
import './matrix.ts';
import './component-sum.ts';
import './indicator.ts';
import './explanation.ts';
import './sayings.ts';
import './report.ts';
import './claim.ts';
import './claim-line-coverage.ts';
import './diff.ts';
import './facets.ts';
import './crd.ts';
import './search.ts';
import './map-terms.ts';
import './paths.ts';
import './changes.ts';
import './invariants.ts';
import './graph-info.ts';
import './operation-cost.ts';

/** The executable schema, an Apollo Federation v2 subgraph. */
export const schema = countItems(
  orderRoot(federated(builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' }))),
);
// What documentation begins with; the printed SDL has no place for it.
schema.description =
  'What payers cover for US billing codes, component by component, on any day, and the evidence for it. Begin with ' +
  '`query`: `coverageMatrix` is the whole answer at once; `billingCode` and `payer` look one up; `searchEntities` ' +
  'finds by words. `asOf` sets the day. Not knowing is an answer with a reason, never a null.';
