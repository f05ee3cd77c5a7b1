/** Examples: how a file of `examples/questions` becomes a tab of GraphiQL. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readExamples } from '../../../src/graphiql/examples.ts';
import { temporaryFolder } from '../kit/fixture.ts';

test('a file is read with its explanation, its variables and its place among the tabs', () => {
  const folder = join(temporaryFolder(), 'queries');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'who-pays.graphql'),
    '# Who pays?\n# tab: 2 Who pays?\n#\n# Payer by payer.\nquery WhoPays { a }\n',
  );
  writeFileSync(join(folder, 'who-pays.variables.json'), '{ "code": "77090" }\n');
  writeFileSync(join(folder, 'bare.graphql'), '{ b } # tab: 9\n');
  expect(readExamples(folder)).toEqual([
    { name: 'bare', explanation: '', query: '{ b } # tab: 9\n' },
    {
      name: 'who-pays',
      explanation: 'Who pays?\n\nPayer by payer.',
      query: '# Who pays?\n#\n# Payer by payer.\nquery WhoPays { a }\n',
      variables: '{ "code": "77090" }',
      tab: 2,
      question: 'Who pays?',
    },
  ]);
});

test('a folder that is not there holds no examples', () => {
  expect(readExamples(join(temporaryFolder(), 'none'))).toEqual([]);
});

test('our own examples parse, are explained, their tabs are questions, and no two claim the same tab', () => {
  const examples = readExamples();
  for (const { name, query, explanation, variables } of examples) {
    expect(() => parse(query), name).not.toThrow();
    expect(explanation, name).not.toBe('');
    if (variables) expect(() => JSON.parse(variables) as unknown, name).not.toThrow();
  }
  const tabs = examples.flatMap((example) => example.tab ?? []);
  for (const { name, tab, question } of examples) if (tab) expect(question, name).toMatch(/^[A-Z].{3,30}\?$/);
  expect(new Set(tabs).size).toBe(tabs.length);
});
