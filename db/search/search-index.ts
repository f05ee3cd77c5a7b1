/** Reads the search index: entries by whole names, and entries by words. */

import type { Store } from '../kit/store.ts';

/** A row of the search index. */
export interface SearchEntry {
  /** Its place in the order of equal matches. */
  readonly slot: number;
  readonly id: string;
  readonly type: string;
  /** A JSON array of its names, which match as a whole. */
  readonly names: string;
  readonly label: string;
  readonly description: string;
}

/** The types of entities that can be searched, in the order in which equal matches are given. */
export const searchTypes = [
  'BillingCode',
  'ServiceFamily',
  'Payer',
  'ServiceComponent',
  'PlaceOfService',
  'SiteOfService',
  'Modifier',
  'DiagnosisCode',
  'NationalDrugCode',
  'Policy',
  'Workflow',
  'WorkflowStep',
  'Indicator',
  'Jurisdiction',
  'PolicyVersion',
  'Source',
] as const;

const entry = 's.rowid as "slot", s.id, s.type, s.names, s.label, s.description';

const byName = `
  select k.key as "query", n.is_label as "isLabel", ${entry}
  from json_each(:keys) k
  cross join search_name n
  cross join search s
  where n.key = k.value and s.rowid = n.slot
  order by k.key, n.slot
  limit :limit`;

const byWords = `
  select q.key as "query", ${entry}
  from json_each(:queries) q
  cross join search s
  where s.rowid in (select m.rowid from search m where m.search match q.value limit :limit)
  order by q.key, s.rowid`;

export type SearchAnswer = SearchEntry & { readonly query: number };

/** Entries whose whole name or label is a key, for each of the keys, in one SQL statement. */
export function entriesByName(
  store: Store,
  keys: readonly string[],
  limit: number,
): readonly (SearchAnswer & { readonly isLabel: 0 | 1 })[] {
  return store.all(byName, { keys: JSON.stringify(keys), limit });
}

/** The first entries that each expression finds, in one SQL statement. */
export function entriesByWords(
  store: Store,
  queries: readonly string[],
  limit: number,
): readonly SearchAnswer[] {
  return store.all(byWords, { queries: JSON.stringify(queries), limit });
}
