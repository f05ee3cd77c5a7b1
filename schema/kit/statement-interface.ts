/** What every statement has in common, as an interface; its fields are declared in the files of the types that they lead to. */

import { builder, typeOfValue } from './builder.ts';
import type { Fact } from './fact.ts';

/** A single sourced assertion. */
export const StatementInterface = builder.interfaceRef<Fact>('Statement');

StatementInterface.implement({
  description: 'A single sourced assertion. A fact never appears in the graph outside a statement.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: typeOfValue,
});
