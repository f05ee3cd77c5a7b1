/** Finds deprecations that do not help clients: without the day since when, or without what to use instead. */

import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** A day and the replacement, such as "Since 2026-11-24: use `BillingCode.family`." */
const form = /^Since \d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]): use \S[^\n]*\.$/;

interface Deprecated {
  readonly at: string;
  readonly reason: string;
}

function within(schema: GraphQLSchema): readonly Deprecated[] {
  const listed = (at: string, reason: string | null | undefined): Deprecated[] =>
    typeof reason === 'string' ? [{ at, reason }] : [];
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isEnumType(type))
      return type
        .getValues()
        .flatMap((value) => listed(`${type.name}.${value.name}`, value.deprecationReason));
    if (isInputObjectType(type))
      return Object.values(type.getFields()).flatMap((field) =>
        listed(`${type.name}.${field.name}`, field.deprecationReason),
      );
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      ...listed(`${type.name}.${field.name}`, field.deprecationReason),
      ...field.args.flatMap((arg) =>
        listed(`${type.name}.${field.name}(${arg.name}:)`, arg.deprecationReason),
      ),
    ]);
  });
}

/** A sentence for each deprecation in a schema that does not say since when, or what to use instead. */
export function vagueDeprecations(schema: GraphQLSchema): readonly string[] {
  return within(schema)
    .filter(({ reason }) => !form.test(reason))
    .map(
      ({ at, reason }) =>
        `${at} is deprecated with "${reason}": write "Since YYYY-MM-DD: use ….", with what stands in its place.`,
    );
}
