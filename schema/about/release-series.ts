/** Which published series were read up to which day, and whether they cover the default date of service. */

import { notCoveredInWords, type SeriesDays, seriesDays } from '../../db/history/series-days.ts';
import { edition, series } from '../../db/tables/index.ts';
import { Edition } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { grows, passing, type Sizes } from '../kit/growth.ts';
import { GraphInfo } from './graph-info.ts';

const ReleaseSeries = builder.objectRef<SeriesDays>('ReleaseSeries').implement({
  description:
    'What is published again and again, such as the physician fee schedule, of which releases were read.',
  fields: (t) => ({
    title: t.string({
      description: 'The title of the newest release that was read, as a source.',
      resolve: ({ title }) => title,
    }),
    about: t.stringList({
      description: 'The types of the statements that its releases make, such as FeeScheduleEntry.',
      resolve: ({ about }) => [...about],
    }),
    newest: t.field({
      type: Edition,
      description: 'The release with the latest first day that was read.',
      resolve: ({ newest }) => newest,
    }),
    lastDay: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The last day for which the newest release was published, such as the end of its quarter; null where no end is known.',
      resolve: ({ lastDay }) => lastDay,
    }),
    coversDateOfService: t.boolean({
      description:
        'Whether a release that was read was published for the default date of service; see `GraphInfo.dateOfService`.',
      resolve: ({ covers }) => covers,
    }),
  }),
});

const allSeries = ({ store, asOf }: GraphContext) => seriesDays(store, asOf);

const reading = (sizes: Sizes) => 5 + passing((sizes.rows(series) ?? 0) * 2 + (sizes.rows(edition) ?? 0));

builder.objectFields(GraphInfo, (t) => ({
  dateOfService: t.field({
    type: 'Date',
    description:
      'The date of service of a request that gives none: that of the as-of header, else today in UTC.',
    resolve: (_release, _args, { asOf }) => asOf.dateOfService,
  }),
  dateOfServiceNote: t.string({
    nullable: true,
    ...grows({ work: reading }),
    description:
      'That releases which were read do not cover the default date of service, and up to which day they reach, in words, up to five series by name; null where all do. A request for such a day gets only what the text of the graph and other releases state.',
    resolve: (_release, _args, context) => notCoveredInWords(allSeries(context), context.asOf.dateOfService),
  }),
  releaseSeries: t.field({
    type: [ReleaseSeries],
    description:
      'The series of which releases were read, in the order in which they were begun; empty where no official file was loaded.',
    args: {
      coversDateOfService: t.arg.boolean({
        required: false,
        description: 'Only those that cover the default date of service, or only those that do not.',
      }),
    },
    ...grows({ items: (sizes) => sizes.rows(series), work: reading }),
    resolve: (_release, { coversDateOfService }, context) =>
      allSeries(context).filter(({ covers }) => (coversDateOfService ?? covers) === covers),
  }),
}));
