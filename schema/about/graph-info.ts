/** What this graph is: its release, how much it holds, under which licences. And statements of every kind at once. */

import { everyStatement } from '../../db/history/statement-edges.ts';
import type { Release } from '../../db/release/release.ts';
import { source, statementTables, tables } from '../../db/tables/index.ts';
import { endCursor } from '../history/feed-cursor.ts';
import { AsOfInput, asOfFrom, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages, StatementFilter, statementWhere } from '../kit/edge-to-any-type.ts';
import { allOf } from '../kit/fact.ts';
import { grows, passing } from '../kit/growth.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { Download, downloadsOf } from './downloads.ts';

const allStatements = mixedPages('Query.statements', everyStatement);

const RecordCount = builder
  .objectRef<{ readonly type: string; readonly count: number }>('RecordCount')
  .implement({
    description: 'How many things of a type this release holds.',
    fields: (t) => ({
      type: t.string({ description: 'Name of the type.', resolve: ({ type }) => type }),
      count: t.int({ description: 'How many.', resolve: ({ count }) => count }),
    }),
  });

function countsOf(release: Release, kind: 'entity' | 'statement') {
  return tables
    .filter((table) => table.kind === kind)
    .map(({ type, name, bulk }) => ({
      type,
      count: (release.info.counts[name] ?? 0) + (bulk ? (release.info.counts[bulk.rows] ?? 0) : 0),
    }));
}

/** The release that answers, as a type of the graph. */
export const GraphInfo = builder.objectRef<Release>('GraphInfo').implement({
  description: 'The release that answered.',
  fields: (t) => ({
    dataVersion: t.string({
      description: 'Hash over every row; the same data has the same version.',
      resolve: ({ info }) => info.hash,
    }),
    builtAt: t.field({
      type: 'DateTime',
      description: 'When it was built.',
      resolve: ({ info }) => info.builtAt,
    }),
    changeCursor: t.string({
      description:
        'The end of the feed of changes in this release, opaque. Read it before taking a copy of the graph, then go on with `changes(since:)`.',
      resolve: endCursor,
    }),
    downloads: t.field({
      type: [Download],
      description: 'Where the graph can be had as files.',
      resolve: downloadsOf,
    }),
    statementCount: t.int({
      description: 'Statements of all kinds.',
      resolve: (release) => countsOf(release, 'statement').reduce((sum, { count }) => sum + count, 0),
    }),
    entityCounts: t.field({
      type: [RecordCount],
      description: 'Entities by type.',
      ...grows({ items: () => tables.length }),
      resolve: (release) => countsOf(release, 'entity'),
    }),
    statementCounts: t.field({
      type: [RecordCount],
      description: 'Statements by type.',
      ...grows({ items: () => statementTables.length }),
      resolve: (release) => countsOf(release, 'statement'),
    }),
    licences: t.stringList({
      description: 'Terms of the sources, each once.',
      ...grows({ items: (sizes) => sizes.rows(source) }),
      resolve: (_release, _args, context) =>
        [...new Set(allOf(context, source, context.asOf).map(({ licence }) => licence))].sort(),
    }),
  }),
});

builder.queryFields((t) => ({
  graphInfo: t.field({
    type: GraphInfo,
    description: 'The release that answers.',
    resolve: (_root, _args, { release }) => release,
  }),
  statements: t.connection(
    {
      type: StatementInterface,
      description: `Statements of every kind that hold on the date of service, in the order of their ids. Kinds: ${statementTables.map(({ type }) => type).join(', ')}.`,
      args: {
        filter: t.arg({ type: StatementFilter, required: false, description: 'Only those that match.' }),
        asOf: t.arg({ type: AsOfInput, required: false, description: 'Day and state of knowledge.' }),
      },
      // All kinds are looked through, and what a filter leaves out is passed over.
      ...grows({
        work: (_sizes, { filter }: { readonly filter?: unknown }, reach) =>
          50 + (filter ? passing(reach) : 0),
      }),
      resolve: async (_root, args, context) => {
        const asOf = asOfFrom(args.filter?.asOf, rootAsOf(args, context));
        return allStatements('', args, { asOf, where: statementWhere(args.filter, context) }, context);
      },
    },
    connectionOf(StatementInterface),
  ),
}));
