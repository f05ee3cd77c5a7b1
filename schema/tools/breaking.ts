/** Which changes between two schemas break clients, and whether the CHANGELOG names them. */

import { type BreakingChange, type BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';

/** How the library words each kind of change, and the coordinate of what is changed, as the GraphQL spec writes it. */
const coordinates: Readonly<Record<BreakingChangeType, readonly [words: RegExp, coordinate: string]>> = {
  TYPE_REMOVED: [/^(?:Standard scalar )?(\w+) was removed/, '$1'],
  TYPE_CHANGED_KIND: [/^(\w+) changed from /, '$1'],
  TYPE_REMOVED_FROM_UNION: [/^\w+ was removed from union type (\w+)\.$/, '$1'],
  VALUE_REMOVED_FROM_ENUM: [/^(\w+) was removed from enum type (\w+)\.$/, '$2.$1'],
  REQUIRED_INPUT_FIELD_ADDED: [/^A required field (\w+) on input type (\w+) was added\.$/, '$2.$1'],
  IMPLEMENTED_INTERFACE_REMOVED: [/^(\w+) no longer implements interface \w+\.$/, '$1'],
  FIELD_REMOVED: [/^(\w+\.\w+) was removed\.$/, '$1'],
  FIELD_CHANGED_KIND: [/^(\w+\.\w+) changed type from /, '$1'],
  REQUIRED_ARG_ADDED: [/^A required arg (\w+) on (\w+\.\w+) was added\.$/, '$2($1:)'],
  ARG_REMOVED: [/^(\w+\.\w+) arg (\w+) was removed\.$/, '$1($2:)'],
  ARG_CHANGED_KIND: [/^(\w+\.\w+) arg (\w+) has changed type from /, '$1($2:)'],
  DIRECTIVE_REMOVED: [/^(\w+) was removed\.$/, '@$1'],
  DIRECTIVE_ARG_REMOVED: [/^(\w+) was removed from (\w+)\.$/, '@$2($1:)'],
  REQUIRED_DIRECTIVE_ARG_ADDED: [/^A required arg (\w+) on directive (\w+) was added\.$/, '@$2($1:)'],
  DIRECTIVE_REPEATABLE_REMOVED: [/^Repeatable flag was removed from (\w+)\.$/, '@$1'],
  DIRECTIVE_LOCATION_REMOVED: [/^\w+ was removed from (\w+)\.$/, '@$1'],
};

/** The coordinate of what a change breaks, such as `BillingCode.label` or `Query.payer(slug:)`. */
function coordinateOf({ type, description }: BreakingChange): string {
  const [words, coordinate] = coordinates[type];
  const found = words.exec(description);
  if (!found)
    throw new Error(`${type} is worded in a new way: mend schema/tools/breaking.ts. ${description}`);
  return coordinate.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
}

/** The text of a CHANGELOG under "Unreleased"; empty when it has no such heading. */
function unreleased(changelog: string): string {
  return /^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
}

/** A sentence for each change between two SDLs that breaks clients and is not named under "Unreleased". */
export function unannounced(before: string, after: string, changelog: string): readonly string[] {
  const options = { assumeValidSDL: true };
  const announced = unreleased(changelog);
  return findBreakingChanges(buildSchema(before, options), buildSchema(after, options)).flatMap((change) => {
    const coordinate = `\`${coordinateOf(change)}\``;
    if (announced.includes(coordinate)) return [];
    return `Breaks clients: ${change.description} Name ${coordinate} in CHANGELOG under "Unreleased", with what to write instead.`;
  });
}
