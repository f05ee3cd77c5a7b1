/** Events of the feed of changes as clients read them, and the arguments that select them. */

import { ChangeCause, ChangeKind } from '../../db/enums/index.ts';
import type { ChangeEvent as Change, ChangeFilter } from '../../db/history/feed.ts';
import type { Release } from '../../db/release/release.ts';
import { changeEvent, payer, source } from '../../db/tables/index.ts';
import { knownCode } from '../codes/code.ts';
import { Code } from '../codes/coding.ts';
import { Source } from '../evidence/source-edges.ts';
import { builder, type Coding } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { resolveEach } from '../kit/each.ts';
import { enumOf } from '../kit/enums.ts';
import { checkList } from '../kit/errors.ts';
import { anyOne, one, rowsReferringTo } from '../kit/fact.ts';
import { knownIds } from '../kit/reference.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import { policiesCalled } from '../policies/policy.ts';
import { feedCursor } from './feed-cursor.ts';

/** An event and its cursor. */
export type ChangeFact = Change & { readonly cursor: string };

/** An event with its cursor in the feed of a release. */
export function changeFact({ info }: Release, event: Change): ChangeFact {
  return { ...event, cursor: feedCursor(info.feedId, event) };
}

const readList = (json: string) => JSON.parse(json) as readonly string[];

export const ChangeEvent = builder.objectRef<ChangeFact>('ChangeEvent').implement({
  description:
    'What happened to a statement from one release to the next. A client that keeps a copy fetches `statementId` and `previousId` again, and of an added edition what its source is cited for.',
  fields: (t) => ({
    cursor: t.string({
      description: 'Its position in the feed, opaque: give it as `since` to go on after it.',
      resolve: ({ cursor }) => cursor,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When the release that added it was built.',
      resolve: ({ at }) => at,
    }),
    kind: t.field({
      type: enumOf(ChangeKind),
      description: 'What happened.',
      resolve: ({ kind }) => kind,
    }),
    statementId: t.id({
      description:
        'Id of the statement, such as `CoverageStatement:…`; of the kind EDITION_ADDED that of the source of the edition.',
      resolve: ({ statementId }) => statementId,
    }),
    statement: t.field({
      type: StatementInterface,
      nullable: true,
      description:
        'The statement as it is in the release that answers; null when that release no longer has it, and for the kind EDITION_ADDED.',
      resolve: ({ kind, statementId }, _args, context) =>
        kind === 'EDITION_ADDED' ? null : anyOne(context, statementId, context.asOf),
    }),
    source: t.field({
      type: Source,
      nullable: true,
      description:
        'The source of the edition that was added: what it states is what the source is cited for. Null for other kinds.',
      resolve: ({ kind, statementId }, _args, context) =>
        kind === 'EDITION_ADDED' ? one(context, source, statementId, context.asOf) : null,
    }),
    statementCount: t.int({
      nullable: true,
      description: changeEvent.columns.statementCount.description,
      resolve: ({ statementCount }) => statementCount,
    }),
    previousId: t.id({
      nullable: true,
      description: 'Id of the statement that it corrects, of the same form; null when it corrects none.',
      resolve: ({ previousId }) => previousId,
    }),
    previous: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that it corrects, with its recorded time; null when it corrects none.',
      resolve: ({ previousId }, _args, context) =>
        previousId ? anyOne(context, previousId, context.asOf) : null,
    }),
    payerIds: t.idList({
      description: 'Ids of the payers, such as Payer:aetna, that the statement names, or named before.',
      resolve: ({ payerIds }) => readList(payerIds),
    }),
    codeIds: t.idList({
      description:
        'Ids of the billing codes, such as BillingCode:CPT:77090, that the statement names, or named before.',
      resolve: ({ codeIds }) => readList(codeIds),
    }),
    policyIds: t.idList({
      description:
        'Ids of the policies, such as Policy:aetna/0134, that the statement names, or named before.',
      resolve: ({ policyIds }) => readList(policyIds),
    }),
    cause: t.field({
      type: enumOf(ChangeCause),
      description: changeEvent.columns.cause.description,
      resolve: ({ cause }) => cause,
    }),
    effectiveOn: t.field({
      type: 'Date',
      nullable: true,
      description: changeEvent.columns.effectiveOn.description,
      resolve: ({ effectiveOn }) => effectiveOn,
    }),
    text: t.string({
      nullable: true,
      description: changeEvent.columns.text.description,
      resolve: ({ text }) => text,
    }),
    previousText: t.string({
      nullable: true,
      description: changeEvent.columns.previousText.description,
      resolve: ({ previousText }) => previousText,
    }),
    sourceId: t.id({
      nullable: true,
      description:
        'Id of the source, such as Source:S-AETNA-D3RX, that it rests on, at that time; null where it is not recorded.',
      resolve: ({ sourceId }) => sourceId,
    }),
    note: t.string({
      nullable: true,
      description: 'What changed, in a sentence; null when the kind is enough.',
      resolve: ({ note }) => note,
    }),
  }),
});

