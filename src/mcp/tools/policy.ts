/** A policy: its version in force, what it says of coverage and on which conditions, and where. */

import { z } from 'zod';
import {
  type Answering,
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
  releaseFields,
  shortened,
  sourcesPart,
} from '../kit/answer-text.ts';
import { answered, dateOfService, length, numberedSources, payer, roomOf } from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantPolicy($number: String!, $payer: ID, $asOf: AsOfInput, $first: Int!) {
  ${releaseFields}
  policy(number: $number, payer: $payer, asOf: $asOf) {
    id label number
    payer { slug label }
    citations { ${citationFields} }
    versionInForce {
      id version title status textSeen note lastReviewedOn
      validity { from to }
      citations { ${citationFields} }
      coverage(first: $first) { totalCount nodes { ...Part } }
      priorAuthorization(first: $first) { totalCount nodes { ...Part } }
      criteria(first: $first) { totalCount nodes { ...Part } }
      diagnosisSupport(first: 0) { totalCount }
    }
    versions(first: 6) { totalCount nodes { id version validity { from to } } }
    events(first: 4) { totalCount nodes { id happenedOn summary } }
  }
}
fragment Part on Statement { id text citations { ${citationFields} } }`;

interface Part {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly CitedPassage[];
}

interface Parts {
  readonly totalCount: number;
  readonly nodes: readonly Part[];
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

interface Result extends Answering {
  readonly policy: {
    readonly id: string;
    readonly label: string;
    readonly number: string | null;
    readonly payer: { readonly slug: string; readonly label: string };
    readonly citations: readonly CitedPassage[];
    readonly versionInForce: {
      readonly id: string;
      readonly version: string;
      readonly title: string;
      readonly status: string;
      readonly textSeen: string;
      readonly note: string | null;
      readonly lastReviewedOn: string | null;
      readonly validity: Days;
      readonly citations: readonly CitedPassage[];
      readonly coverage: Parts;
      readonly priorAuthorization: Parts;
      readonly criteria: Parts;
      readonly diagnosisSupport: { readonly totalCount: number };
    } | null;
    readonly versions: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly id: string; readonly version: string; readonly validity: Days }[];
    };
    readonly events: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly id: string;
        readonly happenedOn: string;
        readonly summary: string;
      }[];
    };
  };
}

/** Characters for each kind of part, for a line, and for the sources; and the parts that are read. */
const room = { part: 1_700, line: 500, sources: 1_500, parts: 8 };

/** A policy. */
export const policy = tool({
  name: 'policy',
  title: 'What a policy says',
  description:
    'A coverage policy by its number or id: the version in force on a day, what it says of coverage and prior authorization, its criteria, how much of its text was read, its versions and latest events, with citations.',
  input: z.object({
    number: z
      .string()
      .min(1)
      .max(200)
      .describe('Such as "CPB 0134", or the id, such as "Policy:aetna/0134".'),
    payer: payer.optional().describe('Needed where two payers use one number.'),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    policy: z.string(),
    payer: z.string(),
    versionInForce: z.string().nullable(),
    statements: z.array(z.string()).describe('Ids for `why`.'),
    versions: z.number(),
    sources: numberedSources,
  }),
  documents: [document],

  async answer(given, graph) {
    const { dateOfService: day } = given;
    const times = roomOf(given.length);
    const result = await graph.ask<Result>(document, {
      number: given.number,
      payer: given.payer,
      asOf: day && { dateOfService: day },
      first: room.parts * times,
    });
    const { policy: found } = result;
    const { versionInForce: version } = found;
    const citations = createCitations();
    const heading = `${found.label}${found.number ? `, ${found.number}` : ''}, of ${found.payer.label} (${found.id}). ${citations.marks(version?.citations ?? found.citations)}`;
    const partOf = (title: string, { nodes, totalCount }: Parts) => {
      const part = fitted(
        nodes,
        room.part * times,
        (one) =>
          `- ${shortened(one.text, room.line)} ${citations.marks(one.citations.slice(0, 2))} (${one.id})`,
      );
      const all = { ...part, left: totalCount - part.shown.length };
      return {
        ids: part.shown.map(({ id }) => id),
        lines:
          part.lines.length > 0
            ? [`${title}:`, ...part.lines, ...leftOut(all, 'statements', 'Ask for `length: "long"`.')]
            : [],
      };
    };
    const parts = version
      ? [
          partOf('Coverage', version.coverage),
          partOf('Prior authorization', version.priorAuthorization),
          partOf('Criteria', version.criteria),
        ]
      : [];
    const sources = fitted(citations.lines(), room.sources * times, (line) => line);
    return {
      text: paragraphs(
        heading,
        version
          ? versionText(version)
          : 'No version that was read is in force on that day. That is no refusal; ask the payer, or for a day of one of the versions below.',
        ...parts.map(({ lines }) => lines),
        [
          `Versions that were read, ${found.versions.totalCount}: ${found.versions.nodes.map((one) => `${one.version} (${spanOf(one.validity)})`).join('; ')}.`,
          ...found.events.nodes.map(
            ({ happenedOn, summary }) => `- ${happenedOn}: ${shortened(summary, room.line)}`,
          ),
        ],
        sourcesPart(sources.lines),
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        policy: found.id,
        payer: found.payer.slug,
        versionInForce: version?.id ?? null,
        statements: parts.flatMap(({ ids }) => ids),
        versions: found.versions.totalCount,
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});

const spanOf = ({ from, to }: Days) => `${from ?? 'unknown'} to ${to ?? 'further notice'}`;

function versionText(version: NonNullable<Result['policy']['versionInForce']>): string {
  const {
    version: name,
    title,
    status,
    validity,
    lastReviewedOn,
    textSeen,
    note,
    diagnosisSupport,
  } = version;
  return [
    `In force: version ${name}, ${title}, ${status}, ${spanOf(validity)}.`,
    ...(lastReviewedOn ? [`Last reviewed ${lastReviewedOn}.`] : []),
    `What of its text was read: ${textSeen}`,
    ...(note ? [note] : []),
    ...(diagnosisSupport.totalCount > 0
      ? [
          `It states ${diagnosisSupport.totalCount} things about diagnoses; \`code_report\` has those of a code.`,
        ]
      : []),
  ].join(' ');
}
