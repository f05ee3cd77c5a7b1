/** The schema builder: plugins, scalars and the form of ids. The file of every subject adds to it. */

import SchemaBuilder from '@pothos/core';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import type { CodeSystem, ValueOf } from '../../db/enums/index.ts';
import type { GraphContext } from './context.ts';
import { badInput } from './errors.ts';
import { asNamed, grows, passing } from './growth.ts';
import { parseNodeId } from './id.ts';

/** A billing code as a client names it: what the scalar `Code` is read as. */
export interface Coding {
  readonly code: string;
  readonly system?: ValueOf<typeof CodeSystem> | null | undefined;
}

interface Types {
  Context: GraphContext;
  DefaultFieldNullability: false;
  Connection: { readonly totalCount: () => Promise<number> | number };
  Scalars: {
    ID: { Input: string; Output: string };
    Code: { Input: Coding; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    _Any: { Input: unknown; Output: unknown };
  };
}

export const builder = new SchemaBuilder<Types>({
  plugins: [DataloaderPlugin, RelayPlugin],
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    clientMutationId: 'omit',
    encodeGlobalID: (_type, id) => String(id),
    decodeGlobalID: (id) => ({ typename: parseNodeId('id', id).type, id }),
    nodesOnConnection: { description: 'The items of this page, without their cursors.' },
    edgesFieldOptions: { description: 'The items of this page, each with its cursor.' },
    nodeFieldOptions: { description: 'The item.' },
    firstArgOptions: { description: 'At most so many, counted from the beginning or from `after`.' },
    lastArgOptions: { description: 'At most so many, counted from the end or from `before`.' },
    afterArgOptions: {
      description: 'Only what comes after this cursor, which an earlier page gave. Opaque.',
    },
    beforeArgOptions: {
      description: 'Only what comes before this cursor, which an earlier page gave. Opaque.',
    },
    cursorFieldOptions: { description: 'Opaque; give it as `after` or `before` of the same field.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and from where to go on.' },
    nodeTypeOptions: {
      description:
        'Everything that can be fetched again by its id. An id reads `Type:natural-key`, such as `BillingCode:CPT:77090`.',
      resolveType: (value) => typeOfValue(value),
    },
    idFieldOptions: {
      description: '`Type:natural-key`, such as `BillingCode:CPT:77090`; stable across releases.',
    },
    pageInfoTypeOptions: { description: 'Whether there is more, and from where to go on.' },
    hasNextPageFieldOptions: { description: 'There are items after this page.' },
    hasPreviousPageFieldOptions: { description: 'There are items before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
    nodeQueryOptions: {
      description:
        'Anything by its id. Null when this release has nothing with that id; an id that cannot be one is an error.',
      args: { id: { description: 'An id, such as `BillingCode:CPT:77090`.' } },
    },
    nodesQueryOptions: {
      description:
        'Several things by their ids, in the order given; null in the place of one that this release does not have.',
      args: { ids: { description: 'Ids, such as `Payer:aetna`; at most 500.' } },
      ...grows(asNamed('ids')),
      resolve: async (_root, { ids }, _context, _info, resolveNodes) => {
        if (ids.length > 500)
          throw badInput('ids', `ids holds ${ids.length} items, the most is 500: ask in several requests.`);
        return resolveNodes(ids);
      },
    },
  },
});

/** The GraphQL type of a value that has an id. */
export function typeOfValue(value: unknown): string {
  return parseNodeId('id', (value as { readonly id: string }).id).type; // interfaces are resolved only for values with an id
}

builder.queryType({ description: 'Everything that can be queried.' });

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many there are over all pages. Counted only when selected.',
    ...grows({ work: (_sizes, _args, reach) => passing(reach) }),
    resolve: (connection) => connection.totalCount(),
  }),
);

/** What clients write as text: its form is read where it is used, with an error that names the field. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`It is written as text, not as ${Array.isArray(value) ? 'a list' : typeof value}.`);
}

builder.scalarType('Date', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: 'A day of the calendar as YYYY-MM-DD, such as 2025-10-15.',
  serialize: (value) => value,
  parseValue: asText,
});
builder.scalarType('DateTime', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  description: 'A moment in UTC as YYYY-MM-DDTHH:MM:SSZ, such as 2026-11-24T00:00:00Z.',
  serialize: (value) => value,
  parseValue: asText,
});
builder.scalarType('Decimal', {
  specifiedByURL: 'https://www.w3.org/TR/xmlschema-2/#decimal',
  description: 'An exact decimal as text, such as "41.53". Never a float: amounts are kept to the cent.',
  serialize: (value) => value,
  parseValue: asText,
});
builder.scalarType('URL', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  description:
    'A web address, such as https://www.cms.gov; a path such as /export/matrix.csv is one of this server.',
  serialize: (value) => value,
  parseValue: asText,
});
