/**
 * The floor's matrix. Written for this data, where a code reports one component and a payer has one statement about it,
 * in one line of business; the graph handles the general case, and the difference in the figures is the cost of that.
 */

import { type AsOf, inForce } from '../db/kit/as-of.ts';
import type { Store } from '../db/kit/store.ts';
import type { FloorMemory } from './floor-memory.ts';

interface Stated {
  readonly id: string;
  readonly componentId: string;
  readonly payerId: string;
  readonly lineOfBusiness: string;
  readonly covered: string | null;
  readonly unknownReason: string | null;
  readonly basis: string;
  readonly statedAt: string | null;
}

interface Authorization {
  readonly componentId: string;
  readonly payerId: string;
  readonly priorAuthorization: string | null;
}

const stated = `
  select t.id, t.component_id as "componentId", t.payer_id as "payerId", t.line_of_business as "lineOfBusiness",
    t.covered, t.unknown_reason as "unknownReason", t.basis, t.stated_at as "statedAt"
  from json_each(:components) k join coverage t on t.component_id = k.value
  where t.rank <> 'DEPRECATED' and ${inForce('t')}`;

const authorized = `
  select t.component_id as "componentId", t.payer_id as "payerId", t.prior_authorization as "priorAuthorization"
  from json_each(:components) k join prior_authorization t on t.component_id = k.value
  where t.rank <> 'DEPRECATED' and ${inForce('t')}`;

/** The `coverageMatrix` of the answer. */
export function matrixAnswer(store: Store, memory: FloorMemory, families: readonly string[], asOf: AsOf) {
  const components = families.flatMap((id) => memory.componentsOf.get(id) ?? []);
  const params = { components: JSON.stringify(components.map(({ id }) => id)), ...asOf };
  const key = (row: { componentId: string; payerId: string }) => `${row.componentId} ${row.payerId}`;
  const statements = new Map(store.all<Stated>(stated, params).map((row) => [key(row), row]));
  const authorizations = new Map(store.all<Authorization>(authorized, params).map((row) => [key(row), row]));
  const payers = [...memory.payers.values()];
  return {
    columns: payers.map((payer) => ({ payer, lineOfBusiness: 'COMMERCIAL' })),
    rows: components.map(({ id: componentId, label }) => ({
      component: { id: componentId, label },
      cells: payers.map(({ id: payerId }) => {
        const row = statements.get(`${componentId} ${payerId}`);
        return {
          state: row?.covered ?? 'UNKNOWN',
          reach: row ? 'STATED' : 'NONE',
          unknownReason: row ? row.unknownReason : 'NOT_YET_REVIEWED',
          priorAuthorization:
            authorizations.get(`${componentId} ${payerId}`)?.priorAuthorization ?? 'UNKNOWN',
          best: row ? { id: row.id, basis: row.basis, statedAt: row.statedAt } : null,
        };
      }),
    })),
  };
}
