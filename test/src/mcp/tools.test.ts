/** The tools beside the graph: their documents, the room that their answers take, and what loads them. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { billingRule, coverage } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { ToolError, toolError } from '../../../src/mcp/kit/errors.ts';
import type { GraphAccess } from '../../../src/mcp/kit/tool.ts';
import { toolsOf } from '../../../src/mcp/tools/index.ts';
import { licensed } from '../../../tools/licences.js';
import { cursorNow, graph as feed, one, rule } from '../../kit/feed.ts';
import { ask, query } from '../../kit/graph.ts';
import { root } from '../kit/process.ts';
import { mostTokens, tokensOf } from './assistant.ts';

const tools = toolsOf({ persistedOnly: false });

/** A release as tools ask it, by default that of the seed. */
const graphOf = (asking: Parameters<typeof query>[2] = {}): GraphAccess => ({
  schema,
  async ask<T>(document: string, variables: Readonly<Record<string, unknown>>) {
    // As they come over HTTP: without those that are undefined.
    const { data, errors } = await query(document, JSON.parse(JSON.stringify(variables)), asking);
    if (errors?.length) throw toolError(errors.map((error) => error.toJSON()));
    return data as T;
  },
  run: ({ query: document, variables }) => query(document, variables, asking),
});
const graph = graphOf();

test.each(tools.flatMap(({ name, documents }) => documents.map((document) => [name, document] as const)))(
  'the document of %s is valid',
  (_name, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  },
);

test('no description tells a model what to do', () => {
  for (const { description } of tools)
    expect(description).not.toMatch(/\b(?:you|must|always|never|should)\b/i);
});

function toolNamed(name: string) {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`There is no tool ${name}.`);
  return tool;
}

/** Up to so many of a list, evenly. */
function some<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_one, i) => i % step === 0).slice(0, count + 1);
}

interface Seeded {
  readonly payers: readonly { readonly slug: string }[];
  readonly policies: { readonly nodes: readonly { readonly id: string }[] };
  readonly serviceFamilies: readonly {
    readonly id: string;
    readonly codes: readonly { readonly code: string }[];
  }[];
  readonly sources: readonly { readonly id: string }[];
  readonly statements: { readonly nodes: readonly { readonly id: string }[] };
}

describe('over the seed', async () => {
  const { payers, policies, serviceFamilies, statements, sources } = await ask<Seeded>(`{
    payers { slug } policies(first: 100) { nodes { id } } sources { id }
    serviceFamilies { id codes { code } } statements(first: 100) { nodes { id } } }`);
  const codes = serviceFamilies.flatMap((family) => family.codes.map(({ code }) => code));
  const ids = [...statements.nodes, ...sources, ...policies.nodes, ...serviceFamilies].map(({ id }) => id);
  const questions: readonly (readonly [tool: string, questions: readonly Record<string, unknown>[]])[] = [
    [
      'resolve_terms',
      [
        { terms: some(codes, 19) },
        { terms: some(payers, 19).map(({ slug }) => slug) },
        { terms: Array(20).fill('bone density policy of a payer') },
      ],
    ],
    ['coverage', [{ codes: some(codes, 4) }, ...some(codes, 12).map((code) => ({ codes: [code] }))]],
    ['why', some(statements.nodes, 30).map(({ id }) => ({ id }))],
    [
      'compare_payers',
      some(payers, 8).map(({ slug }) => ({ left: 'aetna', right: slug, family: serviceFamilies[0]?.id })),
    ],
    ['code_report', some(codes, 12).map((code) => ({ code }))],
    [
      'check_claim',
      some(codes, 4).map((first) => ({
        payer: 'medicare',
        dateOfService: '2025-10-15',
        lines: [first, ...some(codes, 18)].map((code) => ({ code, modifiers: ['26'], diagnoses: ['M81.0'] })),
      })),
    ],
    ['amounts', some(codes, 12).map((code) => ({ code, dateOfService: '2025-10-15' }))],
    ['policy', some(policies.nodes, 30).map(({ id }) => ({ number: id }))],
    [
      'what_changed',
      [
        {},
        ...some(payers, 6).map(({ slug }) => ({ payer: slug })),
        { code: codes[0], fromDay: '2022-06-01' },
        { payer: 'aetna', fromDay: '2022-06-01' },
      ],
    ],
    ['search', [{ query: 'aetna coverage of bone score' }, { query: 'x' }]],
    ['fetch', some(ids, 30).map((id) => ({ id }))],
    ['graph_schema', [{}, { subject: 'coverage' }, { types: ['Query', 'BillingCode', 'Statement'] }]],
    ['graphql', [{ query: '{ payers { id label } }' }]],
  ];

  test('each tool is called', () =>
    expect(questions.map(([name]) => name)).toEqual(tools.map(({ name }) => name)));

  test.each(questions)(
    '%s answers in its schema and within the room of a usual question',
    async (name, given) => {
      const tool = toolNamed(name);
      for (const args of given) {
        const answer = await tool.answer(tool.input.parse(args), graph);
        const result = {
          content: [{ type: 'text' as const, text: answer.text }],
          structuredContent: answer.data,
        };
        expect(tool.output.strict().parse(answer.data), JSON.stringify(args)).toEqual(answer.data);
        expect(tokensOf(result), JSON.stringify(args)).toBeLessThan(mostTokens);
      }
    },
  );
});

