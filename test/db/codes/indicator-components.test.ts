/** Into which components each value of the PC/TC indicator splits a code, as the rows of the seed say what it means. */

import { expect, test } from 'vitest';
import { splitByIndicator } from '../../../db/codes/indicator-components.ts';
import { PcTcIndicator } from '../../../db/enums/index.ts';
import type { Row } from '../../../db/kit/table.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import type { indicator, modifier } from '../../../db/tables/index.ts';
import { release } from '../../kit/graph.ts';

const memory = memoryOf(release);
const modifiers = memory.all('modifier') as unknown as readonly Row<typeof modifier>[];
const meaningOf = (value: string) =>
  memory.get('indicator', `Indicator:pctc/${value}`) as Row<typeof indicator> | undefined;

/** The parts as `role modifier`. */
function split(value: string, meaning = meaningOf(value)) {
  const { pattern, parts, note } = splitByIndicator(value, meaning, modifiers);
  const billed = parts.map(({ role, modifierId }) => `${role} ${modifierId?.slice(-2) ?? ''}`.trim());
  return { pattern, billed, note };
}

const interpretation = 'PROFESSIONAL_INTERPRETATION_AND_REPORT 26';
const expected: Readonly<Record<string, readonly [pattern: string, ...billed: string[]]>> = {
  0: ['GLOBAL_ONLY', 'GLOBAL'],
  1: ['MODIFIER_SPLIT', 'GLOBAL', 'TECHNICAL TC', interpretation],
  2: ['STAND_ALONE_CODES', 'PROFESSIONAL'],
  3: ['STAND_ALONE_CODES', 'TECHNICAL'],
  4: ['GLOBAL_ONLY', 'GLOBAL'],
  5: ['GLOBAL_ONLY', 'GLOBAL'],
  6: ['MODIFIER_SPLIT', 'GLOBAL', interpretation],
  7: ['GLOBAL_ONLY', 'GLOBAL'],
  8: ['STAND_ALONE_CODES', 'PROFESSIONAL'],
  9: ['GLOBAL_ONLY', 'GLOBAL'],
};

test.each(Object.keys(PcTcIndicator.values).map((name) => name.slice(-1)))(
  'indicator %s splits as its meaning says, and says it',
  (value) => {
    const { pattern, billed, note } = split(value);
    expect([pattern, ...billed]).toEqual(expected[value]);
    expect(note).toContain(
      `PC/TC indicator ${value}: ${meaningOf(value)?.label}. ${meaningOf(value)?.meaning}`,
    );
  },
);

test('a value that no row explains splits nothing, and says so', () => {
  expect(splitByIndicator('1', undefined, modifiers)).toEqual({
    pattern: 'GLOBAL_ONLY',
    parts: [{ role: 'GLOBAL', modifierId: null }],
    note: 'PC/TC indicator 1, of which this release has no meaning.',
  });
});
