/** How values of a client are read one by one: ids, slugs, lists and days, and what is said of those that cannot be used. */

import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ValidationError } from '../../../db/kit/errors.ts';
import { asOfFrom } from '../../../schema/kit/as-of.ts';
import { resolveEach } from '../../../schema/kit/each.ts';
import { badInput, checkList, errorCodes, parsed, unknownId } from '../../../schema/kit/errors.ts';
import { idOf, parseId } from '../../../schema/kit/id.ts';

/** What is thrown, as a client sees it. */
function thrown(work: () => unknown): readonly unknown[] {
  try {
    return ['nothing', work()];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return [error.extensions, error.message];
  }
}

const bad = (field: string, message: string) => [
  { code: 'BAD_USER_INPUT', field },
  expect.stringMatching(new RegExp(message)),
];

test('the errors that a client can act on are few, and those of what was given name its field', () => {
  expect(Object.keys(errorCodes)).toEqual(['BAD_USER_INPUT', 'UNKNOWN_ID', 'RATES_UNAVAILABLE']);
  expect(badInput('a', 'b')).toMatchObject({
    message: 'b',
    extensions: { code: 'BAD_USER_INPUT', field: 'a' },
  });
  expect(unknownId('a', 'b')).toMatchObject({ message: 'b', extensions: { code: 'UNKNOWN_ID', field: 'a' } });
});

describe('an id', () => {
  test.each<[string, string, string]>([
    ['BillingCode:CPT:77090', 'BillingCode', 'CPT:77090'],
    ['Payer:aetna', 'Payer', 'aetna'],
    ['Policy:aetna/0134', 'Policy', 'aetna/0134'],
    ['DiagnosisCode:ICD_10_CM:M81.0', 'DiagnosisCode', 'ICD_10_CM:M81.0'],
    [`Payer:${'x'.repeat(200)}`, 'Payer', 'x'.repeat(200)],
  ])('%s is of %s', (id, type, key) => {
    expect(parseId('id', id)).toEqual({ type, key });
  });

  test.each([
    '',
    'Payer',
    'Payer:',
    ':aetna',
    'Nothing:aetna',
    'payer:aetna',
    'Payer:aet na',
    ' Payer:aetna',
    'Payer:aetna\n',
    `Payer:${'x'.repeat(201)}`,
    'Payer:ætna',
    'Pa-yer:aetna',
  ])('%j is none', (id) => {
    expect(thrown(() => parseId('payer', id))).toEqual(bad('payer', '^payer: ".* is no id'));
  });

  test('is repeated in the error up to its 80th character', () => {
    expect(thrown(() => parseId('id', 'x'.repeat(99)))).toEqual(bad('id', `"${'x'.repeat(80)}" is no id`));
  });

  test('is refused where another type is asked for', () => {
    expect(idOf('Payer', 'payers', 'Payer:aetna')).toBe('Payer:aetna');
    expect(thrown(() => idOf('Payer', 'payers', 'Policy:aetna/0134'))).toEqual(
      bad('payers', '^payers: expected an id of Payer, got one of Policy: Policy:aetna/0134'),
    );
  });
});

describe('the key alone, where only one type can be meant,', () => {
  test.each([
    ['Payer', 'aetna', 'Payer:aetna'],
    ['Payer', ' Aetna ', 'Payer:aetna'],
    ['SiteOfService', 'physician-office', 'SiteOfService:physician-office'],
    ['Policy', 'aetna/0134', 'Policy:aetna/0134'],
    ['Jurisdiction', 'ca', 'Jurisdiction:CA'],
    ['Payer', 'x'.repeat(200), `Payer:${'x'.repeat(200)}`],
  ])('of %s %j makes the id %s', (type, text, id) => {
    expect(idOf(type, 'field', text)).toBe(id);
  });

  test.each(['', ' ', 'a b', 'aet\nna', '!aetna', 'ætna', '__proto__\u0000', 'x'.repeat(201)])(
    '%j is none',
    (text) => {
      expect(thrown(() => idOf('Payer', 'slug', text))).toEqual(bad('slug', '^slug: ".*" names no Payer'));
    },
  );

  test('is repeated in the error up to its 80th character', () => {
    expect(thrown(() => idOf('Payer', 'slug', '!'.repeat(99)))).toEqual(
      bad('slug', `"${'!'.repeat(80)}" names`),
    );
  });
});

describe('a list', () => {
  const items = (count: number) => Array.from({ length: count }, (_, n) => n);

  test('has one item at least and 500 at most', () => {
    expect(checkList('codes', items(1))).toEqual([0]);
    expect(checkList('codes', items(500))).toHaveLength(500);
    expect(thrown(() => checkList('codes', []))).toEqual(bad('codes', '^codes is empty: '));
    expect(thrown(() => checkList('codes', items(501)))).toEqual(
      bad('codes', '^codes holds 501 items, the most is 500'),
    );
  });

  test('is resolved item by item: what one throws, now or later, is its own error', async () => {
    const found = resolveEach('codes', ['now', 'later', 'well'], (item, index) => {
      if (item === 'now') throw new Error('thrown now');
      if (item === 'later') return Promise.reject(new Error('thrown later'));
      return `${item} ${index}`;
    });
    expect(await Promise.allSettled(found)).toMatchObject([
      { status: 'rejected', reason: { message: 'thrown now' } },
      { status: 'rejected', reason: { message: 'thrown later' } },
      { status: 'fulfilled', value: 'well 2' },
    ]);
    expect(thrown(() => resolveEach('codes', [], () => 1))).toEqual(bad('codes', 'is empty'));
  });
});

describe('a parser of the store', () => {
  test('has what it refuses said of the field, and its own faults as they are', () => {
    const refuse = (): never => {
      throw new ValidationError('Expected a day.');
    };
    expect(parsed('day', () => 7)).toBe(7);
    expect(thrown(() => parsed('day', refuse))).toEqual(bad('day', '^day: Expected a day\\.$'));
    expect(() =>
      parsed('day', () => {
        throw new TypeError('a fault');
      }),
    ).toThrow(TypeError);
  });
});

describe('an as-of', () => {
  const above = { dateOfService: '2025-06-01', knownAt: '2025-07-01T00:00:00Z' };

  test.each<[Parameters<typeof asOfFrom>[0], Partial<typeof above>]>([
    [undefined, {}],
    [null, {}],
    [{}, {}],
    [{ dateOfService: null, knownAt: null }, {}],
    [{ dateOfService: '2024-02-29' }, { dateOfService: '2024-02-29' }],
    [{ knownAt: '2024-01-01T01:00:00+01:00' }, { knownAt: '2024-01-01T00:00:00Z' }],
  ])('%j keeps from above what it does not name', (given, changed) => {
    expect(asOfFrom(given, above)).toEqual({ ...above, ...changed });
  });

  test.each([
    ['dateOfService', '2025-02-30'],
    ['knownAt', '2025-01-01'],
  ])('whose %s is %s is refused by its name', (name, value) => {
    expect(thrown(() => asOfFrom({ [name]: value }, above))).toEqual(
      bad(`asOf.${name}`, `^asOf\\.${name}: `),
    );
  });
});
