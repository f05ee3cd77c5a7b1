/** Sources as nodes, what each citation leads to, and what a source is cited for. */

import { SourceKind } from '../../db/enums/index.ts';
import { citingSource } from '../../db/history/statement-edges.ts';
import { citation, source } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { allOf } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { CitationRef, sourceOf } from '../kit/source.ts';

const citedBy = mixedPages('Source.citedBy', citingSource);

/** A document or data set that was actually read. */
export const Source = entity({
  table: source,
  subject: false,
  leaveOut: ['url'],
  keys: { slug: ({ slug }) => `Source:${slug}` },
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      nullable: true,
      description: source.columns.url.description,
      resolve: ({ url }) => url,
    }),
    ageInDays: t.int({
      description: 'Days between the day it had been read and the day the graph was built.',
      resolve: ({ retrievedOn }, _args, { release }) =>
        Math.floor((Date.parse(release.info.builtAt) - Date.parse(`${retrievedOn}T00:00:00Z`)) / 86_400_000),
    }),
    citedBy: t.connection(
      {
        type: builder.nodeInterfaceRef(),
        description: 'The statements and entities that cite it, in the order of their ids.',
        ...grows({
          items: (sizes) => sizes.most(citation, 'sourceId'),
        }),
        resolve: ({ id, asOf }, args, context) => citedBy(id, args, { asOf, where: [] }, context),
      },
      connectionOf(builder.nodeInterfaceRef()),
    ),
  }),
});

builder.objectField(CitationRef, 'source', (t) =>
  t.field({
    type: Source,
    description: 'The source.',
    resolve: (cited, _args, context) => sourceOf(context, cited),
  }),
);

builder.queryField('sources', (t) =>
  t.field({
    type: [Source],
    description: 'What feeds the graph, under which licence, and how old it is.',
    args: { kinds: t.arg({ type: [enumOf(SourceKind)], required: false, description: 'Only these kinds.' }) },
    resolve: (_root, { kinds }, context) => {
      const wanted = kinds ? checkList('kinds', kinds) : null;
      return allOf(context, source, context.asOf).filter(({ kind }) => !wanted || wanted.includes(kind));
    },
  }),
);
