/** The documentation tells the truth: settings, scripts, queries, and the answer to the mission question. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ClaimRule } from '../db/enums/index.ts';
import { settings } from '../src/settings.ts';
import { ask, query } from './kit/graph.ts';
import { questions, questionsFolder } from './kit/questions.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const guides = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name !== 'ask-the-graph.md' && name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map(read);

const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The cells of each row of the Markdown table whose heading begins with these cells. */
function table(text: string, ...heading: readonly string[]): readonly (readonly string[])[] {
  const rows = text.split('\n');
  const top = rows.findIndex((row) => heading.every((cell, i) => cellsOf(row)[i] === cell));
  const below = rows.slice(top + 2);
  return below
    .slice(
      0,
      below.findIndex((row) => !row.startsWith('|')),
    )
    .map(cellsOf);
}

const codeIn = (text: string) => text.replaceAll('`', '');

test('the page on the claim check has every rule, and no other', () => {
  const rows = table(read('docs/claim-check.md'), 'rule', 'looks at', 'rests on', 'leaves open');
  expect(rows.map(([rule = '']) => codeIn(rule)).sort()).toEqual(Object.keys(ClaimRule.values).sort());
});

describe('the guides', () => {
  test('list every setting with its default and meaning, and no other', () => {
    const rows = table(read('docs/operating.md'), 'name', 'default', 'meaning');
    const listed = rows.map(([name = '', value = '', meaning = '']) => [
      codeIn(name),
      codeIn(value),
      meaning,
    ]);
    expect(listed).toEqual(
      Object.entries(settings).map(([name, one]) => [name, one.default, one.description]),
    );
  });

  test('name no npm script that is not there', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = [...guides.join('').matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name ?? '');
    expect(
      named.filter((name) => !(name in scripts) && !['install', 'ci', 'scripts', 'and'].includes(name)),
    ).toEqual([]);
  });

  test('show queries that run without an error', async () => {
    const blocks = [...guides.join('').matchAll(/```graphql\n([\s\S]*?)```/g)].map(
      ([, block]) => block ?? '',
    );
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect((await query(block)).errors).toBeUndefined();
  });

  test('begin with a README of two screens', () => expect(readme.split('\n').length).toBeLessThan(110));
});

interface MatrixAnswer {
  readonly coverageMatrix: {
    readonly rows: readonly { readonly cells: readonly Cell[] }[];
  };
}

interface Cell {
  readonly payer: { readonly label: string; readonly parent: { readonly label: string } | null };
  readonly lineOfBusiness: string;
  readonly state: string;
}

const lines: Readonly<Record<string, string>> = {
  commercial: 'COMMERCIAL',
  'Medicare Advantage': 'MEDICARE_ADVANTAGE',
  'fee-for-service': 'MEDICARE_FFS',
};

test('the answer that the README begins with is the answer that the graph gives', async () => {
  const { coverageMatrix } = await ask<MatrixAnswer>(`{ coverageMatrix(input: {
    codes: [{ code: "77090" }, { code: "77092" }]
    payers: ["Payer:aetna", "Payer:cigna", "Payer:uhc", "Payer:medicare", "Payer:bcbs"]
    asOf: { dateOfService: "2026-11-24" } }) {
      rows { cells { payer { label parent { label } } lineOfBusiness state } } } }`);
  const told = table(readme, 'payer', 'line of business');
  const answered = (payer: string, line: string) =>
    coverageMatrix.rows.map(({ cells }) => {
      const meant = cells.filter((cell) =>
        line.startsWith('its licensees')
          ? cell.payer.parent?.label === payer
          : cell.payer.label === payer && cell.lineOfBusiness === lines[line],
      );
      expect(meant.length).toBeGreaterThan(0);
      return [...new Set(meant.map(({ state }) => state))].join(' ');
    });
  for (const [payer = '', stated = '', ...rest] of told) {
    const parts = stated.startsWith('its') ? [stated] : stated.split(', ');
    for (const line of parts) expect(answered(payer, line), `${payer}, ${line}`).toEqual(rest.slice(0, 4));
  }
  const columns = told.flatMap(([, stated = '']) => (stated.startsWith('its') ? [] : stated.split(', ')));
  const single = coverageMatrix.rows[0]?.cells.filter(({ payer }) => payer.parent === null) ?? [];
  expect(columns).toHaveLength(single.length);
});

test('every question of the graph explains itself in its first line', () => {
  for (const path of questions)
    expect(readFileSync(join(questionsFolder, `${path}.graphql`), 'utf8'), path).toMatch(/^# \S/);
});
