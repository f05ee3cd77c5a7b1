/** Slugs: short names in lower case that replace an id where the type is clear. */

import { badInput } from './errors.ts';

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
