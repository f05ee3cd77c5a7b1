/** Any read-only query on the graph, under the server's own limits. */

import { z } from 'zod';
import { refused, toolError } from '../kit/errors.ts';
import { tool } from '../kit/tool.ts';

/** Characters of an answer, unless more is wanted. */
const usual = 10_000;

/** A query. */
export const graphql = tool({
  name: 'graphql',
  title: 'Query the Coverage Graph by GraphQL',
  description:
    'Runs one read-only GraphQL query on the Coverage Graph API and gives its data as JSON, for what no other tool answers. `graph_schema` gives the types. The same limits hold as for every client of the API.',
  input: z.object({
    query: z.string().min(1).describe('Such as `{ payers { id label } }`.'),
    variables: z.record(z.string(), z.unknown()).optional(),
    operationName: z.string().max(200).optional(),
    maxCharacters: z
      .int()
      .min(100)
      .max(150_000)
      .default(usual)
      .describe('The longest answer that is wanted.'),
  }),
  output: z.object({
    characters: z.number(),
    fields: z.array(z.string()).describe('The top fields of the data.'),
  }),
  documents: [],

  async answer({ query, variables, operationName, maxCharacters }, graph) {
    const { data, errors } = await graph.run({
      query,
      ...(variables && { variables }),
      ...(operationName && { operationName }),
    });
    if (errors?.length) throw toolError(errors);
    const text = JSON.stringify(data);
    if (text.length > maxCharacters)
      throw refused(
        'ANSWER_TOO_LARGE',
        `The answer has ${text.length} characters, more than \`maxCharacters\`, ${maxCharacters}. Select fewer fields or smaller pages, or give a larger \`maxCharacters\`.`,
      );
    return { text, data: { characters: text.length, fields: Object.keys(data ?? {}) } };
  },
});
