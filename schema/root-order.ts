/** In which order the root fields are listed: what people ask first stands first, what machines ask last. */

import type { GraphQLSchema } from 'graphql';

/** What analysts begin with; docs and completion open with these. */
const first = [
  'coverageMatrix',
  'billingCode',
  'payer',
  'codeReport',
  'checkClaim',
  'comparePayers',
  'diff',
  'searchEntities',
  'mapTerms',
  'conflicts',
  'gaps',
];

/** What clients and gateways ask on their own. */
const last = [
  'graphInfo',
  'invariants',
  'operationCost',
  'changes',
  'node',
  'nodes',
  '_entities',
  '_service',
];

/** Puts the root fields of a schema in their order, in place; those named nowhere stay between, as they were. */
export function orderRoot(schema: GraphQLSchema): GraphQLSchema {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const found = Object.entries(fields);
  const missing = [...first, ...last].filter((name) => !(name in fields));
  if (missing.length > 0)
    throw new Error(`The root has no field ${missing.join(', ')}: mend schema/root-order.ts.`);
  const rank = (name: string) => {
    if (first.includes(name)) return first.indexOf(name) - first.length;
    return last.includes(name) ? last.indexOf(name) + 1 : 0;
  };
  for (const [name] of found) delete fields[name];
  for (const [name, field] of found.sort(([one], [other]) => rank(one) - rank(other))) fields[name] = field;
  return schema;
}