/** The arguments that select events, and the position to start from. */
export const feedArgs = builder.args((t) => ({
  since: t.string({
    required: false,
    description: 'Cursor of an event, or of `graphInfo { changeCursor }`: only what came after it.',
  }),
  kinds: t.field({ type: [enumOf(ChangeKind)], required: false, description: 'Only of these kinds.' }),
  payers: t.idList({
    required: false,
    description:
      'Only of statements that name these payers, by slug or id, such as aetna. An association includes its licensees.',
  }),
  codes: t.field({
    type: [Code],
    required: false,
    description: 'Only of statements that name these codes, such as ["77090"].',
  }),
  policies: t.idList({
    required: false,
    description:
      'Only of statements that name these policies or a version of them, by number or id, such as "CPB 0134" or Policy:aetna/0134; of payers that use one number, both.',
  }),
}));

interface Wanted {
  readonly kinds?: readonly (keyof typeof ChangeKind.values)[] | null | undefined;
  readonly payers?: readonly string[] | null | undefined;
  readonly codes?: readonly Coding[] | null | undefined;
  readonly policies?: readonly string[] | null | undefined;
}

/** The filter for the store; a typed error names a payer, code or policy that this release does not have. */
export async function changeFilter(wanted: Wanted, context: GraphContext): Promise<ChangeFilter> {
  const { kinds, payers, codes, policies } = wanted;
  return {
    kinds: kinds ? checkList('kinds', kinds) : undefined,
    payers: payers ? decidingPayers(payers, context) : undefined,
    codes: codes ? await requestedCodes(codes, context) : undefined,
    policies: policies ? policyIds(policies, context) : undefined,
  };
}

/** Two payers may use one number: then both are followed. */
function policyIds(given: readonly string[], context: GraphContext): readonly string[] {
  return checkList('policies', given).flatMap((text, i) =>
    policiesCalled(context, `policies[${i}]`, text, context.asOf).map(({ id }) => id),
  );
}

/** The ids of some payers and, of an association, of its licensees. */
export function decidingPayers(ids: readonly string[], context: GraphContext): readonly string[] {
  const { asOf } = context;
  return knownIds(context, payer, 'payers', ids).flatMap((id) => {
    const isAssociation = context.memory.get('payer', id)?.kind === 'ASSOCIATION';
    const licensees = isAssociation ? rowsReferringTo(context, payer, 'parentId', id, asOf) : [];
    return [id, ...licensees.map((row) => row.id)];
  });
}

/** The ids of some codes. */
export async function requestedCodes(
  codings: readonly Coding[],
  context: GraphContext,
): Promise<readonly string[]> {
  const rows = resolveEach('codes', codings, (coding, i) =>
    knownCode(`codes[${i}]`, coding, context, context.asOf),
  );
  return (await Promise.all(rows)).map(({ id }) => id);
}
