/** The page "Ask the graph": the questions of `examples/questions`, each with its query and the answer that is kept beside it. */

import { join } from 'node:path';
import { readExamples } from '../../src/graphiql/examples.ts';
import type { Example } from '../../src/graphiql/page/example.ts';
import { questionFile } from './questions.ts';

/** The page, from the root of the project. */
export const askPath = join('docs', 'ask-the-graph.md');

/** How long an answer may be on the page. */
const most = { lines: 60, letters: 160, width: 100 };

/** The page as Markdown. */
export function askPage(): string {
  const last = Number.POSITIVE_INFINITY;
  const questions = readExamples().toSorted((one, other) => (one.tab ?? last) - (other.tab ?? last) || 0);
  const list = questions.map((question, i) => `${i + 1}. [${titleOf(question)}](#${question.name})`);
  return `<!-- Made from examples/questions by \`UPDATE_ANSWERS=1 npm test\`. Edit the questions there instead. -->

# Ask the graph

The ${questions.length} questions that people bring, in plain words, each with the query that asks it and what the graph
answers. They are asked at noon of 2026-11-24 of the facts that \`seed/\` began with, and held to them by the tests: an answer
that changes fails the build until it was read again; a fact that is added changes none. A comment such as \`// 118 more\` or an ellipsis says where an answer is
cut short here; whole answers are in \`examples/questions/\`. \`npm start\` opens the same questions as tabs in GraphiQL.

What each field means stands in the [reference](reference/README.md).

${list.join('\n')}

${questions.map(sectionOf).join('\n\n')}
`;
}

function sectionOf(question: Example, i: number): string {
  const { name, query, variables } = question;
  const [title, rest] = sentencesOf(question);
  const answer = questionFile(name, 'json');
  return [
    `<a id="${name}"></a>`,
    `## ${i + 1}. ${title}`,
    ...(rest ? [rest] : []),
    fenced('graphql', query.replace(/^(?:#.*\n)+/, '').trim()),
    ...(variables ? ['With these variables:', fenced('json', variables)] : []),
    'The answer:',
    fenced('jsonc', shortened(JSON.parse(answer))),
  ].join('\n\n');
}

/** The first sentence of an explanation asks; the others explain. */
function sentencesOf({ explanation }: Example): readonly [first: string, rest: string] {
  const text = explanation.replace(/\s+/g, ' ');
  const first = /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
  return [first, text.slice(first.length).trim()];
}

const titleOf = (question: Example) => sentencesOf(question)[0];

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

/** An answer as JSON with comments, of every list as many items as leave the whole short. */
export function shortened(answer: unknown): string {
  for (const items of [8, 5, 3, 2]) {
    const text = written(answer, '', items);
    if (text.split('\n').length <= most.lines) return text;
  }
  return written(answer, '', 1);
}

function written(value: unknown, indent: string, items: number): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > most.letters ? `${value.slice(0, most.letters)}…` : value);
  }
  if (value === null || typeof value !== 'object') return String(JSON.stringify(value));
  const short = onOneLine(value, items);
  if (short !== undefined && indent.length + short.length <= most.width) return short;
  const deeper = `${indent}  `;
  if (!Array.isArray(value)) {
    const parts = Object.entries(value).map(
      ([name, inner]) => `${deeper}${JSON.stringify(name)}: ${written(inner, deeper, items)}`,
    );
    return `{\n${parts.join(',\n')}\n${indent}}`;
  }
  const inner = value.map((item) => `${deeper}${written(item, deeper, Math.max(1, items - 1))}`);
  // Items of a line each take little room: of those there may be more.
  const fit = inner.some((text) => text.includes('\n')) ? items : Math.max(items, 6);
  const shown = inner.slice(0, fit);
  const left = value.length - shown.length;
  return `[\n${shown.join(',\n')}${left > 0 ? `\n${deeper}// ${left} more` : ''}\n${indent}]`;
}

/** What holds nothing that would be cut, without line breaks. */
function onOneLine(value: object, items: number): string | undefined {
  const whole = (inner: unknown): boolean => {
    if (typeof inner === 'string') return inner.length <= most.letters;
    if (inner === null || typeof inner !== 'object') return true;
    return (!Array.isArray(inner) || inner.length <= items) && Object.values(inner).every(whole);
  };
  if (!whole(value)) return undefined;
  const text = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  return text.replace(/\[ /g, '[').replace(/ \]/g, ']');
}
