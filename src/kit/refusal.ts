/** The one way to refuse what a client sends. */

import { GraphQLError } from 'graphql';

/** The `extensions.code` of every refusal made here. */
export type RefusalCode =
  | 'ANSWER_TOO_LARGE'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'BUSY'
  | 'DOCUMENT_TOO_LONG'
  | 'INTERNAL_SERVER_ERROR'
  | 'INTROSPECTION_TOO_COSTLY'
  | 'METHOD_NOT_ALLOWED'
  | 'NO_RELEASE'
  | 'NOT_FOUND'
  | 'OPERATION_NOT_PUBLISHED'
  | 'PERSISTED_QUERY_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'TOO_COSTLY'
  | 'TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_EXPORTS'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_FRAGMENTS'
  | 'TOO_MANY_OPERATIONS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'TOO_MANY_TOKENS'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** Makes the error that tells a client what was too much and what to trim; `status` is the HTTP status. */
export function refusal(code: RefusalCode, message: string, status = 400): GraphQLError {
  // `spec` lets a client that only accepts application/json have a refusal of its operation with a 200; a request
  // that is none is 400 to everyone.
  const spec = status === 400 && code !== 'BAD_REQUEST';
  const later = status === 503 && { headers: { 'retry-after': '1' } };
  return new GraphQLError(message, { extensions: { code, http: { status, spec, ...later } } });
}

/** A figure as people read it: 30000 becomes 30,000. */
export function figure(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : 'endlessly many';
}