test('a line that is cut keeps the numbers of what it cites', async () => {
  const tool = toolNamed('coverage');
  const group = {
    ...{
      payer: { slug: 'synthetic' },
      lineOfBusiness: 'COMMERCIAL',
      state: 'COVERED',
      priorAuthorization: 'NO_AUTH',
    },
    ...{ text: `${'long '.repeat(400)}[1][2]`, citations: [1, 2], components: [], best: null },
  };
  const citations = [1, 2].map((number) => ({ number, text: `[${number}] Source`, url: null }));
  const summary = { sentence: 'Synthetic.', known: [group], unknown: [], citations };
  const graphInfo = {
    dateOfService: '2026-11-24',
    dateOfServiceNote: null,
    dataVersion: 'hash',
    builtAt: '2026-11-24',
  };
  const ask = async () => ({ graphInfo, coverageMatrix: { tally: [], summary } });
  const { text } = await tool.answer(tool.input.parse({ codes: ['77092'] }), {
    ...graph,
    ask: ask as GraphAccess['ask'],
  });
  expect(text).toMatch(/long … \[1\]\[2\]\n\nSources[\s\S]*\[1\] Source\n\[2\] Source/);
});

test('a feed is gone through from cursor to cursor, the oldest change first', async () => {
  const made = feed();
  const since = await cursorNow(made.open());
  made.put(coverage, one, { covered: 'NOT_COVERED', recordedFrom: '2026-02-01T00:00:00Z' });
  made.drop(billingRule, rule);
  made.build();
  const changed = toolNamed('what_changed');
  const of = graphOf({ of: made.open() });
  const { text, data } = await changed.answer(changed.input.parse({ since }), of);
  expect(text).toMatch(/^2 changes since that cursor for the whole graph, the oldest first:\n\n- \d{4}-/);
  expect(text).toContain(`(${one})`);
  const next = await changed.answer(changed.input.parse({ since: data.cursor }), of);
  expect(next.text).toMatch(/^Nothing changed since that cursor/);
  expect(next.data.cursor).toBe(data.cursor);
});

test('errors beside data are never an answer, and each code has advice in terms of tools', () => {
  const error = toolError([
    { message: 'There is no payer nobody.', extensions: { code: 'UNKNOWN_ID' } },
    { message: 'Cannot query field "x".' },
  ]);
  expect(error).toBeInstanceOf(ToolError);
  expect(error.message).toMatch(/^UNKNOWN_ID: There is no payer nobody\.\nGRAPHQL_VALIDATION_FAILED: /);
  expect(error.message).toContain('`resolve_terms`');
});

/** What a file imports when it is loaded, packages included; types are erased. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.startsWith('src/')) return seen;
  const imports = readFileSync(join(root, file), 'utf8').matchAll(
    /^(?:import|export) (?!type\b)[^;]*?'([^']+)';/gm,
  );
  for (const [, name = ''] of imports)
    loadedBy(name.startsWith('.') ? join(dirname(file), name) : name, seen);
  return seen;
}

test('a server without assistants loads neither the SDK nor a tool', () => {
  const loaded = [...loadedBy('src/run.ts'), ...loadedBy('src/start.ts')];
  expect(loaded).toContain('src/mcp/endpoint.ts');
  expect(loaded.filter((name) => /modelcontextprotocol|src\/mcp\/(?!endpoint)/.test(name))).toEqual([]);
  expect([...loadedBy('src/mcp/messages.ts')]).toContain('@modelcontextprotocol/server');
});

test('what serving installs stays small', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const packages = licensed(lock, () => undefined).filter(({ elsewhere }) => !elsewhere);
  expect(packages.length).toBeLessThan(80);
});
