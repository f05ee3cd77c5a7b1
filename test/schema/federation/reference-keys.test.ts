/** What a reference of a router must hold for an entity to be found, on a synthetic type with two keys. */

import { buildSchema, GraphQLError, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { keyOf, referenceOf } from '../../../schema/federation/federation-key.ts';
import type { Reference } from '../../../schema/kit/entity.ts';

const type = buildSchema(`
  type Thing { id: ID!, owner: Owner, size: Int, tags: [String!] }
  type Owner { slug: String!, name: String }
  type Query { thing: Thing }`).getType('Thing');
if (!isObjectType(type)) throw new Error('There is no type Thing.');
const thing = type;
const keys = ['id', 'owner { slug name } size'].map(keyOf);
const found = (reference: Reference) => referenceOf(thing, keys, reference, 'representations[0]');
const owner = { slug: 'one', name: null };

test('a key is read as the fields that it selects', () => {
  expect(keys.map(({ fields }) => fields.map(({ name }) => name.value))).toEqual([['id'], ['owner', 'size']]);
});

describe('a reference', () => {
  test.each<[string, Reference, Reference]>([
    ['of the first key', { id: 'a' }, { id: 'a' }],
    ['of an id that is a number', { id: 7 }, { id: '7' }],
    ['of both keys, of which the first is taken', { id: 'a', owner, size: 1 }, { id: 'a' }],
    ['of the second', { owner, size: 1 }, { owner, size: 1 }],
    ['without a field that may be null', { owner }, { owner, size: null }],
    ['without a field below that may be null', { owner: { slug: 'one' }, size: 1 }, { owner, size: 1 }],
    ['without all of them', {}, { owner: null, size: null }],
    ['with more than the key', { id: 'a', label: 'A', __typename: 'Else' }, { id: 'a' }],
  ])('%s gives the fields of the key alone', (_title, reference, fields) => {
    expect(found(reference)).toEqual({ __typename: 'Thing', ...fields });
  });

  test('takes nothing that the reference only inherits', () => {
    const inherited = Object.create({ id: 'a' }) as Reference;
    expect(found(inherited)).toEqual({ __typename: 'Thing', owner: null, size: null });
  });

  test('finds nothing where a field is null that never is, unless another key is held', () => {
    const first = keys.slice(0, 1);
    expect(referenceOf(thing, first, { id: null }, 'at')).toBeNull();
    expect(found({ id: null, owner, size: 1 })).toEqual({ __typename: 'Thing', owner, size: 1 });
    expect(found({ id: null, owner: { slug: null }, size: 1 })).toBeNull();
  });

  /** What is thrown, as a router sees it. */
  const refused = (reference: Reference, some = keys) => {
    try {
      referenceOf(thing, some, reference, 'representations[0]');
    } catch (error) {
      if (error instanceof GraphQLError) return [error.extensions.field, error.message];
    }
    return [];
  };

  test('without any key is refused, and told which there are', () => {
    expect(refused({ size: 1 }, keys.slice(0, 1))).toEqual([
      'representations[0]',
      'representations[0] holds no key of Thing. Give the fields of "id".',
    ]);
    expect(refused({ owner: {}, size: 1 })).toEqual([
      'representations[0]',
      'representations[0] holds no key of Thing. Give the fields of "id" or "owner { slug name } size".',
    ]);
  });

  test.each<[Reference, string, RegExp]>([
    [{ id: {} }, 'representations[0].id', /: expected a value of ID, got \{\}\.$/],
    [{ id: true }, 'representations[0].id', /of ID, got true/],
    [{ owner: 'one' }, 'representations[0].owner', /of Owner, got "one"/],
    [{ owner: [owner] }, 'representations[0].owner', /of Owner, got \[/],
    [{ owner: { slug: 7 } }, 'representations[0].owner.slug', /of String, got 7/],
    [{ owner, size: 'large' }, 'representations[0].size', /of Int, got "large"/],
    [{ id: { text: 'x'.repeat(99) } }, 'representations[0].id', /got \{"text":"x{71}\.$/],
  ])('%j is refused where it is of another type', (reference, field, message) => {
    expect(refused(reference)).toEqual([field, expect.stringMatching(message)]);
  });
});
