/** The rules that the data was checked against when it was built, so that a client can see them. */

import type { Row } from '../../db/kit/table.ts';
import { selectList } from '../../db/kit/table.ts';
import { checkResult } from '../../db/tables/index.ts';
import { builder } from '../kit/builder.ts';

const { columns } = checkResult;

const Invariant = builder.objectRef<Row<typeof checkResult>>('Invariant').implement({
  description: 'A rule about the data. It was run over everything when the release was built.',
  fields: (t) => ({
    name: t.string({ description: columns.rule.description, resolve: ({ rule }) => rule }),
    statement: t.string({
      description: columns.statement.description,
      resolve: ({ statement }) => statement,
    }),
    offenders: t.int({
      description: 'Rows that break it: 0, because a release with any is never served.',
      resolve: ({ offenders }) => offenders,
    }),
    ranAt: t.field({
      type: 'DateTime',
      description: 'When it was last run: when the release was built.',
      resolve: (_result, _args, { release }) => release.info.builtAt,
    }),
  }),
});

builder.queryField('invariants', (t) =>
  t.field({
    type: [Invariant],
    description: 'The rules that the data of this release was checked against, in the order of their names.',
    resolve: (_root, _args, { store }) => {
      const sql = `select ${selectList(checkResult, 't')} from check_result t where t.rule > '' order by t.rule`;
      return [...store.all<Row<typeof checkResult>>(sql)];
    },
  }),
);
