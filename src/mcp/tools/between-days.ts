/** What is stated of a payer or a code for one day of service and not, or otherwise, for another. */

import { inWords } from '../../../db/tables/sentences.ts';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  shortened,
} from '../kit/answer-text.ts';
import { refused } from '../kit/errors.ts';
import type { GraphAccess } from '../kit/tool.ts';

const aboutCode = `query AssistantSubjects($code: String!) {
  billingCode(code: $code) { id components { id } }
}`;

const between = `query AssistantDifference($from: AsOfInput!, $to: AsOfInput!, $scope: StatementFilter!) {
  ${releaseFields}
  diff(from: $from, to: $to, scope: $scope) {
    added { ...Side }
    removed { ...Side }
    changed { before { ...Side } after { ...Side } }
  }
}
fragment Side on Statement { id text }`;

interface Side {
  readonly id: string;
  readonly text: string;
}

/** Without citations, which would cost more than an operation may: `why` has them. */
interface Difference extends Answering {
  readonly diff: {
    readonly added: readonly Side[];
    readonly removed: readonly Side[];
    readonly changed: readonly { readonly before: Side; readonly after: Side }[];
  };
}

/** The documents that the comparison of two days needs. */
export const differenceDocuments = [aboutCode, between];

/** Characters for the differences, and for one text. */
const room = { differences: 5_800, text: 350 };

/** What an assistant asks of two days. */
interface Days {
  readonly payer?: string | undefined;
  readonly code?: string | undefined;
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** The answer of `what_changed` where it is given a day. Throws a ToolError where neither a payer nor a code is given. */
export async function differenceOf(
  { payer: of, code: about, fromDay, toDay }: Days,
  graph: GraphAccess,
  times: number,
) {
  if (!of && !about) throw refused('BAD_USER_INPUT', 'Give `payer` or `code` with `fromDay`.');
  const result = await graph.ask<Difference>(between, {
    from: { dateOfService: fromDay },
    to: { dateOfService: toDay },
    scope: { ...(of && { payers: [of] }), ...(about && { subjects: await subjectsOf(about, graph) }) },
  });
  const { added, removed, changed } = result.diff;
  const changes = [
    ...changed.map(({ before, after }) => ({ kind: 'CHANGED', now: after, before })),
    ...added.map((now) => ({ kind: 'ADDED', now, before: undefined })),
    ...removed.map((now) => ({ kind: 'REMOVED', now, before: undefined })),
  ].sort((one, other) => Number(isPrice(one.now)) - Number(isPrice(other.now)));
  const shown = fitted(changes, room.differences * times, ({ kind, now, before }) => {
    const earlier = before ? ` Before: ${shortened(before.text, room.text)} (${before.id})` : '';
    return `- ${inWords(kind)}: ${shortened(now.text, room.text)} (${now.id})${earlier}`;
  });
  const day = toDay ?? result.graphInfo.dateOfService;
  return {
    text: paragraphs(
      `${changes.length} differences between what is stated of ${[of, about].filter(Boolean).join(' and ')} for ${fromDay} and for ${day}. Nothing stated for a day is no refusal on that day. \`why\` with an id gives its passage.`,
      [
        ...shown.lines,
        ...leftOut(shown, 'differences', 'Ask for `length: "long"`, or of a code and a payer.'),
      ],
      dayAndRelease(result, day),
    ),
    data: {
      ...answeredBy(result, day),
      changes: shown.shown.map(({ kind, now, before }) => ({
        at: null,
        kind,
        statement: now.id,
        previous: before?.id ?? null,
      })),
      total: changes.length,
      cursor: null,
      sources: [],
    },
  };
}

interface Subjects {
  readonly billingCode: { readonly id: string; readonly components: readonly { readonly id: string }[] };
}

/** The code and its components, which statements on coverage are about. */
async function subjectsOf(about: string, graph: GraphAccess): Promise<readonly string[]> {
  const { billingCode } = await graph.ask<Subjects>(aboutCode, { code: about });
  return [billingCode, ...billingCode.components].map(({ id }) => id);
}

/** Published prices, of which there may be hundreds, come after all else. */
const isPrice = ({ id }: Side) => id.startsWith('RateBenchmark:');
