/** Measures the shape of a document, with fragments expanded, before validation spends time on it. */

import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { figure, type RefusalCode, refusal } from '../kit/refusal.ts';
import { limits } from './limits.ts';

interface DocumentSize {
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly depth: number;
}

const none: DocumentSize = { fields: 0, aliases: 0, directives: 0, depth: 0 };

/** Throws a refusal when a document exceeds one of the `limits`; needs no schema. */
export function checkDocumentSize(document: DocumentNode): void {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  requireAtMost(
    'TOO_MANY_OPERATIONS',
    'operations',
    operations.length,
    limits.operations,
    'send them one by one',
  );
  requireAtMost(
    'TOO_MANY_FRAGMENTS',
    'fragments',
    fragments.length,
    limits.fragments,
    'write short ones out in place',
  );

  const walk = walker(fragments);
  const shapes = operations.map((node) =>
    withDirectives(walk.selections(node.selectionSet), node.directives),
  );
  const unused = fragments.map((node) => node.name.value).filter((name) => !walk.seen.has(name));
  const shape = [...shapes, ...unused.map(walk.fragment)].reduce(sum, none);
  requireAtMost('TOO_DEEP', 'levels of fields', shape.depth, limits.depth, 'nest fewer fields');
  requireAtMost('TOO_MANY_FIELDS', 'fields', shape.fields, limits.fields, 'select fewer of them');
  requireAtMost(
    'TOO_MANY_ALIASES',
    'aliases',
    shape.aliases,
    limits.aliases,
    'use a field that takes a list',
  );
  requireAtMost(
    'TOO_MANY_DIRECTIVES',
    'directives',
    shape.directives,
    limits.directives,
    'use fewer of them',
  );
}

function requireAtMost(code: RefusalCode, what: string, found: number, limit: number, remedy: string): void {
  if (found <= limit) return;
  const counted = `The document has ${figure(found)} ${what}, its fragments written out`;
  throw refusal(code, `${counted}; the limit is ${figure(limit)}. To stay below it, ${remedy}.`);
}

/** Each fragment is walked once and its shape kept, so 2^16 spreads of fragments cost 16 walks. */
function walker(fragments: readonly FragmentDefinitionNode[]) {
  const named = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const seen = new Map<string, DocumentSize>();

  function fragment(name: string): DocumentSize {
    const before = seen.get(name);
    if (before) return before;
    // Validation reports a recursive fragment; here it must only not loop.
    seen.set(name, none);
    const node = named.get(name);
    const shape = node ? withDirectives(selections(node.selectionSet), node.directives) : none;
    seen.set(name, shape);
    return shape;
  }

  function selections(set: SelectionSetNode): DocumentSize {
    let total = none;
    for (const node of set.selections) {
      let shape = none;
      if (node.kind === Kind.FRAGMENT_SPREAD) shape = fragment(node.name.value);
      else if (node.selectionSet) shape = selections(node.selectionSet);
      if (node.kind === Kind.FIELD) {
        const aliases = shape.aliases + (node.alias ? 1 : 0);
        shape = { ...shape, aliases, fields: shape.fields + 1, depth: shape.depth + 1 };
      }
      total = sum(total, withDirectives(shape, node.directives));
    }
    return total;
  }

  return { seen, fragment, selections };
}

function withDirectives(shape: DocumentSize, directives: readonly unknown[] | undefined): DocumentSize {
  return directives?.length ? { ...shape, directives: shape.directives + directives.length } : shape;
}

function sum(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    depth: Math.max(one.depth, other.depth),
  };
}
