/** The graph: one import line a noun, then the subgraph schema. */

import { builder } from './builder.ts';
import { guardEntities } from './federation.ts';
import './source-edges.ts';
import './code.ts';
import './modifier.ts';
import './family.ts';
import './place.ts';
import './payer.ts';
import './policy.ts';
import './coverage.ts';
import './fee-schedule.ts';
import './code-rules.ts';
import './diagnosis.ts';
import './benchmark.ts';
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
import './diff.ts';
import './facets.ts';
import './crd.ts';
import './search.ts';
import './map-terms.ts';
import './paths.ts';
import './changes.ts';
import './invariants.ts';
import './graph-info.ts';
import './query-cost.ts';

/** The executable schema, an Apollo Federation v2 subgraph. */
export const schema = guardEntities(
  builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' }),
);
