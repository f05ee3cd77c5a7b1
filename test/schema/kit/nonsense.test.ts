/** Nonsense in any argument of any root field: a refusal with a code, or an honest answer; never an internal error, never SQL or a stack. */

import fc from 'fast-check';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../schema/kit/errors.ts';
import { query } from '../../kit/graph.ts';
import {
  documentOf,
  rootFields as fields,
  loadedOnlyRoots,
  sampleOf,
  samplesOf,
} from '../../kit/root-fields.ts';

const words = [
  '',
  ' ',
  '0',
  '77090',
  'zzzzz',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '\u0000',
  '\n',
  'ätna',
  '🦴',
  "Payer:' OR 1",
  "'; drop table payer; --",
  '%',
  '*',
  '../../etc/passwd',
  'Payer:aetna',
  'BillingCode:CPT:77090',
  'Policy:',
  ':',
  'Unicorn:1',
  '2025-02-30',
  '2025-13-01',
  '2025-10-15',
  '2025-10-15T00:00:00',
  '9999-12-31',
  '2025-10-15T00:00:00+25:00',
  'a'.repeat(300),
  '\\',
  '"',
  '<script>',
  '\ud800',
];
const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 20 }));
const number = fc.constantFrom(-1, 0, 1, 100, 101, 2 ** 31, -(2 ** 31), 1.5, 1e308);

/** Values for a type, mostly of its shape, with nonsense inside. */
function nonsense(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return nonsense(type.ofType);
  if (isListType(type)) {
    const item = nonsense(type.ofType);
    return fc.oneof(
      fc.constant([]),
      fc.array(item, { maxLength: 3 }),
      fc.array(word, { minLength: 501, maxLength: 501 }),
      item,
    );
  }
  if (isEnumType(type)) return fc.oneof(fc.constantFrom(...type.getValues().map(({ name }) => name)), word);
  if (isInputObjectType(type)) {
    const inside = Object.values(type.getFields()).map(
      (field) => [field.name, nonsense(field.type)] as const,
    );
    const required = Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map(({ name }) => name);
    return fc.oneof(
      { weight: 5, arbitrary: fc.record(Object.fromEntries(inside), { requiredKeys: required }) },
      { weight: 1, arbitrary: word },
    );
  }
  if (type.name === 'Int') return fc.oneof(number, word);
  if (type.name === 'Boolean') return fc.oneof(fc.boolean(), word);
  return fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: number });
}

/** What a client must never see. */
const internals =
  /\bselect\b.*\bfrom\b|sqlite|node_modules|\.ts:\d|\bat \w+ \(|Cannot read prop|is not a function|undefined \(/i;

test('every argument that a root field cannot do without has a good value here', () => {
  const missing = fields.flatMap((field) =>
    field.args
      .filter((arg) => isRequiredArgument(arg) && sampleOf(field.name, arg) === undefined)
      .map((arg) => `${field.name}.${arg.name}`),
  );
  expect(missing).toEqual([]);
});

test.each(fields.map(({ name }) => name))('%s answers its good values without an error', async (name) => {
  const { errors } = await run(name, {});
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
    loadedOnlyRoots.has(name) ? ['UNKNOWN_ID'] : undefined,
  );
});

async function run(name: string, given: Readonly<Record<string, unknown>>) {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`There is no root field ${name}.`);
  const values = { ...samplesOf(field), ...given };
  return query(documentOf(field, Object.keys(values)), values);
}

describe.each(fields.filter(({ args }) => args.length > 0))('$name', ({ name, args }) => {
  test.each(args)('refuses or answers whatever stands in $name', async (arg) => {
    const property = fc.asyncProperty(nonsense(arg.type), async (value) => {
      const { data, errors = [] } = await run(name, { [arg.name]: value });
      for (const error of errors) {
        expect(error.message).not.toMatch(internals);
        expect(error.message.length).toBeGreaterThan(10);
        // Without a path the request was refused before it ran: the value does not fit the type.
        if (error.path) expect(Object.keys(errorCodes)).toContain(error.extensions.code);
        else expect(error.originalError === undefined || error.message.startsWith('Variable')).toBe(true);
      }
      if (errors.length === 0 && !['node', 'nodes'].includes(name)) expect(data?.[name]).not.toBeNull();
    });
    await fc.assert(property, { numRuns: 15, seed: 2026, interruptAfterTimeLimit: 2000 });
  });
});

test.each([
  ['a list', [{ toString: false }]],
  ['an object', { toString: false }],
  ['a number', 20251015],
])('a day and a moment are text: %s is refused as a value of its variable', async (_, value) => {
  for (const part of ['dateOfService', 'knownAt']) {
    const document = 'query ($asOf: AsOfInput) { payers(asOf: $asOf) { slug } }';
    const { errors } = await query(document, { asOf: { [part]: value } });
    expect(errors?.[0]?.message).toMatch(/^Variable "\$asOf" got invalid value .*It is written as text/);
  }
});
