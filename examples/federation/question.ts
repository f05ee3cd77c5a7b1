/** The question of the example and the answer that it had. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

/** The question, as a client sends it. */
export const question = read('question.graphql');

/** The answer that it had when it was last kept. */
export const answerKept = JSON.parse(read('answer.json')) as unknown;

/** What a gateway answers, without its extensions. */
export async function ask(
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  return errors === undefined ? { data } : { data, errors };
}
