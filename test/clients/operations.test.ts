/** The example operations: each is answered within the limits, together they use every field, and clients can take them as they are. */

import {
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { serveGraph } from '../src/kit/exporting.ts';
import { ask } from '../src/kit/fixture.ts';
import { documentsOf, type Written } from './documents.ts';

const examples = documentsOf('examples/operations');
const all = [...examples, ...documentsOf('examples/questions')];

const operationsOf = ({ document }: Written): readonly OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

test('every example operation runs as it is and is answered without an error, within the limits of the server', async () => {
  const { url } = await serveGraph();
  for (const example of examples) {
    expect(validate(schema, example.document), example.file).toEqual([]);
    // A subscription may stand beside the query; what it sends has tests of its own.
    const [query, ...more] = operationsOf(example).filter(({ operation }) => operation === 'query');
    expect(more, `${example.file} holds one query`).toEqual([]);
    const { status, body } = await ask(url, { query: example.text, operationName: query?.name?.value });
    expect(body.errors, example.file).toBeUndefined();
    expect(status, example.file).toBe(200);
  }
}, 120_000);

test('the example operations use every field of the schema', () => {
  const used = new Set<string>();
  for (const { document } of examples) {
    const types = new TypeInfo(schema);
    const note = () => void used.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
    visit(document, visitWithTypeInfo(types, { Field: note }));
  }
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  expect(fields.length).toBeGreaterThan(1_000);
  expect(
    fields.filter((field) => !used.has(field)),
    'Select these on the page of examples/operations that tells of their type.',
  ).toEqual([]);
});

test('wherever a thing has an id it is asked for, so that a normalising cache can keep the answer', () => {
  for (const { file, document } of all) {
    const fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
    const asksForId = ({ selections }: SelectionSetNode): boolean =>
      selections.some((node) => {
        if (node.kind === Kind.FIELD) return node.name.value === 'id';
        if (node.kind === Kind.INLINE_FRAGMENT) return false;
        const fragment = fragments.get(node.name.value);
        return fragment !== undefined && asksForId(fragment.selectionSet);
      });
    const types = new TypeInfo(schema);
    const withoutId: string[] = [];
    visit(
      document,
      visitWithTypeInfo(types, {
        Field({ name, selectionSet }) {
          const type = getNamedType(types.getType());
          const hasId = (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
          if (selectionSet && hasId && !asksForId(selectionSet)) withoutId.push(name.value);
        },
      }),
    );
    expect(withoutId, file).toEqual([]);
  }
});

test('no selection is deeper than linters advise', () => {
  const tooDeep = all.filter(({ document }) => {
    const sets = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION
          ? [[definition.name.value, definition.selectionSet]]
          : [],
      ),
    );
    /** The depth of the deepest field, 0 at the root. */
    const deepest = (set: SelectionSetNode | undefined, depth: number): number =>
      Math.max(
        depth - 1,
        ...(set?.selections ?? []).map((node) => {
          if (node.kind === Kind.FIELD) return deepest(node.selectionSet, depth + 1);
          return deepest(
            node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : sets.get(node.name.value),
            depth,
          );
        }),
      );
    return document.definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && deepest(definition.selectionSet, 0) > 7,
    );
  });
  expect(tooDeep.map(({ file }) => file)).toEqual([]);
});

test('no two operations and no two fragments share a name, since clients make one type of each', () => {
  const names = all.flatMap(({ document }) =>
    document.definitions.map((definition) =>
      'name' in definition ? `${definition.kind} ${definition.name?.value}` : 'nameless',
    ),
  );
  expect(names.filter((name, i) => name === 'nameless' || names.indexOf(name) !== i)).toEqual([]);
});

test('every example operation says in its first line what it answers', () => {
  for (const { file, text } of examples) expect(text, file).toMatch(/^# [A-Z].+[.?]$/m);
});
