/** The operations of the page: each as one document with the fragments that it uses, as it is published. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

const web = join(import.meta.dirname, '..');

/** A published operation of the page. */
export interface PageDocument {
  readonly name: string;
  /** As graphql-js prints it: the text of which the hash is made. */
  readonly text: string;
}

/** The files of operations and fragments, wherever in the page they are. */
export function documentFiles(): readonly { readonly file: string; readonly text: string }[] {
  return globSync('**/*.graphql', { cwd: web, exclude: (name) => name === 'node_modules' })
    .sort()
    .map((name) => ({ file: name, text: readFileSync(join(web, name), 'utf8') }));
}

/** The operations in the order of their names. */
export function pageDocuments(): readonly PageDocument[] {
  const definitions: readonly DefinitionNode[] = documentFiles().flatMap(
    ({ text }) => parse(text).definitions,
  );
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  return definitions
    .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({
      name: operation.name?.value ?? '',
      text: [operation, ...used(operation, fragments)].map(print).join('\n\n'),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function used(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FragmentDefinitionNode[] {
  const found = new Set<FragmentDefinitionNode>();
  const look = (node: DefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`There is no fragment ${name.value}.`);
        if (found.has(fragment)) return;
        found.add(fragment);
        look(fragment);
      },
    });
  look(operation);
  return [...found].sort((one, other) => (one.name.value < other.name.value ? -1 : 1));
}
