/** Who covers the parts of a service: what is known of each payer, and what is not, with the reason. */

import { z } from 'zod';
import { CellState } from '../../../db/enums/index.ts';
import {
  answeredBy,
  dayAndRelease,
  fitted,
  leftOut,
  paragraphs,
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
import { tool } from '../kit/tool.ts';
import { type CoverageResult, document, type KnownGroup, statementFor } from './coverage-result.ts';

/** Characters for what is known, for what is not, and for the longest line. */
const room = { known: 2_900, unknown: 2_500, line: 750, sources: 1_500 };

/** So many payers are listed for a reason in the structured answer. */
const payersListed = 12;

/** So many components of a group are listed in the structured answer. */
const componentsListed = 6;

/** Who covers what. */
export const coverage = tool({
  name: 'coverage',
  title: 'Who covers a service, and where is it written',
  description:
    'For billing codes: which payers cover which components of the service on a day, under which conditions, with prior authorization and the passage of the policy. Each code brings the whole service that it is a part of. What is not known comes with its reason.',
  input: z.object({
    codes: z.array(code).min(1).max(5),
    payers: z.array(payer).min(1).max(10).optional().describe('Default: all'),
    lineOfBusiness: lineOfBusiness.optional().describe('Default: all'),
    dateOfService,
    length,
  }),
  output: z.object({
    ...answered,
    cells: z.array(z.object({ state: z.string(), count: z.number() })),
    known: z.array(
      z.object({
        payer: z.string(),
        lineOfBusiness: z.string(),
        state: namesOf(CellState),
        priorAuthorization: z.string(),
        components: z.array(z.string()).describe('The first 6'),
        statement: z.string().nullable().describe('Id for `why`'),
      }),
    ),
    knownTotal: z.number(),
    unknown: z.array(
      z.object({
        reason: z.string(),
        cells: z.number(),
        payers: z.array(z.string()),
        payersTotal: z.number(),
      }),
    ),
    sources: numberedSources,
  }),
  documents: [document],

  async answer(given, graph) {
    const { codes, payers, lineOfBusiness: line, dateOfService: day } = given;
    const input = {
      codes,
      ...(payers && { payers }),
      ...(line && { linesOfBusiness: [line] }),
      ...(day && { asOf: { dateOfService: day } }),
    };
    const result = await graph.ask<CoverageResult>(document, { input, named: payers !== undefined });
    const { tally, summary, rows = [] } = result.coverageMatrix;
    const statementOf = (group: KnownGroup) => statementFor(codes, group, rows) ?? group.best?.id ?? null;
    const times = roomOf(given.length);
    const applies = summary.known.filter(({ state }) => state !== 'NOT_APPLICABLE');
    // No code of the component existed, which is so for every payer alike.
    const none = summary.known.filter(({ state }) => state === 'NOT_APPLICABLE');
    const known = fitted(applies, room.known * times, (group) => {
      const id = statementOf(group);
      return `- ${withMarks(group, room.line * times)}${id ? ` Why: ${id}` : ''}`;
    });
    const unknown = fitted(summary.unknown, room.unknown * times, ({ text, nextStep }) => {
      const line = shortened(text, room.line * times);
      return `- ${line}${nextStep && !line.endsWith(nextStep) ? ` ${nextStep}` : ''}`;
    });
    const without = none
      .slice(0, 1)
      .map(
        ({ text }) =>
          `Not applicable, as no code existed on that day, in ${none.length} groups, such as: ${text}`,
      );
    const cited = citedIn([...known.lines, ...without, ...unknown.lines]);
    const sources = fitted(
      summary.citations.filter(({ number }) => cited.has(number)),
      room.sources * times,
      ({ text }) => text,
    );
    return {
      text: paragraphs(
        summary.sentence,
        [
          ...(known.lines.length > 0 ? ['Known:'] : []),
          ...known.lines,
          ...leftOut(known, 'groups', 'Name payers, or ask for `length: "long"`.'),
        ],
        without,
        [
          ...(unknown.lines.length > 0
            ? [
                'Unknown: no source that was read answers it. This is not a refusal and does not mean "not covered":',
              ]
            : []),
          ...unknown.lines,
          ...leftOut(unknown, 'reasons', 'Name payers, or ask for `length: "long"`.'),
        ],
        [...sourcesPart(sources.lines), ...leftOut(sources, 'sources', 'Name fewer payers to see all.')],
        dayAndRelease(result, day),
      ),
      data: {
        ...answeredBy(result, day),
        cells: tally,
        known: known.shown.map((group) => ({
          payer: group.payer.slug,
          lineOfBusiness: group.lineOfBusiness,
          state: group.state,
          priorAuthorization: group.priorAuthorization,
          components: group.components.slice(0, componentsListed).map(({ id }) => id),
          statement: statementOf(group),
        })),
        knownTotal: applies.length,
        unknown: summary.unknown.map(({ reason, count, payers: of }) => ({
          reason,
          cells: count,
          payers: of.slice(0, payersListed).map(({ slug }) => slug),
          payersTotal: of.length,
        })),
        sources: sources.shown.map(({ number, url }) => ({ number, url })),
      },
    };
  },
});

/** The line of a group, cut where it is too long, but never without the numbers of its citations, with which it ends. */
function withMarks({ text, citations }: KnownGroup, most: number): string {
  if (text.length <= most) return text;
  return `${shortened(text, most)} ${citations.map((number) => `[${number}]`).join('')}`;
}

/** The numbers by which lines cite. */
function citedIn(lines: readonly string[]): ReadonlySet<number> {
  return new Set([...lines.join('\n').matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
}
