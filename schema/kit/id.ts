/** Ids as clients write them: `Type:natural-key`. */

import { tables } from '../../db/tables/index.ts';
import { badInput } from './errors.ts';

const form = /^([A-Za-z]{3,40}):([A-Za-z0-9:._/-]{1,200})$/;
const types = new Set(tables.map(({ type }) => type).filter(Boolean));

/** Splits an id into its type and key; a typed error when it cannot be an id of this graph. */
export function parseId(field: string, id: string): { readonly type: string; readonly key: string } {
  const match = form.exec(id);
  const type = match?.[1] ?? '';
  if (!match || !types.has(type)) {
    throw badInput(
      field,
      `${field}: ${JSON.stringify(id.slice(0, 80))} is no id. An id reads Type:key, such as BillingCode:CPT:77090.`,
    );
  }
  return { type, key: match[2] ?? '' };
}

/** Returns the id; throws a typed error when it is of another type than the expected one. */
export function idOf(type: string, field: string, id: string): string {
  const found = parseId(field, id).type;
  if (found !== type)
    throw badInput(field, `${field}: expected an id of ${type}, got one of ${found}: ${id}.`);
  return id;
}

/** The id of a type by its slug; throws a typed error when it cannot be a slug. */
export function slug(type: string, field: string, text: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || text.length > 80) {
    throw badInput(
      field,
      `${field}: ${JSON.stringify(text.slice(0, 80))} is no slug. Give lower-case words joined by hyphens, such as "physician-office".`,
    );
  }
  return `${type}:${text}`;
}
