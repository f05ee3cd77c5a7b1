/** The claim check: a draft claim in, cited findings out, and what could not be judged. */

import { type ClaimCheck, checkClaim } from '../../db/claims/check/check.ts';
import type { CheckContext, ClaimLine, Finding, NotChecked } from '../../db/claims/claim.ts';
import { notCheckedInWords } from '../../db/claims/not-checked.ts';
import { ClaimRule, ClaimVerdict, FindingSeverity } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { Explanation, explainAnswer } from '../evidence/explanation.ts';
import { AsOfInput, AsOfType, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { enumOf } from '../kit/enums.ts';
import { anyOne, type Fact } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { CitationRef, citationsOf } from '../kit/source.ts';
import { ClaimInput, claimOf } from './claim-input.ts';

type Dated<T> = T & { readonly asOf: AsOf };

const rules = Object.keys(ClaimRule.values).length;
/** Few lines have more findings. */
const findingsOfLine = 4;

const ClaimFinding = builder.objectRef<Dated<Finding>>('ClaimFinding').implement({
  description: 'Something to look at before the claim goes out. It always cites what it rests on.',
  fields: (t) => ({
    rule: t.field({
      type: enumOf(ClaimRule),
      description: 'The rule that found it.',
      resolve: ({ rule }) => rule,
    }),
    severity: t.field({
      type: enumOf(FindingSeverity),
      description: 'How serious it is.',
      resolve: ({ severity }) => severity,
    }),
    line: t.int({ description: 'Index of the line, counted from 0.', resolve: ({ line }) => line }),
    message: t.string({ description: 'What is wrong.', resolve: ({ message }) => message }),
    fix: t.string({
      nullable: true,
      description: 'What to do; null when nothing can be advised.',
      resolve: ({ fix }) => fix,
    }),
    because: t.field({
      type: [builder.nodeInterfaceRef()],
      description:
        'The statements that it rests on, and entities where a property of theirs decides. Never empty.',
      resolve: async ({ because, asOf }, _args, context) =>
        (await Promise.all(because.map((id) => anyOne(context, id, asOf)))).filter((fact) => fact !== null),
    }),
    explanation: t.field({
      type: Explanation,
      description: 'Each statement of `because` from its passage on, then the rule and what it found.',
      resolve: async ({ because, rule, message, asOf }, _args, context) => {
        const facts = await Promise.all(because.map((id) => anyOne(context, id, asOf)));
        const statements = facts.filter((fact) => fact !== null && 'valueState' in fact) as Fact[]; // entities explain nothing further
        return explainAnswer(context, statements, rule, message);
      },
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The citations of all of `because`. Never empty.',
      resolve: async ({ because, asOf }, _args, context) =>
        (await Promise.all(because.map((id) => citationsOf(context, { id, asOf })))).flat(),
    }),
  }),
});

/** What was not checked, with its line. */
type NotCheckedOfLine = NotChecked & { readonly of: ClaimLine };

const ClaimNotChecked = builder.objectRef<NotCheckedOfLine>('ClaimNotChecked').implement({
  description: 'Something that could not be judged. It is no finding, and it is no clearance.',
  fields: (t) => ({
    rule: t.field({
      type: enumOf(ClaimRule),
      description: 'The rule that could not judge.',
      resolve: ({ rule }) => rule,
    }),
    line: t.int({ description: 'Index of the line, counted from 0.', resolve: ({ line }) => line }),
    reason: t.string({
      description: 'Why not, as a sentence or two.',
      resolve: ({ reason }) => reason,
    }),
    text: t.string({
      description:
        'Line, what was not checked, and why, in sentences for people, such as "Line 1, 77092: whether the payer covers the service was not checked. …". It may be reworded; read `rule` where a program decides by it.',
      resolve: ({ of, ...notChecked }) => notCheckedInWords(notChecked, of),
    }),
  }),
});

const ClaimCheckResult = builder
  .objectRef<Dated<ClaimCheck> & { readonly lines: readonly ClaimLine[] }>('ClaimCheckResult')
  .implement({
    description: 'The result of a claim check.',
    fields: (t) => ({
      asOf: t.field({
        type: AsOfType,
        description: 'The state of knowledge; the day is that of lines that name none.',
        resolve: ({ asOf }) => asOf,
      }),
      verdict: t.field({
        type: enumOf(ClaimVerdict),
        description: 'The verdict.',
        resolve: ({ verdict }) => verdict,
      }),
      findings: t.field({
        type: [ClaimFinding],
        description: 'Findings, by line.',
        resolve: ({ findings, asOf }) => findings.map((finding) => ({ ...finding, asOf })),
      }),
      notChecked: t.field({
        type: [ClaimNotChecked],
        description: 'What could not be judged, and why, by line.',
        resolve: ({ notChecked, lines }) =>
          notChecked.flatMap((each) => {
            const of = lines[each.line];
            return of ? [{ ...each, of }] : [];
          }),
      }),
    }),
  });

builder.queryField('checkClaim', (t) =>
  t.field({
    type: ClaimCheckResult,
    description:
      'Checks a draft claim against what the graph contains. Nothing unknown passes as "no findings": a code, a modifier, or a day for which no release was loaded is in `notChecked`.',
    args: {
      claim: t.arg({ type: ClaimInput, required: true, description: 'The claim.' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'State of knowledge, and the day for lines that name none.',
      }),
    },
    // Every rule looks at every line, and some at every pair of lines: 50 of 50 codes take 60 milliseconds.
    ...grows({
      work: (_sizes, { claim }: { readonly claim: typeof ClaimInput.$inferInput }) =>
        50 + 25 * claim.lines.length + claim.lines.length ** 2,
      below: (_sizes, { claim }) => ({
        'ClaimCheckResult.findings': findingsOfLine * claim.lines.length,
        'ClaimCheckResult.notChecked': rules * claim.lines.length,
      }),
    }),
    resolve: (_root, args, context) => {
      const asOf = rootAsOf(args, context);
      const check: CheckContext = {
        store: context.store,
        memory: context.memory,
        knownAt: asOf.knownAt,
        today: context.now.toISOString().slice(0, 10),
        release: `data version ${context.release.info.hash.slice(0, 12)}`,
      };
      const claim = claimOf(args.claim, asOf, context);
      return { ...checkClaim(check, claim), lines: claim.lines, asOf };
    },
  }),
);
