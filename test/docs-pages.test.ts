/** The pages of docs/: made from the schema and the questions, complete, and their links lead somewhere. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { firstTypes } from '../schema/field-order.ts';
import { printed } from '../schema/tools/print.ts';
import { subjectOf } from '../schema/tools/reference-subject.ts';
import { readExamples } from '../src/graphiql/examples.ts';
import { askPage, askPath, shortened } from './kit/ask-the-graph.ts';
import { questionFile } from './kit/questions.ts';

const root = join(import.meta.dirname, '..');
const made = printed();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));
const reference = docs.filter((path) => path.startsWith(join('docs', 'reference')));

describe('the reference', () => {
  test.each([...made].filter(([path]) => path.startsWith('docs')))(
    '%s is what `npm run sdl` makes of the schema',
    (path, text) => expect(read(path)).toBe(text),
  );

  test('has no page that nothing makes', () => {
    expect(reference.filter((path) => !made.has(path))).toEqual([]);
  });

  /** The section of a type over all pages. */
  const sections = new Map(
    reference.flatMap((path) =>
      read(path)
        .split(/^### /m)
        .slice(1)
        .map((section) => [section.split('\n', 1)[0] ?? '', section] as const),
    ),
  );

  test('begins with fifteen types, and lists all by the subject that declares them', () => {
    expect(firstTypes).toHaveLength(15);
    const overview = read(join('docs', 'reference', 'README.md'));
    for (const type of firstTypes) expect(overview).toContain(`[${type}](`);
    expect(
      ['CoverageMatrix', 'Payer', 'PolicyEvent', 'FeeLocalityInput', 'DataGap', 'CodeSystem'].map(subjectOf),
    ).toEqual(['coverage', 'policies', 'policies', 'fees', 'findings', 'codes']);
    expect(subjectOf('PayerConnection')).toBe('policies');
  });

  test('holds every type, field, argument and value of the SDL with its description', () => {
    const missing: string[] = [];
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim().replaceAll('<', '&lt;');
    let found = 0;
    const expectIn = (type: string, name: string, description: string | undefined) => {
      const section = (sections.get(type) ?? '').replaceAll('<', '&lt;');
      const at = section.indexOf(name);
      if (at < 0 || !section.includes(plain(description ?? 'undescribed'))) missing.push(`${type} ${name}`);
      found += 1;
    };
    let type = '';
    const opened = {
      enter: ({
        name,
        description,
      }: {
        name: { value: string };
        description?: { value: string } | undefined;
      }) => {
        type = name.value;
        expectIn(type, type, description?.value);
      },
    };
    const pages = ['first', 'after', 'last', 'before'];
    visit(parse(read(join('schema', 'schema.graphql'))), {
      ObjectTypeDefinition: opened,
      InterfaceTypeDefinition: opened,
      InputObjectTypeDefinition: opened,
      EnumTypeDefinition: opened,
      ScalarTypeDefinition: opened,
      FieldDefinition: ({ name, description, arguments: args = [] }) => {
        expectIn(type, `- **\`${name.value}\`**`, description?.value);
        const paged = pages.every((page) => args.some((arg) => arg.name.value === page));
        for (const arg of args) {
          if (paged && pages.includes(arg.name.value))
            expectIn(
              'Arguments',
              `- **\`${arg.name.value}\`**`,
              sections.get(type)?.includes('page by page') ? 'counted from' : arg.description?.value,
            );
          else expectIn(type, `  - **\`${arg.name.value}\`**`, arg.description?.value);
        }
      },
      InputValueDefinition: () => false,
      EnumValueDefinition: ({ name, description }) =>
        expectIn(type, `- **\`${name.value}\`**`, description?.value),
    });
    expect(found).toBeGreaterThan(1_500);
    expect(missing).toEqual([]);
  });

  test('draws every entity and every statement, and no arrow to what it does not draw', () => {
    const diagrams = [...read(join('docs', 'reference', 'README.md')).matchAll(/```mermaid\n([\s\S]*?)```/g)];
    expect(diagrams).toHaveLength(2);
    const titles = (page: string) =>
      [...read(join('docs', 'reference', page)).matchAll(/^### (\w+)$/gm)]
        .map(([, name]) => name ?? '')
        .sort();
    const [entities = '', statements = ''] = diagrams.map(([, text]) => text);
    expect([...entities.matchAll(/^ {2}(\w+)\[\1\]$/gm)].map(([, name]) => name)).toEqual(
      titles('entities.md'),
    );
    const drawn = [...statements.matchAll(/\("(.*)"\)/g)].flatMap(([, names = '']) => names.split('<br/>'));
    expect(drawn.sort()).toEqual(titles('statements.md'));
    for (const text of [entities, statements]) {
      const nodes = [...text.matchAll(/^ {2}(\w+)[[(]/gm)].map(([, name]) => name);
      const arrows = [...text.matchAll(/^ {2}(\w+) -->(?:\|[\w, ]+\|)? (.+)$/gm)];
      expect(arrows.length).toBeGreaterThan(10);
      const ends = arrows.flatMap(([, from, to = '']) => [from, ...to.split(' & ')]);
      expect(ends.filter((end) => !nodes.includes(end))).toEqual([]);
    }
  });
});

describe('"Ask the graph"', () => {
  test('is what the questions and their kept answers make', () => {
    expect(read(askPath)).toBe(askPage());
  });

  test('asks every question in full, and shows nothing that is not in its answer', () => {
    const page = read(askPath);
    const parts = page.split(/^<a id="/m).slice(1);
    expect(parts).toHaveLength(readExamples().length);
    for (const part of parts) {
      const name = part.split('"', 1)[0] ?? '';
      const query = /```graphql\n([\s\S]*?)\n```/.exec(part)?.[1] ?? '';
      expect(questionFile(name, 'graphql'), name).toContain(query);
      const answer = JSON.stringify(JSON.parse(questionFile(name, 'json')));
      const shown = /```jsonc\n([\s\S]*?)\n```/.exec(part)?.[1] ?? '';
      expect(shown.split('\n').length, name).toBeLessThan(250);
      const values = [
        ...shown.replace(/^\s*\/\/.*$/gm, '').matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null/g),
      ];
      expect(values.length, name).toBeGreaterThan(3);
      for (const [value] of values) expect(answer, name).toContain(value.replace(/…"$/, ''));
    }
  });

  test('says how much of a list it leaves out', () => {
    const text = shortened({ list: Array.from({ length: 100 }, (_, i) => ({ i, text: 'x'.repeat(90) })) });
    const left = Number(/\/\/ (\d+) more/.exec(text)?.[1]);
    expect([...text.matchAll(/"i":/g)].length + left).toBe(100);
    expect(shortened({ a: [1, 2, 3], b: { c: null } })).toBe('{ "a": [1, 2, 3], "b": { "c": null } }');
  });
});

describe('a link', () => {
  const pages = [...docs, 'README.md', 'CONTRIBUTING.md'];
  const anchors = (path: string) => {
    const text = read(path);
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    );
    return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id]) => id)]);
  };
  const known = new Map(pages.map((path) => [path, anchors(path)]));

  test.each(pages)('of %s leads to a page, and to a heading on it', (path) => {
    const text = read(path).replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const lost = links.filter(([, file, anchor]) => {
      const target = file ? join(dirname(path), file) : path;
      if (!anchor) return !existing(target);
      return !known.get(target)?.has(anchor);
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  function existing(path: string): boolean {
    try {
      return read(path).length > 0;
    } catch {
      return false;
    }
  }
});
