/** Values from hell: what a client might send in the place of anything. */

import fc from 'fast-check';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

const words = [
  ...['', ' ', '0', '77080', '77090', '00000', 'zzzzz', 'null', '__proto__', 'constructor', 'toString'],
  ...['\u0000', '77080\u0000', '\n', 'ätna', '🦴', '\ud800', '\udfff\ud800', '\u202e', '\ufeff77080'],
  ...["'; drop table payer; --", '"', '\\', '%', '_', '*', '<script>', '../../etc/passwd', '/etc/passwd'],
  ...['AND', 'NEAR(', '"bone', 'bone*', '-bone', 'bone OR', '(((', '^', ':', 'a:b', '{', '[]'],
  ...['aetna', 'Payer:aetna', 'Payer:', 'Payer:aetna:x', 'BillingCode:CPT:77080', 'Policy:', 'Unicorn:1'],
  ...['ServiceFamily:trabecular-bone-score', 'ServiceFamily:dxa-vfa', 'Workflow:tbs-remote', 'M81.0', '26'],
  ...[
    '2025-10-15',
    '2025-02-30',
    '0000-00-00',
    '9999-12-31',
    '-000001-01-01',
    '+275760-09-13',
    '2025-10-15T00:00:00Z',
  ],
  ...[
    '2026-11-24T00:00:00Z',
    '2025-10-15T00:00:00+25:00',
    '1e400',
    '-1',
    '0.1',
    '1,5',
    'NaN',
    'CA',
    'Los Angeles',
  ],
  'a'.repeat(300),
  'bone '.repeat(400),
  'é'.repeat(2_000),
];

const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const number = fc.constantFrom(-1, 0, 1, 100, 101, 2 ** 31, -(2 ** 31), 1.5, 1e308, -1e308, 2 ** 53, 1e-320);

/** JSON that nests to a depth, as a mark: as a value it would be too deep for the generator itself. */
const nested = fc
  .record({ kind: fc.constantFrom('list', 'object'), depth: fc.constantFrom(3, 60, 3_000, 20_000) })
  .map(({ kind, depth }) => `@${kind} ${depth}`);

/** JSON as it is sent: with what the first marks stand for; a list may repeat one by the hundred. */
export function withNested(json: string): string {
  let left = 3;
  return json.replace(/"@(list|object) (\d+)"/g, (mark, kind, depth) => {
    left -= 1;
    if (left < 0) return mark;
    return kind === 'list'
      ? `${'['.repeat(Number(depth))}"deep"${']'.repeat(Number(depth))}`
      : `${'{"a":'.repeat(Number(depth))}"deep"${'}'.repeat(Number(depth))}`;
  });
}

/** Anything at all. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  word,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  nested,
  fc.jsonValue({ maxDepth: 3 }),
);

const made = new Map<string, fc.Arbitrary<unknown>>();

/** Mostly values of the shape of a type, with nonsense inside. */
export function valueFor(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  const name = `${type} ${depth}`;
  const found =
    made.get(name) ??
    fc.oneof({ weight: 12, arbitrary: shapedAs(type, depth) }, { weight: 1, arbitrary: anything });
  made.set(name, found);
  return found;
}

function shapedAs(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return shapedAs(type.ofType, depth);
  if (isListType(type)) {
    const item = depth > 3 ? fc.constant(null) : valueFor(type.ofType, depth + 1);
    return fc.oneof(
      { weight: 6, arbitrary: fc.array(item, { maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(1, 500, 501).chain((n) => item.map((one) => Array(n).fill(one))),
      },
      { weight: 1, arbitrary: item },
    );
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    if (depth > 3) return fc.constant({});
    const fields = Object.values(type.getFields());
    return fc.record(
      Object.fromEntries(fields.map((field) => [field.name, valueFor(field.type, depth + 1)])),
      {
        requiredKeys: fields.filter(isRequiredInputField).map(({ name }) => name),
      },
    );
  }
  if (type.name === 'Int') return fc.oneof(fc.constantFrom(1, 2, 5, 20), number);
  if (type.name === 'Boolean') return fc.boolean();
  return word;
}

/** A text for a parameter or a header. */
export const textFromHell = word;
