/** Changes of the schema: what breaks clients must be named in the CHANGELOG, what is deprecated must say so well. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { unannounced } from '../../../schema/tools/breaking.ts';
import { vagueDeprecations } from '../../../schema/tools/deprecations.ts';
import { sdl } from '../../../schema/tools/print.ts';

// A synthetic schema: only its changes matter.
const before = `
  directive @mark(word: String) repeatable on FIELD | QUERY
  directive @gone on FIELD
  type Query { payer(slug: String): Payer payers(first: Int): [Payer!]! code: Code either: Either }
  interface Named { name: String }
  type Payer implements Named { name: String label: String! parent(deep: Boolean): Payer }
  type Code { code: String }
  type Left { a: Int }
  union Either = Payer | Code
  enum State { COVERED UNKNOWN }
  input Filter { state: State }
  scalar Day
`;

/** A change, and the coordinate of what it breaks. */
const changes: readonly (readonly [keyof typeof BreakingChangeType, string, string, string])[] = [
  ['TYPE_REMOVED', 'scalar Day', '', 'Day'],
  ['TYPE_CHANGED_KIND', 'type Left { a: Int }', 'input Left { a: Int }', 'Left'],
  ['TYPE_REMOVED_FROM_UNION', 'Payer | Code', 'Payer', 'Either'],
  ['VALUE_REMOVED_FROM_ENUM', 'COVERED UNKNOWN', 'UNKNOWN', 'State.COVERED'],
  ['REQUIRED_INPUT_FIELD_ADDED', '{ state: State }', '{ state: State day: Int! }', 'Filter.day'],
  ['IMPLEMENTED_INTERFACE_REMOVED', 'Payer implements Named', 'Payer', 'Payer'],
  ['FIELD_REMOVED', 'label: String!', '', 'Payer.label'],
  ['FIELD_CHANGED_KIND', 'label: String!', 'label: String', 'Payer.label'],
  ['REQUIRED_ARG_ADDED', 'code: Code', 'code(code: String!): Code', 'Query.code(code:)'],
  ['ARG_REMOVED', '(deep: Boolean)', '', 'Payer.parent(deep:)'],
  ['ARG_CHANGED_KIND', 'slug: String', 'slug: String!', 'Query.payer(slug:)'],
  ['DIRECTIVE_REMOVED', 'directive @gone on FIELD', '', '@gone'],
  ['DIRECTIVE_ARG_REMOVED', '(word: String)', '', '@mark(word:)'],
  ['REQUIRED_DIRECTIVE_ARG_ADDED', '@gone on', '@gone(why: String!) on', '@gone(why:)'],
  ['DIRECTIVE_REPEATABLE_REMOVED', 'repeatable on', 'on', '@mark'],
  ['DIRECTIVE_LOCATION_REMOVED', 'FIELD | QUERY', 'FIELD', '@mark'],
];

const log = (unreleased: string, released = '') =>
  `# Changelog\n\nSuch as \`Payer.label\`.\n\n## Unreleased\n\n${unreleased}\n\n## 0.1.0\n\n${released}\n`;

describe.each(changes)('%s', (type, from, to, coordinate) => {
  const after = before.replace(from, to);

  test('is found, and named by the coordinate that the CHANGELOG owes', () => {
    expect(
      findBreakingChanges(buildSchema(before), buildSchema(after)).map((change) => change.type),
    ).toContain(type);
    const problems = unannounced(before, after, log('Nothing yet.'));
    expect(problems.join()).toContain(`Name \`${coordinate}\` in CHANGELOG`);
  });

  test('passes when the CHANGELOG names it under "Unreleased"', () => {
    expect(unannounced(before, after, log(`- \`${coordinate}\`: write something else.`))).toEqual([]);
  });
});

test('every kind of change that the library finds is among them', () => {
  expect(changes.map(([type]) => type).sort()).toEqual(Object.values(BreakingChangeType).sort());
});

describe('a field that is removed', () => {
  const after = before.replace('label: String!', '');

  test.each([
    ['before the first heading', log('')],
    ['under a version', log('', '- `Payer.label` is new.')],
    ['without its type', log('- `label` is gone.')],
    ['as part of a longer name', log('- `Payer.labels` is gone.')],
    ['not as a coordinate', log('- Payer.label is gone.')],
    ['nowhere, without the heading', '# Changelog\n'],
  ])('is unannounced when it is named %s', (_, changelog) => {
    expect(unannounced(before, after, changelog)).toHaveLength(1);
  });

  test('is announced at the end of the CHANGELOG too', () => {
    expect(
      unannounced(before, after, '# Changelog\n\n## Unreleased\n\n- `Payer.label`: write `name`.'),
    ).toEqual([]);
  });
});

test('what is added or deprecated breaks nobody', () => {
  const after = before
    .replace('label: String!', 'label: String! @deprecated(reason: "x") short: String')
    .replace('UNKNOWN', 'UNKNOWN OPEN');
  expect(unannounced(before, after, log(''))).toEqual([]);
});

describe('our own schema', () => {
  const changelog = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');

  test('cannot lose a field unannounced', () => {
    // Should a change of it be announced already, that says nothing of its loss.
    const silent = changelog.replaceAll('`Query.coverageMatrix`', '');
    const after = sdl().replace('  coverageMatrix(', '  coverageTable(');
    const problems = unannounced(sdl(), after, silent);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('Name `Query.coverageMatrix` in CHANGELOG under "Unreleased"');
    const announced = silent.replace(
      '## Unreleased',
      '## Unreleased\n\n- `Query.coverageMatrix`: write another.',
    );
    expect(unannounced(sdl(), after, announced)).toEqual([]);
  });

  test('deprecates nothing without a day and what to use instead', () => {
    expect(vagueDeprecations(schema)).toEqual([]);
  });
});

describe('a deprecation', () => {
  const vague = (reason: string) => {
    const mark = `@deprecated(reason: ${JSON.stringify(reason)})`;
    return vagueDeprecations(
      buildSchema(`
        type Query { field: Int ${mark} other(arg: Int ${mark}): State given(input: Given): Int }
        enum State { VALUE ${mark} }
        input Given { item: Int ${mark} }
      `),
    );
  };

  test('says since when and what to use instead, wherever it stands', () => {
    expect(vague('Since 2026-11-24: use `Query.other`.')).toEqual([]);
  });

  test.each([
    'No longer supported',
    'Use `Query.other`.',
    'Since 2026-11-24.',
    'Since 2026-24-11: use `Query.other`.',
    'Since 2026-11-24: use .',
    'since 2026-11-24: use `Query.other`',
  ])('%j is too vague for a field, an argument, an enum value and an input field', (reason) => {
    const problems = vague(reason);
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'Query.field',
      'Query.other(arg:)',
      'State.VALUE',
      'Given.item',
    ]);
  });
});
