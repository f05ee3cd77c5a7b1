/** Where two payers differ on a service. */

import { z } from 'zod';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  sourcesPart,
} from '../kit/answer-text.ts';
import { answered, code, dateOfService, length, numberedSources, payer, roomOf } from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { refused } from '../kit/errors.ts';
import { tool } from '../kit/tool.ts';

const familyOf = `query AssistantFamily($code: String!, $asOf: AsOfInput) {
  billingCode(code: $code, asOf: $asOf) { id family { id } }
}`;

const document = `query AssistantComparison($left: ID!, $right: ID!, $family: ID!, $asOf: AsOfInput) {
  ${releaseFields}
  comparePayers(left: $left, right: $right, family: $family, asOf: $asOf) {
    unchangedCount
    added { ...Side }
    removed { ...Side }
    changed { fields before { ...Side } after { ...Side } }
  }
}
fragment Side on Statement { id text citations { ${citationFields} } }`;

interface FamilyResult {
  readonly billingCode: { readonly family: { readonly id: string } | null };
}

interface Side {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly CitedPassage[];
}

interface Result extends Answering {
  readonly comparePayers: {
    readonly unchangedCount: number;
    readonly added: readonly Side[];
    readonly removed: readonly Side[];
    readonly changed: readonly {
      readonly fields: readonly string[];
      readonly before: Side;
      readonly after: Side;
    }[];
  };
}

/** A difference: what each of the two states, where it states anything. */
interface Difference {
  readonly left?: Side;
  readonly right?: Side;
}

/** Characters for the differences and for the sources. */
const room = { differences: 4_500, sources: 2_200 };

/** Two payers. */
export const comparePayers = tool({
  name: 'compare_payers',
  title: 'Where two payers differ on a service',
  description:
    'Differences in coverage and prior authorization between two payers for a service, by component and line of business, each with its passage. The service is given by a code of it, or by its family. That only one of two states something is no refusal of the other.',
  input: z.object({
    left: payer,
    right: payer,
    code: code.optional().describe('A code of the service. Give this or `family`.'),
    family: z.string().max(200).optional().describe('Service family, such as "trabecular-bone-score".'),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    differences: z.array(z.object({ left: z.string().nullable(), right: z.string().nullable() })),
    differencesTotal: z.number(),
    same: z.number().describe('How many statements say the same.'),
    sources: numberedSources,
  }),
  documents: [familyOf, document],

  async answer(given, graph) {
    const { left, right, dateOfService: day } = given;
    const asOf = day && { dateOfService: day };
    const ofCode = async (code: string) =>
      (await graph.ask<FamilyResult>(familyOf, { code, asOf })).billingCode.family?.id;
    const family = given.family ?? (given.code && (await ofCode(given.code)));
    if (!family)
      throw refused(
        'BAD_USER_INPUT',
        given.code ? `${given.code} belongs to no service family on that day.` : 'Give `code` or `family`.',
      );
    const result = await graph.ask<Result>(document, { left, right, family, asOf });
    const { added, removed, changed, unchangedCount } = result.comparePayers;
    const differences: readonly Difference[] = [
      ...changed.map(({ before, after }) => ({ left: before, right: after })),
      ...removed.map((side) => ({ left: side })),
      ...added.map((side) => ({ right: side })),
    ];
    const citations = createCitations();
    const inWords = (side: Side | undefined) =>
      side
        ? `${side.text} ${citations.marks(side.citations)} (${side.id})`
        : 'states nothing that is known here.';
    const times = roomOf(given.length);
    const shown = fitted(
      differences,
      room.differences * times,
      (one) => `- ${left}: ${inWords(one.left)}\n  ${right}: ${inWords(one.right)}`,
    );
    const sources = fitted(citations.lines(), room.sources * times, (line) => line);
    return {
      text: paragraphs(
        `${differences.length} differences between ${left} and ${right} on ${family}; ${unchangedCount} statements say the same.`,
        [...shown.lines, ...leftOut(shown, 'differences', 'Ask for `length: "long"`.')],
        sourcesPart(sources.lines),
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        differences: shown.shown.map((one) => ({ left: one.left?.id ?? null, right: one.right?.id ?? null })),
        differencesTotal: differences.length,
        same: unchangedCount,
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});
