/** The estimate of an operation against what it returns: never under a third of it, for every field of the schema. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../../bench/generate.ts';
import { scales } from '../../../bench/scale.ts';
import { openRelease, type Release } from '../../../db/release/release.ts';
import { tables } from '../../../db/tables/index.ts';
import { schema } from '../../../schema/index.ts';
import { sizesOf } from '../../../schema/kit/growth.ts';
import { estimateOf } from '../../kit/estimated.ts';
import { query, release as seeded } from '../../kit/graph.ts';
import { rootFields, samplesOf } from '../../kit/root-fields.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Values of an answer as they are estimated: one for each key, and one for each further item of a list. */
function valuesOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce((sum: number, item) => sum + valuesOf(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  return Object.values(answer).reduce(
    (sum: number, value) => sum + (Array.isArray(value) ? Math.max(1, value.length) : 1) + valuesOf(value),
    0,
  );
}

/** Asks, and tells estimate and values where the estimate is under a third of them. */
async function under(document: string, variables: Variables, release: Release): Promise<string | undefined> {
  const { data, errors = [] } = await query(document, variables, { of: release });
  // The generated graph does not hold all that the arguments name.
  if (errors.some(({ extensions }) => extensions.code !== 'UNKNOWN_ID'))
    throw new Error(`${errors.map(({ message }) => message).join()}: ${document}`);
  const [estimate, values] = [estimateOf(document, variables, sizesOf(release)), valuesOf(data)];
  return estimate * 3 >= values ? undefined : `${estimate} for ${values}: ${document}`;
}

const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && 'pageInfo' in type.getFields();

/** The least that can be selected of a field, all pages of a connection as one. */
function least(output: GraphQLOutputType): string {
  const type = getNamedType(output);
  if (isLeafType(type)) return '';
  return isConnection(type) ? '{ nodes { __typename } }' : '{ __typename }';
}

/** Good values of arguments below the root. */
const nested: Readonly<Record<string, string>> = { fields: '[STATEMENT_TYPE, RANK]' };

/** A field with what it cannot do without, and the largest page. */
function asked({ name, type, args }: GraphQLField<unknown, unknown>): string {
  const given = args.flatMap((arg) => {
    if (arg.name === 'first') return [`first: ${isConnection(getNamedType(type)) ? 100 : 20}`];
    return isRequiredArgument(arg) ? [`${arg.name}: ${nested[arg.name] ?? 'MISSING'}`] : [];
  });
  return given.length > 0 ? `${name}(${given.join(', ')})` : name;
}

const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'),
);
const roots = new Set(['Query', 'Subscription']);

describe.each(['the seed', 'a generated graph'])('on %s', (of) => {
  let release = seeded;
  beforeAll(() => {
    if (of === 'the seed') return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-'));
    const file = join(folder, 'generated.sqlite');
    generate(file, scales.small);
    release = openRelease(file);
    return () => {
      release.close();
      rmSync(folder, { recursive: true });
    };
  });

  test('every field of everything that has an id, asked of the first five hundred', async () => {
    const wrong: (string | undefined)[] = [];
    for (const type of objects) {
      const table = tables.find((each) => each.type === type.name);
      if (!table) continue;
      const rows = release.store.all<{ id: string }>(`select id from ${table.name} order by id limit 500`);
      const ids = rows.map(({ id }) => id);
      for (const field of Object.values(type.getFields())) {
        const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${asked(field)} ${least(field.type)} } } }`;
        wrong.push(await under(document, { ids }, release));
      }
    }
    expect(wrong.filter(Boolean)).toEqual([]);
  });
});

test('what is named five hundred times is estimated five hundred times', async () => {
  const most = seeded.store.get<{ id: string }>(
    'select payer_id as id from coverage group by payer_id order by count(*) desc limit 1',
  )?.id;
  const edge = 'coverage(first: 100) { nodes { id } }';
  const times = <T>(value: T) => Array.from({ length: 500 }, () => value);
  const wrong = [
    await under(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Payer { ${edge} } } }`,
      { ids: times(most) },
      seeded,
    ),
    await under(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Payer { ${edge} } } }`,
      { of: times({ __typename: 'Payer', id: most }) },
      seeded,
    ),
    await under(
      `query ($of: [Code!]!) { billingCodes(codings: $of) { ${edge} } }`,
      { of: times({ code: '77090' }) },
      seeded,
    ),
    // The same payer behind each of many policies.
    await under(`{ payers { policies(first: 100) { nodes { payer { ${edge} } } } } }`, {}, seeded),
  ];
  expect(wrong.filter(Boolean)).toEqual([]);
});

/** For each type without an id, the shortest way from a root field to it. */
function ways(): ReadonlyMap<
  string,
  { readonly before: string; readonly after: string; readonly root: string }
> {
  const found = new Map<string, { readonly before: string; readonly after: string; readonly root: string }>();
  let level = rootFields.map((field) => ({
    type: getNamedType(field.type),
    root: field.name,
    before: '',
    after: '',
  }));
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { type, root, before, after } of level) {
      const targets: readonly GraphQLNamedType[] =
        isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : [type];
      for (const target of targets) {
        if (!isObjectType(target) || found.has(target.name)) continue;
        const on = target === type ? '' : `... on ${target.name} { `;
        const way = { root, before: `${before}${on}`, after: `${on ? ' }' : ''}${after}` };
        found.set(target.name, way);
        for (const field of Object.values(target.getFields())) {
          if (isLeafType(getNamedType(field.type))) continue;
          const into = { before: `${way.before}${asked(field)} { `, after: ` }${way.after}` };
          next.push({ type: getNamedType(field.type), root, ...into });
        }
      }
    }
    level = next;
  }
  return found;
}

test('every field of every type, by the shortest way from a root field', async () => {
  const wrong: (string | undefined)[] = [];
  for (const [name, { root, before, after }] of ways()) {
    const type = schema.getType(name);
    const from = rootFields.find((field) => field.name === root);
    if (!isObjectType(type) || !from) throw new Error(`No way to ${name}.`);
    const values = samplesOf(from);
    const args = from.args.filter((arg) => arg.name in values);
    const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const bound = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    for (const field of Object.values(type.getFields())) {
      if (roots.has(name)) continue;
      const inner = `${before}${asked(field)} ${least(field.type)}${after}`;
      const document = `query ${declared && `(${declared})`} { ${root}${bound && `(${bound})`} { ${inner} } }`;
      wrong.push(await under(document, values, seeded));
    }
  }
  expect(wrong.filter(Boolean)).toEqual([]);
});
