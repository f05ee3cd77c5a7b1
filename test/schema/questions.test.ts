/**
 * The questions that people ask, with their answers and the SQL behind them. `UPDATE_ANSWERS=1 npm test` writes them anew.
 * They are asked of the founding facts at one noon, so that what is added to the seed changes none.
 */

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { askPage, askPath } from '../kit/ask-the-graph.ts';
import { foundingGraph } from '../kit/founding.ts';
import { ask, observed } from '../kit/graph.ts';
import { questionFile, questions, questionsFolder } from '../kit/questions.ts';

const update = process.env.UPDATE_ANSWERS === '1';
const files = globSync('*/*', { cwd: questionsFolder });
const release = foundingGraph();

function kept(name: string, text: string): string {
  const file = join(questionsFolder, name);
  if (update) writeFileSync(file, text);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
    : `${name} is missing: write it with UPDATE_ANSWERS=1.`;
}

// The page of questions shows the answers that were written.
afterAll(() => {
  if (update) writeFileSync(join(import.meta.dirname, '../..', askPath), askPage());
});

describe.each(questions)('%s', (name) => {
  test('has the answer that is kept beside it, from the SQL that is kept beside it', async () => {
    const source = readFileSync(join(questionsFolder, `${name}.graphql`), 'utf8');
    const { answer, runs } = await observed(() => ask<unknown>(source, {}, { of: release() }), release());
    const statements = runs.map(({ sql }) => `${sql};\n`).join('\n');

    expect(`${JSON.stringify(answer, null, 2)}\n`).toBe(
      kept(`${name}.json`, `${JSON.stringify(answer, null, 2)}\n`),
    );
    expect(statements).toBe(kept(`${name}.sql`, statements));
  });
});

test('no answer is kept for a question that is gone', () => {
  const orphans = files
    .filter((file) => /\.(json|sql)$/.test(file))
    .map((file) => file.replace(/\.\w+$/, ''));
  expect(orphans.filter((name) => !questions.includes(name))).toEqual([]);
});

test('a question answers from the data alone, not from when it was built or asked', async () => {
  const source = questionFile('coverage-matrix', 'graphql');
  const of = release();
  const earlier = { of, now: new Date('2026-11-24T00:00:01Z') };
  expect(await ask(source, {}, earlier)).toEqual(await ask(source, {}, { of }));
});
