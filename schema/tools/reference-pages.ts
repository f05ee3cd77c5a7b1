/** The reference documentation: every page of it as Markdown, made from the SDL. */

import { buildSchema, type GraphQLSchema } from 'graphql';
import { entityDiagram, statementDiagram } from './reference-diagram.ts';
import { explained, kindOf, kinds } from './reference-kind.ts';
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
      `${types.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ')}`,
      ...types.map((type) => sectionOf(type, schema)),
    ];
    pages.set(`${page}.md`, `${text.join('\n\n').trim()}\n`);
  }
  return pages;
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

| page | types | what is on it |
| ---- | ----- | ------------- |
${rows.join('\n')}

## Entities and how they lead to each other

Square: entities. On an arrow: the fields that lead from one to the other. Everything leads to its sources as well.

${entityDiagram(schema)}

## Statements and what they speak of

Round: statements, those that speak of the same kinds of entities in one shape. Every entity has fields that give the
statements about it, and every statement its citations.

${statementDiagram(schema)}
`;
}
