/** Checks a draft claim: findings with what they rest on, and what could not be judged. */

import { z } from 'zod';
import { type ClaimRule, ClaimVerdict, type FindingSeverity } from '../../../db/enums/index.ts';
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
import {
  answered,
  code,
  dateOfService,
  length,
  lineOfBusiness,
  namesOf,
  numberedSources,
  payer,
  roomOf,
} from '../kit/arguments.ts';
import { type CitedPassage, citationFields, createCitations } from '../kit/citations.ts';
import { tool } from '../kit/tool.ts';

const document = `query AssistantClaimCheck($claim: ClaimInput!, $asOf: AsOfInput) {
  ${releaseFields}
  checkClaim(claim: $claim, asOf: $asOf) {
    verdict
    findings { line rule severity message fix because { id } citations { ${citationFields} } }
    notChecked { line rule reason }
  }
}`;

interface Result extends Answering {
  readonly checkClaim: {
    readonly verdict: keyof typeof ClaimVerdict.values;
    readonly findings: readonly {
      readonly line: number;
      readonly rule: keyof typeof ClaimRule.values;
      readonly severity: keyof typeof FindingSeverity.values;
      readonly message: string;
      readonly fix: string | null;
      readonly because: readonly { readonly id: string }[];
      readonly citations: readonly CitedPassage[];
    }[];
    readonly notChecked: readonly {
      readonly line: number;
      readonly rule: keyof typeof ClaimRule.values;
      readonly reason: string;
    }[];
  };
}

/** Characters for findings, for what was not checked, for the longest line and for the sources. */
const room = { findings: 3_600, notChecked: 1_800, line: 600, sources: 1_500 };

/** Ids that a finding lists. */
const becauseListed = 2;

/** A claim. */
export const checkClaim = tool({
  name: 'check_claim',
  title: 'Check a draft claim',
  description:
    'Checks the lines of a draft claim against coding edits, unit limits, modifiers, diagnoses and the coverage of the payer: findings with what to change and what they rest on, and what could not be judged. Takes codes, modifiers, units, places and diagnoses; send no names, dates of birth, member or claim numbers, nor anything else of a patient. Nothing that is sent is stored or logged.',
  input: z.object({
    payer: payer.optional(),
    lineOfBusiness: lineOfBusiness.optional().describe('Needed where the payer has several.'),
    lines: z
      .array(
        z.object({
          code,
          modifiers: z.array(z.string().max(10)).max(4).optional(),
          units: z.number().optional(),
          placeOfService: z.string().max(10).optional().describe('Two digits, such as "11".'),
          diagnoses: z.array(z.string().max(20)).max(12).optional().describe('ICD-10-CM, such as ["M81.0"].'),
        }),
      )
      .min(1)
      .max(20),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    verdict: namesOf(ClaimVerdict),
    findings: z.array(
      z.object({
        line: z.number().describe('Counted from 1.'),
        rule: z.string(),
        severity: z.string(),
        because: z.array(z.string()),
      }),
    ),
    findingsTotal: z.number(),
    notChecked: z.number(),
    sources: numberedSources,
  }),
  documents: [document],

  async answer(given, graph) {
    const { payer: of, lineOfBusiness: line, lines, dateOfService: day } = given;
    const claim = { ...(of && { payer: of }), ...(line && { lineOfBusiness: line }), lines };
    const result = await graph.ask<Result>(document, { claim, asOf: day && { dateOfService: day } });
    const { verdict, findings, notChecked } = result.checkClaim;
    const times = roomOf(given.length);
    const nameOf = (index: number) => `Line ${index + 1} (${lines[index]?.code ?? ''})`;
    const citations = createCitations();
    const found = fitted(
      findings,
      room.findings * times,
      (one) =>
        `- ${nameOf(one.line)}, ${one.severity}, ${one.rule}: ${shortened([one.message, one.fix].filter(Boolean).join(' '), room.line)} ${citations.marks(one.citations)}`,
    );
    const byReason = Map.groupBy(notChecked, ({ reason }) => reason);
    const open = fitted([...byReason], room.notChecked * times, ([reason, some]) => {
      const rules = [...new Set(some.map(({ rule }) => rule))].join(', ');
      const where = [...new Set(some.map((one) => one.line + 1))].join(', ');
      return `- ${rules}, line ${where}: ${shortened(reason, room.line)}`;
    });
    const sources = fitted(citations.lines(), room.sources * times, (text) => text);
    return {
      text: paragraphs(
        `${verdict}: ${ClaimVerdict.values[verdict]}`,
        [
          ...(found.lines.length > 0 ? ['Findings:'] : []),
          ...found.lines,
          ...leftOut(found, 'findings', 'Send fewer lines, or ask for `length: "long"`.'),
        ],
        [
          ...(open.lines.length > 0 ? ['Not checked, which is neither good nor bad:'] : []),
          ...open.lines,
          ...leftOut(open, 'reasons', 'Send fewer lines, or ask for `length: "long"`.'),
        ],
        sourcesPart(sources.lines),
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        verdict,
        findings: found.shown.map((one) => ({
          line: one.line + 1,
          rule: one.rule,
          severity: one.severity,
          because: one.because.slice(0, becauseListed).map(({ id }) => id),
        })),
        findingsTotal: findings.length,
        notChecked: notChecked.length,
        sources: [...citations.list()].slice(0, sources.shown.length),
      },
    };
  },
});
