/** Makes the errors by which the server refuses a request. */

import { GraphQLError } from 'graphql';

/** The `extensions.code` of every refusal made here. */
export type RefusalCode =
  | 'ANSWER_TOO_LARGE'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'BUSY'
  | 'DEADLINE_EXCEEDED'
  | 'DOCUMENT_TOO_LONG'
  | 'INTERNAL_SERVER_ERROR'
  | 'INTROSPECTION_TOO_COSTLY'
  | 'METHOD_NOT_ALLOWED'
  | 'NO_RELEASE'
  | 'NOT_ACCEPTABLE'
  | 'NOT_FOUND'
  | 'OPERATION_NOT_PUBLISHED'
  | 'ORIGIN_NOT_ALLOWED'
  | 'PERSISTED_QUERY_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'RANGE_NOT_SATISFIABLE'
  | 'TOO_COSTLY'
  | 'TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_EXPORTS'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_FRAGMENTS'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_REQUESTS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'TOO_MANY_TOKENS'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** Makes an error for the client; its message should state the limit and the remedy, and `status` is the HTTP status. */
export function refusal(code: RefusalCode, message: string, status = 400): GraphQLError {
  // With `spec` a client that accepts only application/json gets a refused operation with status 200; a malformed
  // request is 400 for every client.
  const spec = status === 400 && code !== 'BAD_REQUEST';
  const later = status === 503 && { headers: { 'retry-after': '1' } };
  return new GraphQLError(message, { extensions: { code, http: { status, spec, ...later } } });
}

/** A number formatted for people: 30000 becomes 30,000. */
export function figure(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : 'endlessly many';
}

/** The refusal of an operation for which there is no room now. */
export function busy(): GraphQLError {
  const message = 'Too many large operations are waiting. Try again in a second, or ask for less at once.';
  return refusal('BUSY', message, 503);
}

/** The refusal of an operation that ran for as long as one may; `largestPart` are the fields that make up most of it. */
export function late(deadlineMs: number, largestPart: string): GraphQLError {
  const found = `The operation ran for more than ${figure(deadlineMs)} ms and was ended.`;
  const remedy = `Most of its work is \`${largestPart}\`: ask for smaller pages, shorter lists or fewer fields there.`;
  return refusal('DEADLINE_EXCEEDED', `${found} ${remedy}`, 503);
}
