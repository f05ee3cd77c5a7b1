/** The reference documentation: every page of it as Markdown, made from the SDL. */

import { buildSchema, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { firstTypes } from '../field-order.ts';
import { entityDiagram, statementDiagram } from './reference-diagram.ts';
import { explained, kindOf, kinds } from './reference-kind.ts';
import { subjectOf, subjects } from './reference-subject.ts';
import { sectionOf } from './reference-type.ts';

/** On top of every page. */
const made =
  '<!-- Made by `npm run sdl` from the schema. Edit the descriptions in schema/ and db/tables/index.ts instead. -->';

/** The pages by the name of their file. */
export function referencePages(sdl: string): ReadonlyMap<string, string> {
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const pages = new Map([['README.md', overview(schema)]]);
  for (const { page, title, about } of kinds) {
    const types = explained(schema).filter((type) => kindOf(type).page === page);
    const text = [
      made,
      `# ${title}`,
      `${about} [All pages](README.md).`,
      ...(page === 'pages' ? [pageArguments] : []),
      ...bySubject(types).map(
        ([title, some]) =>
          `**${title}**: ${some.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ')}`,
      ),
      ...bySubject(types).flatMap(([title, some]) => [
        `## ${title}`,
        ...some.map((type) => sectionOf(type, schema)),
      ]),
    ];
    pages.set(`${page}.md`, `${text.join('\n\n').trim()}\n`);
  }
  return pages;
}

/** Types by the title of their subject, in the order of the subjects; those to begin with first in each. */
function bySubject(
  types: readonly GraphQLNamedType[],
): readonly (readonly [string, readonly GraphQLNamedType[]])[] {
  const rank = ({ name }: GraphQLNamedType) =>
    firstTypes.includes(name) ? firstTypes.indexOf(name) : firstTypes.length;
  const groups = Map.groupBy(types, ({ name }) => subjectOf(name));
  return Object.entries(subjects).flatMap(([subject, title]) => {
    const some = groups.get(subject)?.toSorted((one, other) => rank(one) - rank(other));
    return some ? [[title, some] as const] : [];
  });
}

const pageArguments = `### Arguments

Every connection is read with these; without any it gives its first page.

- **\`first\`** [\`Int\`](scalars.md#int): At most so many, counted from the beginning or from \`after\`.
- **\`after\`** [\`String\`](scalars.md#string): Only what comes after this cursor, which an earlier page gave. Opaque.
- **\`last\`** [\`Int\`](scalars.md#int): At most so many, counted from the end or from \`before\`.
- **\`before\`** [\`String\`](scalars.md#string): Only what comes before this cursor, which an earlier page gave. Opaque.`;

function overview(schema: GraphQLSchema): string {
  const all = explained(schema);
  const rows = kinds.map(({ page, title, about }) => {
    const count = all.filter((type) => kindOf(type).page === page).length;
    return `| [${title}](${page}.md) | ${count} | ${about} |`;
  });
  return `${made}

# Reference

Every type, field, argument and value of the graph, with what it means. Questions with their answers are in
[Ask the graph](../ask-the-graph.md).

**Begin with these fifteen**: ${firstTypes.map((name) => linked(schema, name)).join(' → ')}.

| page | types | what is on it |
| ---- | ----- | ------------- |
${rows.join('\n')}

## By subject

Each page lists its types by subject; pages of lists are left out here.

| subject | types |
| ------- | ----- |
${bySubject(all.filter((type) => !['pages', 'queries'].includes(kindOf(type).page)))
  .map(([title, some]) => `| ${title} | ${some.map(({ name }) => linked(schema, name)).join(', ')} |`)
  .join('\n')}

## Entities and how they lead to each other

Square: entities. On an arrow: the fields that lead from one to the other. Everything leads to its sources as well.

${entityDiagram(schema)}

## Statements and what they speak of

Round: statements, those that speak of the same kinds of entities in one shape. Every entity has fields that give the
statements about it, and every statement its citations.

${statementDiagram(schema)}
`;
}

function linked(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!type) throw new Error(`The schema has no type ${name}: mend schema/tools/reference-subject.ts.`);
  return `[${name}](${kindOf(type).page}.md#${name.toLowerCase()})`;
}
