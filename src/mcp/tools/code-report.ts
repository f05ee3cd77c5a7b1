/** What is known about a billing code, section by section. */

import { z } from 'zod';
import { ReportSectionKey, UnknownReason } from '../../../db/enums/index.ts';
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
import { answered, code, dateOfService, length, namesOf, numberedSources, roomOf } from '../kit/arguments.ts';
import { type Citations, type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantCodeReport($code: String!, $asOf: AsOfInput, $keys: [ReportSectionKey!], $first: Int!) {
  ${releaseFields}
  codeReport(code: $code, asOf: $asOf) {
    code { id label family { id label } }
    sections(keys: $keys) {
      key title
      derived { text }
      conflicts { id summary }
      gap { reason note }
      statements(first: $first) { totalCount nodes { id text citations { ${citationFields} } } }
    }
  }
}`;

interface Section {
  readonly key: keyof typeof ReportSectionKey.values;
  readonly title: string;
  readonly derived: readonly { readonly text: string }[];
  readonly conflicts: readonly { readonly id: string; readonly summary: string }[];
  readonly gap: { readonly reason: keyof typeof UnknownReason.values; readonly note: string } | null;
  readonly statements: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly text: string;
      readonly citations: readonly CitedPassage[];
    }[];
  };
}

interface Result extends Answering {
  readonly codeReport: {
    readonly code: {
      readonly id: string;
      readonly label: string;
      readonly family: { readonly id: string; readonly label: string } | null;
    };
    readonly sections: readonly Section[];
  };
}

/** Characters for the whole, at least for a section, and for the sources. */
const room = { whole: 6_300, section: 250, sources: 1_800 };

/** A report. */
export const codeReport = tool({
  name: 'code_report',
  title: 'What is known about a billing code',
  description:
    'A report on a code: its meaning and place in a service, payers, sites, modifiers, diagnoses, related codes, benchmarks, policy updates and what is not known. Short over all sections; with `sections` more of those.',
  input: z.object({
    code,
    sections: z.array(namesOf(ReportSectionKey)).min(1).optional().describe('Default: all, each in short.'),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    code: z.string(),
    family: z.string().nullable(),
    sections: z.array(
      z.object({
        key: z.string(),
        statements: z.number(),
        gap: z.string().nullable().describe('Why it is empty.'),
      }),
    ),
    sources: numberedSources,
  }),
  documents: [document],

  async answer(given, graph) {
    const { dateOfService: day, sections: keys } = given;
    const times = roomOf(given.length);
    const result = await graph.ask<Result>(document, {
      code: given.code,
      asOf: day && { dateOfService: day },
      keys,
      first: (keys ? 8 : 2) * times,
    });
    const { code: about, sections } = result.codeReport;
    const citations = createCitations();
    const each = Math.max(room.section, Math.floor((room.whole * times) / Math.max(1, sections.length)));
    const parts = sections.map((section) => sectionText(section, each, citations));
    const sources = fitted(citations.lines(), room.sources * times, (line) => line);
    const family = about.family ? ` Part of ${about.family.label} (${about.family.id}).` : '';
    return {
      text: paragraphs(
        `${about.label} (${about.id}).${family}`,
        ...parts,
        [
          ...sourcesPart(sources.lines),
          ...leftOut(sources, 'sources', '`why` with the id of a statement gives its own.'),
        ],
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        code: about.id,
        family: about.family?.id ?? null,
        sections: sections.map(({ key, statements, gap }) => ({
          key,
          statements: statements.totalCount,
          gap: gap?.reason ?? null,
        })),
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});

/** A section in the room it has: statements first, with their ids, then what follows from them, conflicts, or what is not known. */
function sectionText(section: Section, characters: number, citations: Citations): readonly string[] {
  const { title, key, derived, conflicts, gap, statements } = section;
  const items = [
    ...conflicts.map(({ id, summary }) => `- Conflict (${id}): ${summary}`),
    ...statements.nodes.map(
      ({ id, text, citations: cited }) =>
        `- ${shortened(text, characters / 2)} ${citations.marks(cited.slice(0, 1))} (${id})`,
    ),
    ...derived.map(({ text }) => `- ${shortened(text, characters / 2)}`),
    ...(gap ? [`- Not known: ${gap.note} ${UnknownReason.values[gap.reason]}`] : []),
  ];
  const { lines } = fitted(items, characters, (line) => line);
  const left = items.length - lines.length + statements.totalCount - statements.nodes.length;
  return [`${title}:`, ...lines, ...(left > 0 ? [`  (${left} more: \`sections: ["${key}"]\`)`] : [])];
}
