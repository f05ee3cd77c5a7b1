/** Why the graph says so: from the passage of the source to the statement, step by step. */

import { inWords } from '../../db/tables/sentences.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { type Fact, sentenceOf } from '../kit/fact.ts';
import { citationsOf, sourceOf } from '../kit/source.ts';
import { StatementInterface } from '../kit/statement-interface.ts';
import type { StatementFact } from './statement.ts';

/** A step from source to answer. */
export interface Step {
  readonly note: string;
  readonly rule: string | null;
  readonly statement: Fact | null;
}

const ExplanationStep = builder.objectRef<Step>('ExplanationStep').implement({
  description: 'A step from source to answer.',
  fields: (t) => ({
    note: t.string({ description: 'The step in words.', resolve: ({ note }) => note }),
    rule: t.string({
      nullable: true,
      description: 'The rule that was applied; null where a source is read.',
      resolve: ({ rule }) => rule,
    }),
    statement: t.field({
      type: StatementInterface,
      nullable: true,
      description: 'The statement that the step ends in; null where it ends in none.',
      resolve: ({ statement }) => statement,
    }),
  }),
});

/** Why the graph says so, of a statement or of an answer that was worked out. */
export const Explanation = builder.objectRef<readonly Step[]>('Explanation').implement({
  description: 'Why the graph says so.',
  fields: (t) => ({
    text: t.string({
      description: 'All steps as prose.',
      resolve: (steps) => steps.map(({ note }) => note).join(' '),
    }),
    steps: t.field({
      type: [ExplanationStep],
      description: 'From the source to the statement, or to the answer worked out from statements.',
      resolve: (steps) => [...steps],
    }),
  }),
});

/** The steps that lead to a statement. */
export async function explain(context: GraphContext, fact: Fact): Promise<Step[]> {
  const statement = fact as StatementFact; // every statement has the envelope
  const cited = await citationsOf(context, fact);
  const steps: Step[] = cited.map((citation) => {
    const source = sourceOf(context, citation);
    const where = citation.locator ? `, at ${citation.locator}` : '';
    return {
      note: `${source.publisher}, ${source.title}${where} (${inWords(citation.role)}).`,
      rule: null,
      statement: null,
    };
  });
  if (statement.knowledgeLevel === 'ENTAILMENT') {
    const { reachedBy } = fact as Fact & { readonly reachedBy?: string };
    steps.push({
      note: `Entailed, not said in so many words${reachedBy ? `: ${reachedBy}` : ''}.`,
      rule: 'entailment',
      statement: null,
    });
  }
  if (statement.unknownReason)
    steps.push({
      note: `No value is known: ${inWords(statement.unknownReason)}.`,
      rule: 'unknown',
      statement: null,
    });
  if (statement.rankReason)
    steps.push({
      note: `Ranked ${inWords(statement.rank)}: ${statement.rankReason}.`,
      rule: 'rank',
      statement: null,
    });
  steps.push({ note: sentenceOf(context, fact), rule: null, statement: fact });
  return steps;
}

/** The steps to an answer worked out from statements: each from its passage on, then the rule that decided. */
export async function explainAnswer(
  context: GraphContext,
  because: readonly Fact[],
  rule: string,
  note: string,
): Promise<Step[]> {
  const steps = await Promise.all(because.map((fact) => explain(context, fact)));
  return [...steps.flat(), { note, rule, statement: null }];
}

builder.interfaceFields(StatementInterface, (t) => ({
  text: t.string({
    description:
      'The statement as a sentence in our own words: with names, not ids, and counts as counts. It may be reworded; read the fields where a program decides by it.',
    resolve: (fact, _args, context) => sentenceOf(context, fact),
  }),
  explanation: t.field({
    type: Explanation,
    description: 'From the passage of the source to the statement.',
    resolve: (fact, _args, context) => explain(context, fact),
  }),
}));
