/** Reads of the peers: each a statement for any number of keys, as an expert would write it, in the floor's order. */

import { asOfNow, inForce } from '../../db/kit/as-of.ts';
import { openStore } from '../../db/kit/store.ts';
import { best } from '../floor-answers.ts';
import { codeSystem } from '../ids.ts';

/** A row of any table; GraphQL picks the fields. */
export type AnyRow = Readonly<Record<string, string | null>>;

export interface PeerPage {
  readonly nodes: readonly AnyRow[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const [file = '', ...words] = process.argv.slice(2);
const store = openStore(file, { mapped: true });

/** Whether the small tables are answered out of memory, as our server does. */
export const inMemory = words.includes('memory');

const columns = {
  payer: 't.id, t.slug, t.label',
  policy: 't.id, t.number, t.label',
  policy_version: 't.id, t.version, t.policy_id as "policyId"',
  service_component: 't.id, t.label, t.role, t.family_id as "familyId"',
  source: 't.id, t.title, t.url',
  billing_code: 't.id, t.system, t.code, t.category, t.label, t.description',
} as const;

export type SmallTable = Exclude<keyof typeof columns, 'billing_code'>;

const coverage = `t.id, t.covered, t.basis, t.summary, t.stated_at as "statedAt", t.unknown_reason as "unknownReason",
  t.payer_id as "payerId", t.policy_version_id as "policyVersionId", t.component_id as "componentId", t.code_id as "codeId"`;

const citations = `
  select c.subject_id as "subjectId", c.role, c.locator, c.source_id as "sourceId"
  from json_each(:ids) k join citation_own c on c.subject_id = k.value
  order by k.key, c.seq`;

const componentsOfFamilies = `
  select ${columns.service_component} from json_each(:families) k join service_component t on t.family_id = k.value
  order by k.key, t.seq`;

const stated = `
  select ${coverage} from json_each(:components) k join coverage t on t.component_id = k.value
  where t.rank <> 'DEPRECATED' and ${inForce('t')}`;

const authorized = `
  select t.component_id as "componentId", t.payer_id as "payerId", t.prior_authorization as "priorAuthorization"
  from json_each(:components) k join prior_authorization t on t.component_id = k.value
  where t.rank <> 'DEPRECATED' and ${inForce('t')}`;

const byId = (rows: readonly AnyRow[]) => new Map(rows.map((row) => [row.id, row]));

const small = ['payer', 'policy', 'policy_version', 'service_component', 'source'] as const;
const memory = new Map(
  (inMemory ? small : []).map((table) => [
    table,
    byId(store.all(`select ${columns[table]} from ${table} t`)),
  ]),
);

/** The row of a small table, out of memory. */
export function remembered(table: SmallTable, id: string | null | undefined): AnyRow | undefined {
  return memory.get(table)?.get(id ?? null);
}

/** A code as clients write it: a text, or an object with or without its system. */
export interface GivenCode {
  readonly id?: string;
  readonly system?: string;
  readonly code: string;
}

export function codeId({ id, system = codeSystem, code }: GivenCode): string {
  return id ?? `BillingCode:${system}:${code}`;
}

export function rowsById(
  table: keyof typeof columns,
  ids: readonly (string | null | undefined)[],
): (AnyRow | null)[] {
  const sql = `select ${columns[table]} from json_each(:ids) k join ${table} t on t.id = k.value`;
  const found = byId(store.all(sql, { ids: JSON.stringify([...new Set(ids)]) }));
  return ids.map((id) => found.get(id ?? null) ?? null);
}

export function codeById(id: string): AnyRow | undefined {
  return store.get(`select ${columns.billing_code} from billing_code t where t.id = :id`, { id });
}

export function payerBySlug(slug: string): AnyRow | undefined {
  return store.get(`select ${columns.payer} from payer t where t.slug = :slug`, { slug });
}

/** The first statements along a column for each key, best first; one more is read to know whether there are more. */
export function pages(column: 'code_id' | 'payer_id', keys: readonly string[], first: number): PeerPage[] {
  const sql = `
    select ${coverage} from coverage t
    where t.${column} = :key and t.rank <> 'DEPRECATED' and ${inForce('t')}
    order by ${best} limit :limit`;
  const asOf = asOfNow(new Date());
  return keys.map((key) => {
    const rows = store.all<AnyRow>(sql, { key, limit: first + 1, ...asOf });
    return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } };
  });
}

export function citationsOf(ids: readonly string[]): (readonly AnyRow[])[] {
  const found = Map.groupBy(
    store.all<AnyRow>(citations, { ids: JSON.stringify(ids) }),
    ({ subjectId }) => subjectId,
  );
  return ids.map((id) => found.get(id) ?? []);
}

/** The matrix in four statements, with the floor's knowledge that a payer says one thing of a component. */
export function matrix(families: readonly string[]) {
  const components = store.all<AnyRow>(componentsOfFamilies, { families: JSON.stringify(families) });
  const payers = store.all<AnyRow>(`select ${columns.payer} from payer t order by t.id`);
  const given = {
    components: JSON.stringify(components.map(({ id }) => id)),
    ...asOfNow(new Date()),
  };
  const key = (row: AnyRow) => `${row.componentId} ${row.payerId}`;
  const statements = new Map(store.all<AnyRow>(stated, given).map((row) => [key(row), row]));
  const authorizations = new Map(store.all<AnyRow>(authorized, given).map((row) => [key(row), row]));
  return {
    columns: payers.map((payer) => ({ payer, lineOfBusiness: 'COMMERCIAL' })),
    rows: components.map((component) => ({
      component,
      cells: payers.map(({ id }) => {
        const found = `${component.id} ${id}`;
        const row = statements.get(found);
        return {
          state: row?.covered ?? 'UNKNOWN',
          reach: row ? 'STATED' : 'NONE',
          unknownReason: row ? row.unknownReason : 'NOT_YET_REVIEWED',
          priorAuthorization: authorizations.get(found)?.priorAuthorization ?? 'UNKNOWN',
          best: row,
        };
      }),
    })),
  };
}
