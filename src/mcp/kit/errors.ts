/** Errors as an assistant reads them: the code and message of the graph, and what to do about it, in terms of tools. */

/** An error that the assistant is to read; its message is all that it gets. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

const again = 'Call the tool again in a few seconds.';
const less = 'Ask for less in one call: fewer codes, payers or lines; with `graphql`, smaller pages.';
const shorter = 'Send a shorter, flatter document to `graphql`.';

/** What to do, by the code of an error. */
const advice: Readonly<Record<string, string>> = {
  UNKNOWN_ID:
    'Call `resolve_terms` with the words that you have, or `search`, and use an id or code from there.',
  BAD_USER_INPUT: 'Correct the argument that the message names; `resolve_terms` gives ids and codes.',
  GRAPHQL_VALIDATION_FAILED:
    'Call `graph_schema` with the types that the message names, and correct the document.',
  GRAPHQL_PARSE_FAILED: 'Correct the syntax of the document.',
  BAD_REQUEST: 'Correct what the message names.',
  TOO_COSTLY: less,
  ANSWER_TOO_LARGE: less,
  DEADLINE_EXCEEDED: less,
  BUSY: again,
  NO_RELEASE: again,
  INTERNAL_SERVER_ERROR: 'This is a fault of the server. Report it with the request id.',
  DOCUMENT_TOO_LONG: shorter,
  TOO_MANY_TOKENS: shorter,
  TOO_MANY_FIELDS: shorter,
  TOO_DEEP: shorter,
};

/** What of an error an assistant reads. */
interface Coded {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The most errors that are written out. */
const mostErrors = 5;

/** Errors of the graph in words. What came beside them is not given: it would read like an answer. */
export function toolError(errors: readonly Coded[]): ToolError {
  const coded = errors.map(({ message, extensions }) => ({
    code: String(extensions?.code ?? 'GRAPHQL_VALIDATION_FAILED'),
    message,
  }));
  const left = coded.length - mostErrors;
  const steps = new Set(coded.flatMap(({ code }) => advice[code] ?? []));
  return new ToolError(
    [
      ...coded.slice(0, mostErrors).map(({ code, message }) => `${code}: ${message}`),
      ...(left > 0 ? [`And ${left} more.`] : []),
      ...[...steps].map((step) => `What to do: ${step}`),
      'This is an error and no answer: it says nothing about what is covered or paid.',
    ].join('\n'),
  );
}

/** A refusal of our own with the code of the graph's errors. */
export function refused(
  code: 'UNKNOWN_ID' | 'BAD_USER_INPUT' | 'ANSWER_TOO_LARGE',
  message: string,
): ToolError {
  return toolError([{ message, extensions: { code } }]);
}
