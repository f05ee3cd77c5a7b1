/** Sources as nodes, what each citation leads to, and what a source is cited for. */

import { SourceKind, SourceLevel, UnknownReason } from '../../db/enums/index.ts';
import { levelOf, staleFrom } from '../../db/history/freshness.ts';
import { citingSource } from '../../db/history/statement-edges.ts';
import { parseDay } from '../../db/kit/as-of.ts';
import { citation, source } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';
import { connectionOf } from '../kit/connection.ts';
import { mixedPages } from '../kit/edge-to-any-type.ts';
import { entity } from '../kit/entity.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList, parsed } from '../kit/errors.ts';
import { allOf } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { CitationRef, FreshnessRef, freshnessAt, sourceOf } from '../kit/source.ts';

const citedBy = mixedPages('Source.citedBy', citingSource);

/** A document or data set that was actually read. */
export const Source = entity({
  table: source,
  leaveOut: ['url', 'officialUrl'],
  keys: { slug: ({ slug }) => `Source:${slug}` },
  fields: (t) => ({
    citations: t.field({
      type: [CitationRef],
      description: 'Always empty: a source is what others cite, see `citedBy`.',
      ...grows({ items: () => 0 }),
      resolve: () => [],
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: source.columns.url.description,
      resolve: ({ url }) => url,
    }),
    officialUrl: t.field({
      type: 'URL',
      nullable: true,
      description: source.columns.officialUrl.description,
      resolve: ({ officialUrl }) => officialUrl,
    }),
    officialUrlUnknownReason: t.field({
      type: enumOf(UnknownReason),
      nullable: true,
      description:
        'Why there is no `officialUrl`: what was read does not state it, such as a copy, or a file of a payer or hospital. Null where there is one.',
      resolve: ({ officialUrl }) => (officialUrl === null ? 'NOT_STATED_IN_SOURCE' : null),
    }),
    level: t.field({
      type: enumOf(SourceLevel),
      description: 'What was read, in plain words.',
      resolve: levelOf,
    }),
    staleFrom: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The first day on which it should have been read again: a cadence after it was read, or after the day of its own for a release or a copy; of a quarterly release the first day of the next quarter. Null where `cadence` is `NEVER` or `UNKNOWN`, and where it is a copy without a date.',
      resolve: staleFrom,
    }),
    freshness: t.field({
      type: FreshnessRef,
      description: 'Whether it is recent enough on the day of the question.',
      resolve: (fact) => freshnessAt(fact, [fact]),
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
    args: {
      kinds: t.arg({ type: [enumOf(SourceKind)], required: false, description: 'Only these kinds.' }),
      staleOn: t.arg({
        type: 'Date',
        required: false,
        description:
          'Only those that should have been read again by that day, such as 2027-01-01: their `staleFrom` is that day or before. Give today for what is to be read again now.',
      }),
    },
    resolve: (_root, { kinds, staleOn }, context) => {
      const wanted = kinds ? checkList('kinds', kinds) : null;
      const day = staleOn ? parsed('staleOn', () => parseDay(staleOn)) : null;
      return allOf(context, source, context.asOf)
        .filter(({ kind }) => !wanted || wanted.includes(kind))
        .filter((read) => day === null || (staleFrom(read) ?? '9999') <= day);
    },
  }),
);
