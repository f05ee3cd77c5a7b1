/** GraphQL enums, made from the closed lists of the store on first use. */

import type { EnumRef } from '@pothos/core';
import type { Enum, ValueOf } from '../../db/enums/index.ts';
import { builder } from './builder.ts';

const made = new Map<string, unknown>();

/** The GraphQL enum of a closed list. */
export function enumOf<E extends Enum>(list: E) {
  type Ref = EnumRef<(typeof builder)['$inferSchemaTypes'], ValueOf<E>>;
  let ref = made.get(list.name);
  if (!ref) {
    const values = Object.fromEntries(
      Object.entries(list.values).map(([value, description]) => [value, { description }]),
    );
    ref = builder.enumType(list.name, { description: list.description, values });
    made.set(list.name, ref);
  }
  return ref as Ref; // one list has one name
}
