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
  /** Whether the first view asks it, which is loaded with the page; the others come with theirs. */
  readonly first: boolean;
  /** As graphql-js prints it: the text of which the hash is made. */
  readonly text: string;
}

/** The files of operations and fragments, wherever in the page they are. */
export function documentFiles(): readonly { readonly file: string; readonly text: string }[] {
  return globSync('**/*.graphql', { cwd: web, exclude: (name) => name === 'node_modules' })
    .sort()
    .map((name) => ({ file: name, text: readFileSync(join(web, name), 'utf8') }));
}

/** The files of views that are loaded when they are opened: of all but the first and what every view has. */
const ofLaterView = /^app\/(?!answer\/|search\/)[^/]+\//;

/** The operations in the order of their names. */
export function pageDocuments(): readonly PageDocument[] {
  const definitions = documentFiles().flatMap(({ file, text }) =>
    parse(text).definitions.map((node: DefinitionNode) => ({ node, first: !ofLaterView.test(file) })),
  );
  const fragments = new Map(
    definitions.flatMap(({ node }) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  return definitions
    .flatMap(({ node, first }) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? [
            {
              name: node.name?.value ?? '',
              first,
              text: [node, ...used(node, fragments)].map(print).join('\n\n'),
            },
          ]
        : [],
    )
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
