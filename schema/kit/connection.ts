/** One connection type per node type, whatever the field: `CoverageStatementConnection`, `CoverageStatementEdge`. */

import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { builder } from './builder.ts';
import type { Fact } from './fact.ts';
import type { SchemaTypes } from './fields-from-columns.ts';

type NodeRef = ObjectRef<SchemaTypes, Fact> | InterfaceRef<SchemaTypes, Fact>;

function make(type: NodeRef) {
  const connection = {
    type: type as ObjectRef<SchemaTypes, Fact>,
    name: `${type.name}Connection`,
    description: `A page of ${type.name}.`,
  };
  return builder.connectionObject(connection, {
    name: `${type.name}Edge`,
    description: `A ${type.name} on a page.`,
  });
}

const made = new Map<string, ReturnType<typeof make>>();

/** The connection type over a node type, made on first use. */
export function connectionOf(type: unknown): ReturnType<typeof make> {
  const node = type as NodeRef; // whatever its row, a node has an id
  const found = made.get(node.name) ?? make(node);
  made.set(node.name, found);
  return found;
}
