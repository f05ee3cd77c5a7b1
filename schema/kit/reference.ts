/** References as clients write them, resolved to ids that this release holds: one that it does not hold is an error with near names. */

import { namedCode, otherCodeId } from '../../db/codes/written-code.ts';
import { codeOfFamily, familyOfComponent } from '../../db/fees/proposed-ids.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import { rowsById } from '../../db/kit/rows-along-edge.ts';
import type { Table } from '../../db/kit/table.ts';
import type { Memory } from '../../db/release/small-tables.ts';
import { candidateOf, nearNames } from '../../db/search/near.ts';
import { payer, serviceFamily, siteOfService, workflow } from '../../db/tables/index.ts';
import type { GraphContext } from './context.ts';
import { badInput, checkList, unknownId } from './errors.ts';
import { nearOf, tableOf } from './fact.ts';
import { idOf, idOfShort, parseId } from './id.ts';
import { keptWith } from './loader.ts';

/** Where to look up what there is of a table that is kept in memory. */
const listedBy: Readonly<Record<string, string>> = {
  jurisdiction: 'jurisdictions { code }',
  payer: 'payers { slug }',
  service_family: 'serviceFamilies { slug }',
};

/** The id of a thing that is kept in memory, by id or short form; a typed error where this release has none. */
export function knownId(context: GraphContext, table: Table, field: string, text: string): string {
  const id = idOf(table.type, field, text);
  if (context.memory.get(table.name, id)) return id;
  throw unknownId(
    field,
    `${field}: this release holds no ${id}. List them with ${listedBy[table.name] ?? 'searchEntities'}.`,
    nearOf(context, table, id),
  );
}

/** The ids of a list argument, each in its place; an empty or an oversized list is refused. */
export function knownIds(
  context: GraphContext,
  table: Table,
  field: string,
  texts: readonly string[],
): string[] {
  return checkList(field, texts).map((text, i) => knownId(context, table, `${field}[${i}]`, text));
}

/** The component that a code reports with a modifier, which has to be one that splits it. */
export function componentOf(memory: Memory, codeId: string, modifier: string): string | undefined {
  return memory
    .unitsWith(codeId)
    .find(({ modifierId }) => modifierId !== null && lastPart(modifierId) === modifier)?.componentId;
}

/** What is named by slugs. */
const withSlugs: readonly Table[] = [payer, serviceFamily, siteOfService, workflow];

/**
 * The id of a thing of any type: by its id, a code as "77090", a component as "77080-26", or a slug that one thing alone
 * has. Throws a typed error where several have it, or none.
 */
export function anyId(context: GraphContext, field: string, text: string): string {
  const id = idNamed(context, field, text);
  if (!isKnown(context, id)) {
    const near = nearOf(context, tableOf(parseId(field, id).type), id);
    throw unknownId(field, `${field}: this release holds no ${id}. Find it with searchEntities.`, near);
  }
  return id;
}

function idNamed(context: GraphContext, field: string, text: string): string {
  const { memory } = context;
  const { codeId, modifier } = namedCode(text) ?? {};
  if (codeId !== undefined && modifier === undefined) return codeId;
  if (codeId !== undefined && modifier !== undefined) {
    const component = componentOf(memory, codeId, modifier);
    if (component) return component;
    throw unknownId(field, `${field}: ${lastPart(codeId)} has no component that ${modifier} reports.`);
  }
  if (text.includes(':')) {
    parseId(field, text);
    return text;
  }
  const slugs = withSlugs.flatMap((table) => {
    const id = idOfShort(table.type, text);
    return id && memory.get(table.name, id) ? [id] : [];
  });
  const [id, ...others] = slugs;
  if (id && others.length > 0)
    throw badInput(field, `${field}: ${slugs.join(' and ')} are both called that. Give the id.`);
  const found = id ?? otherCodeId(text);
  if (found) return found;
  if (idOfShort(payer.type, text) === undefined)
    throw badInput(
      field,
      `${field}: ${JSON.stringify(text.slice(0, 80))} names nothing. Give an id, which reads Type:key, a code or a slug.`,
    );
  const candidates = withSlugs.flatMap((table) => memory.all(table.name).map(candidateOf));
  throw unknownId(
    field,
    `${field}: nothing that can be meant is called ${JSON.stringify(text.slice(0, 80))}. Give an id, a code or a slug; searchEntities finds them.`,
    nearNames(text, candidates),
  );
}

const lookedUp = keptWith<GraphContext, Map<string, boolean>>(() => new Map());

/** Whether the release has the thing: looked up once a request, since a filter is read for every parent. */
function isKnown(context: GraphContext, id: string): boolean {
  // What is worked out around a code is there as long as the code is.
  const code = codeOfFamily(familyOfComponent(id) ?? id);
  if (code) return isKnown(context, code);
  const table = tableOf(parseId('id', id).type);
  if (table.inMemory) return context.memory.get(table.name, id) !== undefined;
  const known = lookedUp(context);
  const found = known.get(id) ?? rowsById(context.store, table, [id])[0] !== undefined;
  known.set(id, found);
  return found;
}
