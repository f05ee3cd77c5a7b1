/** Which entities name each other without a statement: by a column of their own, by a link, or by citing a source, with its statements. */

import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { ownName, snake, type Table } from '../kit/table.ts';
import {
  billingUnit,
  citation,
  conflict,
  dataGap,
  tables,
  workflowStepCode,
  workflowStepPlace,
} from '../tables/index.ts';

/** That one entity names another, or rests on a source. */
export interface EntityReference {
  /** The entity that is given. */
  readonly from: string;
  readonly to: string;
  /** The field by which one names the other, such as `Policy.payer`, or `Citation` where one is cited. */
  readonly relation: string;
  /** The statement about one of them that rests on the other, a source; null where they name each other themselves. */
  readonly statementId: string | null;
}

/** The most references that are read at once. */
const maxReferences = 10_000;

/** What is found in the data is about things, and is none. */
const findings: ReadonlySet<Table> = new Set<Table>([conflict, dataGap]);
const entityTables = tables.filter((table) => table.kind === 'entity' && !findings.has(table));

/** The types of things that can be near others. */
export const nearTypes: readonly string[] = entityTables.map(({ type }) => type);

const entityNames = new Set(entityTables.map(({ name }) => name));

/** Links that say what a thing consists of, with the field that walks them. */
const links: readonly (readonly [table: Table, one: string, other: string, field: string])[] = [
  [billingUnit, 'componentId', 'codeId', 'ServiceComponent.reportedBy'],
  [workflowStepCode, 'stepId', 'codeId', 'WorkflowStep.codes'],
  [workflowStepPlace, 'stepId', 'placeId', 'WorkflowStep.placesOfService'],
];

/** SQL: from entities along one column of a table to what stands in another. */
const along = (table: Table, from: string, to: string, relation: string) => `
  select k.value as "from", t.${snake(to)} as "to", '${relation}' as "relation", null as "statementId"
  from json_each(:entities) k cross join ${table.name} t
  where t.${snake(from)} = k.value and t.${snake(to)} is not null`;

const ways = [
  ...entityTables.flatMap((table) =>
    Object.entries(table.columns)
      .filter(([, { references }]) => references && entityNames.has(references))
      .flatMap(([column]) => {
        const relation = `${table.type}.${column.replace(/Id$/, '')}`;
        return [along(table, 'id', column, relation), along(table, column, 'id', relation)];
      }),
  ),
  ...links.flatMap(([table, one, other, relation]) => [
    along(table, one, other, relation),
    along(table, other, one, relation),
  ]),
];

const cited = ownName(citation);
const isEntity = nearTypes.map((type) => `c.subject_id glob '${type}:*'`).join(' or ');

/** From entities to the sources that they and the statements about them rest on, and from sources back. */
const citations = [
  `select k.value, c.source_id, 'Citation', null from json_each(:entities) k cross join ${cited} c
    where c.subject_id = k.value`,
  `select k.value, c.subject_id, 'Citation', null from json_each(:entities) k cross join ${cited} c
    where c.source_id = k.value and (${isEntity})`,
  `select k.value, c.source_id, 'Citation', s.id
    from json_each(:entities) k cross join statement s cross join ${cited} c
    where s.subject_id = k.value and c.subject_id = s.id and ${live('s')}`,
  `select k.value, s.subject_id, 'Citation', s.id
    from json_each(:entities) k cross join ${cited} c cross join statement s
    where c.source_id = k.value and s.id = c.subject_id and ${live('s')}`,
];

const limited = (arms: readonly string[]) =>
  `${arms.join('\n  union all\n  ')}\n  limit ${maxReferences + 1}`;
const ownReferences = limited(ways);
const allReferences = limited([...ways, ...citations]);

/** The references of any of the entities, in one statement of SQL; `complete` is false when there are more than are read. */
export function referencesOf(
  store: Store,
  entities: readonly string[],
  asOf: AsOf,
): { readonly references: readonly EntityReference[]; readonly complete: boolean } {
  const rows = store.all<EntityReference>(allReferences, { ...asOf, entities: JSON.stringify(entities) });
  return { references: rows.slice(0, maxReferences), complete: rows.length <= maxReferences };
}

/** The references among some entities by columns and links of their own. */
export function referencesAmong(store: Store, entities: readonly string[]): readonly EntityReference[] {
  const among = new Set(entities);
  return store
    .all<EntityReference>(ownReferences, { entities: JSON.stringify(entities) })
    .filter(({ from, to }) => from < to && among.has(to));
}
