/** Billing codes as clients name them: the scalar `Code`, and what it is read as. */

import { GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { CodeSystem } from '../../db/enums/index.ts';
import { builder, type Coding } from '../kit/builder.ts';

const wanted = 'Give a code as text, such as "77090" or "CPT:77090".';

/** A value of a client as a code; what is in its text is judged where it is used, so that one that is none sinks no other. */
function codingFrom(value: unknown): Coding {
  if (typeof value === 'string') return { code: value };
  if (typeof value === 'object' && value !== null) {
    const { code, system, ...others } = value as Readonly<Record<string, unknown>>;
    const known = system == null || Object.hasOwn(CodeSystem.values, String(system));
    if (typeof code === 'string' && known && Object.keys(others).length === 0)
      return { code, system: (system ?? null) as Coding['system'] };
  }
  throw new GraphQLError(`${String(JSON.stringify(value)).slice(0, 80)} is no code. ${wanted}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A literal of a document; a variable within one is not known before it runs, and may be any text. */
function literal(node: ValueNode, variables?: Readonly<Record<string, unknown>> | null): Coding {
  if (node.kind !== Kind.OBJECT || variables)
    return codingFrom(valueFromASTUntyped(node, variables as Record<string, unknown> | null));
  const given = node.fields.map(({ name, value }) => [
    name.value,
    value.kind === Kind.VARIABLE ? (name.value === 'code' ? '' : null) : valueFromASTUntyped(value),
  ]);
  return codingFrom(Object.fromEntries(given));
}

/** A code as clients name it. */
export const Code = builder.scalarType('Code', {
  specifiedByURL: 'https://www.cms.gov/Medicare/Coding/MedHCPCSGenInfo',
  description:
    'A billing code as clients name it: "77090", "CPT:77090" or "BillingCode:CPT:77090", such as codes are written anywhere else, in any case. Where a component is meant, "77080-26" is what the code reports with that modifier. An object `{ system, code }` is read as well, with the system of `CodeSystem`.',
  serialize: String,
  parseValue: codingFrom,
  parseLiteral: literal,
});
