/** The families and components of codes as facts: those of people, else those worked out for the day. */

import {
  type CodeComponent,
  type CodeFamily,
  familiesOfCodes,
  familiesOfWholes,
} from '../../db/fees/code-families.ts';
import { codeOfFamily, familyOfComponent } from '../../db/fees/proposed-ids.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import type { Unit } from '../../db/release/small-tables.ts';
import { type billingCode, serviceComponent, serviceFamily } from '../../db/tables/index.ts';
import type { GraphContext } from '../kit/context.ts';
import { at, type FactOf, mustHave, one, rowsReferringTo, type WorkedOut, worksOut } from '../kit/fact.ts';
import { loaderOf } from '../kit/loader.ts';

type FamilyFact = FactOf<typeof serviceFamily>;
type ComponentFact = FactOf<typeof serviceComponent>;

/** What is proposed of a family or a component that was worked out. */
interface Proposed {
  readonly proposed: CodeFamily;
}
type ProposedFamilyFact = WorkedOut<FamilyFact> & Proposed;
type ProposedComponentFact = WorkedOut<ComponentFact> & Proposed & { readonly unit: Unit };

const ofCode = loaderOf(({ store, memory }, codeIds: readonly string[], asOf: AsOf) =>
  familiesOfCodes(store, memory, codeIds, asOf),
);
const ofWhole = loaderOf(({ store, memory }, codeIds: readonly string[], asOf: AsOf) =>
  familiesOfWholes(store, memory, codeIds, asOf),
);

function familyFact(proposed: CodeFamily, asOf: AsOf): ProposedFamilyFact {
  return { ...proposed.row, ...from(proposed, asOf) };
}

function componentFact(
  { row, unit }: CodeComponent,
  proposed: CodeFamily,
  asOf: AsOf,
): ProposedComponentFact {
  return { ...row, unit, ...from(proposed, asOf) };
}

function from(proposed: CodeFamily, asOf: AsOf) {
  return { asOf, proposed, workedOutFrom: proposed.because.map((row) => at(row, asOf)) };
}

/** The family worked out that has such an id; null where the id is none, or its code is in a family already. */
async function proposedFamily(context: GraphContext, id: string, asOf: AsOf): Promise<CodeFamily | null> {
  const codeId = codeOfFamily(id);
  return (codeId && (await ofWhole(context, codeId, asOf))) || null;
}

worksOut(serviceFamily, (context, id, asOf) =>
  proposedFamily(context, id, asOf).then((found) => found && familyFact(found, asOf)),
);
worksOut(serviceComponent, async (context, id, asOf) => {
  const found = await proposedFamily(context, familyOfComponent(id) ?? '', asOf);
  const component = found?.components.find(({ row }) => row.id === id);
  return found && component ? componentFact(component, found, asOf) : null;
});

/** What was worked out of a family or a component; undefined where people put it together. */
export function proposedOf(fact: FamilyFact | ComponentFact): CodeFamily | undefined {
  return (fact as Partial<Proposed>).proposed;
}

/** The components of a family in their order. */
export function componentsOf(context: GraphContext, family: FamilyFact): ComponentFact[] {
  const { id, asOf } = family;
  const proposed = proposedOf(family);
  if (proposed) return proposed.components.map((component) => componentFact(component, proposed, asOf));
  return rowsReferringTo(context, serviceComponent, 'familyId', id, asOf).sort((a, b) => a.seq - b.seq);
}

/** The family that a code reports: that of people, else the one worked out for the day. */
export async function familyOf(
  context: GraphContext,
  { id, familyId, asOf }: FactOf<typeof billingCode>,
): Promise<FamilyFact> {
  const found = familyId ? undefined : await ofCode(context, id, asOf);
  if (found) return familyFact(found, asOf);
  // What people put in a family has units there, should the code not name it.
  const [unit] = context.memory.unitsWith(id);
  const component = unit && context.memory.get(serviceComponent.name, unit.componentId);
  return mustHave(context, serviceFamily, familyId ?? String(component?.familyId), asOf);
}

/** The components that a code puts on a claim line, alone or with a modifier. */
export async function componentsWith(
  context: GraphContext,
  code: FactOf<typeof billingCode>,
): Promise<ComponentFact[]> {
  const units = context.memory.unitsWith(code.id);
  if (units.length > 0)
    return Promise.all(
      units.map(({ componentId }) => mustHave(context, serviceComponent, componentId, code.asOf)),
    );
  const family = await familyOf(context, code);
  const reporting = new Set(
    proposedOf(family)?.components.flatMap(({ row, unit }) => (unit.codeId === code.id ? [row.id] : [])),
  );
  return componentsOf(context, family).filter(({ id }) => reporting.has(id));
}

/** The ways to bill a component. */
export function unitsOf({ memory }: GraphContext, component: ComponentFact): readonly Unit[] {
  const { unit } = component as Partial<ProposedComponentFact>;
  return unit ? [unit] : memory.unitsOf(component.id);
}

/** The same by the id of the component. */
export async function unitsOfId(context: GraphContext, id: string, asOf: AsOf): Promise<readonly Unit[]> {
  const known = context.memory.unitsOf(id);
  if (known.length > 0) return known;
  const component = await one(context, serviceComponent, id, asOf);
  return component ? unitsOf(context, component) : [];
}
