/** The errors a client can act on. Everything else is masked as internal by the server. */

import { GraphQLError } from 'graphql';
import { ValidationError } from '../../db/kit/errors.ts';

/** Codes in `extensions.code`. Part of the API: they change only with the schema. */
export const errorCodes = {
  BAD_USER_INPUT: 'A value is not of its form or not among those allowed; `extensions.field` names it.',
  UNKNOWN_ID:
    'Well-formed, but nothing in this release has that id or key; `extensions.near` lists names that it has and that may be meant.',
  RATES_UNAVAILABLE:
    'The rates that are stored row by row cannot be read now; the rest of the answer is whole. Ask again later, or see the message.',
} as const;

/** A value from the client that cannot be used. The message names the field, what was found and the way out. */
export function badInput(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}

/** A well-formed key that this release does not have; `near` are names that it has and that may be meant. */
export function unknownId(field: string, message: string, near: readonly string[] = []): GraphQLError {
  const meant = near.length > 0 ? ` Near: ${near.join(', ')}.` : '';
  return new GraphQLError(message + meant, { extensions: { code: 'UNKNOWN_ID', field, near } });
}

/** Runs a parser of the store on a value of the client; its error names the field. */
export function parsed<T>(field: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ValidationError) throw badInput(field, `${field}: ${error.message}`);
    throw error;
  }
}

/** The most items a list argument may have. */
export const maxListItems = 500;

/** Refuses an empty or an oversized list argument. */
export function checkList<T>(field: string, items: readonly T[]): readonly T[] {
  if (items.length === 0)
    throw badInput(field, `${field} is empty: give at least one, or leave it out where it has a default.`);
  if (items.length > maxListItems) {
    throw badInput(
      field,
      `${field} holds ${items.length} items, the most is ${maxListItems}: ask in several requests.`,
    );
  }
  return items;
}
