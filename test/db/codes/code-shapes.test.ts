/** How codes are formed: the rules in words against the shapes, and no shape written by hand anywhere else. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CodeKind,
  codeIn,
  isCode,
  modifierSystemOf,
  shapes,
  systemOf,
} from '../../../db/codes/code-shapes.ts';
import { codesOrSlips } from '../../kit/codes.ts';

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const madeOf = (text: string, ...allowed: readonly string[]) =>
  text.length === allowed.length && allowed.every((each, at) => each.includes(text.charAt(at)));
const times = (count: number, allowed: string) => Array<string>(count).fill(allowed);

/** Character by character what each may hold. */
const rules: Readonly<Partial<Record<CodeKind, (text: string) => boolean>>> = {
  BILLING_CODE: (text) =>
    madeOf(text, ...times(4, digits), `${digits}AFMTU`) ||
    madeOf(text, 'ABCEFGHIJKLMNOPQRSTUV', ...times(4, digits)),
  HCPCS_LEVEL_II: (text) => madeOf(text, 'ABCEFGHIJKLMNOPQRSTUV', ...times(4, digits)),
  DENTAL_CODE: (text) => madeOf(text, 'D', ...times(4, digits)),
  DIAGNOSIS(text) {
    const bare = text.charAt(3) === '.' ? `${text.slice(0, 3)}${text.slice(4) || '-'}` : text;
    const more = bare.length - 3;
    return more >= 0 && more <= 4 && madeOf(bare, letters, ...times(2 + more, digits + letters));
  },
  MODIFIER: (text) => madeOf(text, ...times(2, digits + letters)),
  PLACE_OF_SERVICE: (text) => madeOf(text, ...times(2, digits)),
  NPI: (text) => madeOf(text, '12', ...times(9, digits)),
};

describe.each(Object.entries(rules))('%s', (name, rule) => {
  const kind = name as CodeKind;

  test('is what its rule says, one slip from a code and everywhere else', () => {
    fc.assert(
      fc.property(fc.oneof(codesOrSlips(kind), fc.string({ maxLength: 9 })), (text) => {
        expect(isCode(kind, text), text).toBe(rule(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('has the examples that people are told', () => {
    for (const example of shapes[kind].examples)
      expect(codeIn(kind, ` ${example.toLowerCase()} `)).toBe(example);
  });
});

test.each([
  ['BILLING_CODE', '77090', '0554T', '4060F', '0002M', '0001A', '0001U', 'G0130', 'V2020'],
  ['DIAGNOSIS', 'QA0', 'QA0.0101', 'C4A.0', 'M80.08XA', 'Z3A', 'U07.1'],
] as const)('%s takes codes of every kind that is there', (kind, ...codes) => {
  for (const code of codes) expect(codeIn(kind, code), code).toBe(code);
});

test('a diagnosis has its point behind the third character, written with it or without', () => {
  expect(['M810', 'm81.0', 'QA00101', 'M81'].map((text) => codeIn('DIAGNOSIS', text))).toEqual([
    'M81.0',
    'M81.0',
    'QA0.0101',
    'M81',
  ]);
  for (const text of ['M.810', 'M8.10', 'M81.', 'M81..0', 'M81.00000'])
    expect(codeIn('DIAGNOSIS', text)).toBeUndefined();
});

test('the form of a code tells its system', () => {
  expect(['77090', '0554T', 'G0130'].map(systemOf)).toEqual(['CPT', 'CPT', 'HCPCS_LEVEL_II']);
  expect(['26', 'TC', 'E1'].map(modifierSystemOf)).toEqual([
    'CPT_MODIFIER',
    'HCPCS_MODIFIER',
    'HCPCS_MODIFIER',
  ]);
});

/** What a shape written by hand looks like: so many letters or digits, a letter before digits, a text of two, four or five digits. */
const byHand = [
  /\[(?:0-9A-Z|A-Z0-9|A-Za-z0-9)\]\{\d/,
  /\[A-[A-Z](?:[A-Z]-[A-Z])?\](?:\\d|\[0-9|\{2\})/,
  /\\d\{(?:\d,)?5\}/,
  /\^\\d(?:\\d|\{4\})\$/,
  /\\d\{4\}\[/,
];
/** What looks like one and is another thing. */
const others: Readonly<Record<string, string>> = {
  'db/codes/code-shapes.ts': 'the shapes themselves',
  'seed/official/kit/areas.ts': 'a table of states in the file itself',
  'seed/official/fees/gpci.ts': 'contractors without the zero that spreadsheets take away',
  'seed/official/codes/hcpcs-records.ts': 'a sequence number of five digits',
  'seed/official/codes/icd10cm.ts': 'a sequence number of five digits',
  'seed/official/policies/mcd-documents.ts': 'the number of a document',
};

test('no shape of a code is written by hand but in one place', () => {
  const root = join(import.meta.dirname, '../../..');
  const found = globSync('{db,seed,schema,src,bench,examples}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  }).flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    const written = lines.filter(
      (line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && byHand.some((mark) => mark.test(line)),
    );
    return written.map((line) => ({ file, line: line.trim() }));
  });
  const strange = found.filter(({ file }) => !(file in others));
  expect(
    strange,
    'Compose it from `shapes` of db/codes/code-shapes.ts, or ask `isCode` or `codeIn`.',
  ).toEqual([]);
  const seen = found.map(({ file }) => file);
  for (const file of Object.keys(others)) expect(seen, 'An exception that is none any more').toContain(file);
  for (const file of Object.keys(others).slice(1))
    expect(seen.filter((each) => each === file)).toHaveLength(1);
});
