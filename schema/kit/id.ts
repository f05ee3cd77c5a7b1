/** Ids as clients write them: `Type:natural-key`, or the key alone where only one type can be meant. */

import { tables } from '../../db/tables/index.ts';
import { badInput } from './errors.ts';

const form = /^([A-Za-z]{3,40}):([A-Za-z0-9:._/-]{1,200})$/;
const typed = new Map(tables.filter(({ type }) => type).map((table) => [table.type, table]));

/** Splits an id into its type and key; a typed error when it cannot be an id of this graph. */
export function parseId(field: string, id: string): { readonly type: string; readonly key: string } {
  const match = form.exec(id);
  const type = match?.[1] ?? '';
  if (!match || !typed.has(type)) {
    throw badInput(
      field,
      `${field}: ${JSON.stringify(id.slice(0, 80))} is no id. An id reads Type:key, such as BillingCode:CPT:77090.`,
    );
  }
  return { type, key: match[2] ?? '' };
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
