/** Makes `graphql.ts`: the types of the page's operations by the schema, and each operation by its hash. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse } from 'graphql';
import { documentFiles, pageDocuments } from './documents.ts';

/** The file that is made, of types and of the operations of the first view. */
export const typesFile = join(import.meta.dirname, 'graphql.ts');

/** The file of the operations of all other views, so that the first is loaded without them. */
export const laterFile = join(import.meta.dirname, 'later.ts');

const read = (rawSDL: string) => ({ rawSDL, document: parse(rawSDL) });

/** What the file is to be. */
export async function printTypes(): Promise<string> {
  const { document: schema } = read(
    readFileSync(join(import.meta.dirname, '../../../schema/schema.graphql'), 'utf8'),
  );
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: `${import.meta.dirname}/`,
    schema,
    // The schema of a subgraph imports its directives; nothing here needs them.
    schemaAst: buildASTSchema(schema, { assumeValidSDL: true }),
    documents: documentFiles().map(({ file, text }) => ({ location: file, ...read(text) })),
    plugins: [],
    pluginMap: {},
    presetConfig: { fragmentMasking: false },
    config: {
      useTypeImports: true,
      immutableTypes: true,
      strictScalars: true,
      scalars: {
        ID: 'string',
        Code: 'string',
        Date: 'string',
        DateTime: 'string',
        Decimal: 'string',
        JSON: 'unknown',
        URL: 'string',
      },
    },
  });
  const wanted = outputs.find(({ filename }) => filename === typesFile);
  if (!wanted) throw new Error(`The preset makes no ${typesFile} any more: see what it calls it now.`);
  // The documents that the preset would write have every token; the page sends a hash.
  const plugins = wanted.plugins.filter((plugin) => !('typed-document-node' in plugin));
  const types = await codegen({ ...wanted, plugins });
  const own = pageDocuments().filter(({ first }) => first);
  return `${types.trimEnd()}\n\n${imports}\n\n${own.map(constant).join('\n\n')}\n`;
}

const imports = "import { type Published, published } from './published.ts';";

/** What that of the other views is to be. */
export function printLater(): string {
  const later = pageDocuments().filter(({ first }) => !first);
  const types = later.flatMap(({ name }) => [`${name}Query`, `${name}QueryVariables`]);
  return `/* eslint-disable */\nimport type { ${types.join(', ')} } from './graphql.ts';\n${imports}\n\n${later.map(constant).join('\n\n')}\n`;
}

function constant({ name, text }: { readonly name: string; readonly text: string }): string {
  const hash = createHash('sha256').update(text).digest('hex');
  const type = `Published<${name}Query, ${name}QueryVariables>`;
  return `export const ${name}Document: ${type} = /* @__PURE__ */ published('${hash}', \`${text.replaceAll('`', '\\`')}\`);`;
}
