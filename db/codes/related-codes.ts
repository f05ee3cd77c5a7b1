/** Which codes are related to a code, and how: by statements in both directions, and by the parts of its service. */

import type { CodeRelationKind, RelatedCodeKind, ValueOf } from '../enums/index.ts';
import { type AsOf, live } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import { type Row, selectList } from '../kit/table.ts';
import { codeRelation } from '../tables/index.ts';

export type Relation = Row<typeof codeRelation>;
type Kind = ValueOf<typeof RelatedCodeKind>;

/** What the second code of a relation is to the first, and the first to the second. */
const kinds: Readonly<Record<ValueOf<typeof CodeRelationKind>, readonly [second: Kind, first: Kind]>> = {
  COMPOSITE_OF: ['PART', 'WHOLE'],
  INCLUDES: ['INCLUDED', 'INCLUDING'],
  DERIVED_FROM_IMAGE_OF: ['BASE_STUDY', 'WORKS_ON_IMAGE'],
  REPLACED_BY: ['SUCCESSOR', 'PREDECESSOR'],
  ADD_ON_TO: ['PRIMARY', 'ADD_ON'],
  COMMONLY_REPORTED_WITH: ['COMMONLY_REPORTED_WITH', 'COMMONLY_REPORTED_WITH'],
  DO_NOT_REPORT_TOGETHER: ['DO_NOT_REPORT_TOGETHER', 'DO_NOT_REPORT_TOGETHER'],
  NO_EDIT_FOUND: ['NO_EDIT_FOUND', 'NO_EDIT_FOUND'],
  SAME_COMPONENT_PATTERN: ['SAME_COMPONENT_PATTERN', 'SAME_COMPONENT_PATTERN'],
};

/** A related code, and what shows that it is one. */
export interface Related {
  readonly codeId: string;
  readonly kind: Kind;
  /** The statement that says so; undefined where it follows from the parts of the service. */
  readonly relation?: Relation;
  /** The service whose parts both are. */
  readonly familyId?: string;
  /** The code of the whole service, where the statement is about it. */
  readonly throughId?: string;
}

const along = (column: string) => `
  select k.key as "slot", ${selectList(codeRelation, 'r')}
  from json_each(:codes) k
  cross join ${codeRelation.name} r
  where r.${column} = k.value and ${live('r')}`;

const bothWays = `${along('code_id')}
  union all${along('other_code_id')}
  order by "slot", "id"`;

/** The relations of each code, in both directions. */
export function relationsOf(store: Store, codeIds: readonly string[], asOf: AsOf): Relation[][] {
  const found: Relation[][] = codeIds.map(() => []);
  const params = { ...asOf, codes: JSON.stringify(codeIds) };
  for (const { slot, ...row } of store.all<Relation & { readonly slot: number }>(bothWays, params))
    found[slot]?.push(row as Relation); // without the slot it is the row again
  return found;
}

/** The other side of a relation, as seen from one of its codes. */
export function otherSide(codeId: string, relation: Relation): Related {
  const [second, first] = kinds[relation.relation];
  const isFirst = relation.codeId === codeId;
  return isFirst
    ? { codeId: relation.otherCodeId, kind: second, relation }
    : { codeId: relation.codeId, kind: first, relation };
}
