/** Ids as clients write them: `Type:natural-key`, or the key alone where only one type can be meant. */

import { tables } from '../../db/tables/index.ts';
import { badInput } from './errors.ts';

const form = /^([A-Za-z]{3,40}):([A-Za-z0-9:._/-]{1,200})$/;
const typed = new Map(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** Types of nodes that no table of the graph stores. */
const storedApart: ReadonlySet<string> = new Set(['Rate']);

/** An id as its type and key. */
interface IdParts {
  readonly type: string;
  readonly key: string;
}

function noId(field: string, id: string) {
  return badInput(
    field,
    `${field}: ${JSON.stringify(id.slice(0, 80))} is no id. An id reads Type:key, such as BillingCode:CPT:77090.`,
  );
}

/** Splits the id of anything that can be fetched by it; a typed error when it can be no such id. */
export function parseNodeId(field: string, id: string): IdParts {
  const [, type = '', key = ''] = form.exec(id) ?? [];
  if (!typed.has(type) && !storedApart.has(type)) throw noId(field, id);
  return { type, key };
}

/** Splits an id of the graph into its type and key; a typed error when it cannot be one. */
export function parseId(field: string, id: string): IdParts {
  const found = parseNodeId(field, id);
  if (!typed.has(found.type)) throw noId(field, id);
  return found;
}

/** A key alone: an id has a colon, and a short form none. */
const short = /^[A-Za-z0-9._/-]{1,200}$/;

/** The id that a text is the short form of; undefined when it is none. Slugs are small letters, and other keys capitals. */
export function idOfShort(type: string, text: string): string | undefined {
  const key = text.trim();
  if (!short.test(key)) return undefined;
  return `${type}:${'slug' in (typed.get(type)?.columns ?? {}) ? key.toLowerCase() : key.toUpperCase()}`;
}

/**
 * The id of a type, by its short form such as `aetna` or by itself; throws a typed error when it can be neither, or is of
 * another type.
 */
export function idOf(type: string, field: string, text: string): string {
  const id = idOfShort(type, text);
  if (id !== undefined) return id;
  if (!text.includes(':'))
    throw badInput(
      field,
      `${field}: ${JSON.stringify(text.slice(0, 80))} names no ${type}. Give its id, which reads ${type}:key, or the key alone.`,
    );
  const found = parseId(field, text).type;
  if (found !== type)
    throw badInput(field, `${field}: expected an id of ${type}, got one of ${found}: ${text}.`);
  return text;
}
