/** The tables in memory with families that were worked out beside those that people put together: for what asks memory alone. */

import type { AsOf } from '../kit/as-of.ts';
import type { Store } from '../kit/store.ts';
import type { Memory } from '../release/small-tables.ts';
import { type CodeFamily, familiesOfWholes } from './code-families.ts';
import { codeOfFamily, familyOfComponent } from './proposed-ids.ts';

/** The tables in memory with the families that some ids of families or components name, worked out where memory does not have them. */
export function withFamiliesNamed(store: Store, memory: Memory, ids: readonly string[], asOf: AsOf): Memory {
  const wholes = ids.flatMap((id) => {
    if (memory.get('service_family', id) || memory.get('service_component', id)) return [];
    return codeOfFamily(familyOfComponent(id) ?? id) ?? [];
  });
  return wholes.length === 0 ? memory : withFamilies(memory, familiesOfWholes(store, memory, wholes, asOf));
}

/** The tables in memory with some families that were worked out. */
export function withFamilies(memory: Memory, found: readonly (CodeFamily | undefined)[]): Memory {
  const families = [
    ...new Map(found.flatMap((family) => (family ? [[family.row.id, family]] : []))).values(),
  ];
  if (families.length === 0) return memory;
  const components = families.flatMap((family) => family.components);
  const rows = new Map([...families, ...components].map(({ row }) => [row.id, row]));
  const units = components.map(({ unit }) => unit);
  const ofComponent = Map.groupBy(units, ({ componentId }) => componentId);
  const withCode = Map.groupBy(units, ({ codeId }) => codeId);
  const ofFamily = Map.groupBy(
    components.map(({ row }) => row),
    ({ familyId }) => familyId,
  );
  return {
    ...memory,
    get: (table, id) => memory.get(table, id) ?? rows.get(id),
    by: (table, column, value) =>
      (table === 'service_component' && column === 'familyId' && ofFamily.get(value)) ||
      memory.by(table, column, value),
    units: [...memory.units, ...units],
    unitsOf: (componentId) => ofComponent.get(componentId) ?? memory.unitsOf(componentId),
    unitsWith: (codeId) => withCode.get(codeId) ?? memory.unitsWith(codeId),
  };
}
