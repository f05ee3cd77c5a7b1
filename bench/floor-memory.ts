/** The small tables of the floor, in memory and already in the shape of the answers. */

import type { Store } from '../db/kit/store.ts';

interface Source {
  readonly title: string;
  readonly url: string | null;
}

interface Payer {
  readonly id: string;
  readonly label: string;
}

interface Version {
  readonly id: string;
  readonly version: string;
  readonly policy: { readonly number: string | null; readonly label: string } | undefined;
}

interface Role {
  readonly role: string;
  readonly label: string;
}

interface Component extends Payer {
  readonly familyId: string;
}

/** The rows of the small tables, by id. */
export interface FloorMemory {
  readonly sources: ReadonlyMap<string, Source>;
  readonly payers: ReadonlyMap<string, Payer>;
  readonly versions: ReadonlyMap<string, Version>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly componentsOf: ReadonlyMap<string, readonly Component[]>;
}

export function readMemory(store: Store): FloorMemory {
  const table = <R extends { readonly id: string }>(sql: string) => store.all<R>(sql);
  const byId = <R extends { readonly id: string }, V>(rows: readonly R[], shape: (row: R) => V) =>
    new Map(rows.map((row) => [row.id, shape(row)]));

  const policies = byId(
    table<{ id: string; number: string | null; label: string }>('select id, number, label from policy'),
    ({ number, label }) => ({ number, label }),
  );
  const components = table<Component & { role: string }>(
    'select id, label, role, family_id as "familyId" from service_component order by family_id, seq',
  );
  return {
    sources: byId(table<Source & { id: string }>('select id, title, url from source'), ({ title, url }) => ({
      title,
      url,
    })),
    payers: byId(table<Payer>('select id, label from payer order by id'), (row) => row),
    versions: byId(
      table<{ id: string; version: string; policyId: string }>(
        'select id, version, policy_id as "policyId" from policy_version',
      ),
      ({ id, version, policyId }) => ({ id, version, policy: policies.get(policyId) }),
    ),
    roles: byId(components, ({ role, label }) => ({ role, label })),
    componentsOf: Map.groupBy(
      components.map(({ id, label, familyId }) => ({ id, label, familyId })),
      ({ familyId }) => familyId,
    ),
  };
}
