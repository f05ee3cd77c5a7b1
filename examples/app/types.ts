/** Makes the types of the page's questions from the schema: `npm run types` writes them, `--check` says whether they are what it would write. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse } from 'graphql';

const folder = join(import.meta.dirname, 'src/graph');
const made = join(folder, 'graphql.ts');

function readDocument(file: string) {
  const rawSDL = readFileSync(file, 'utf8');
  return { rawSDL, document: parse(rawSDL) };
}

async function make(): Promise<string> {
  const { document: schema } = readDocument(join(import.meta.dirname, '../../schema/schema.graphql'));
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, ...readDocument(join(folder, name)) }));
  // The preset also makes a tag function for documents within code; these stand in files of their own.
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/`,
    schema,
    // The schema of a subgraph imports its directives; nothing here needs them.
    schemaAst: buildASTSchema(schema, { assumeValidSDL: true }),
    documents,
    plugins: [],
    pluginMap: {},
    presetConfig: { fragmentMasking: false },
    config: {
      useTypeImports: true,
      immutableTypes: true,
      strictScalars: true,
      scalars: {
        Code: 'string',
        Date: 'string',
        DateTime: 'string',
        Decimal: 'string',
        JSON: 'unknown',
        URL: 'string',
      },
    },
  });
  const wanted = outputs.find(({ filename }) => filename === made);
  if (!wanted) throw new Error(`The preset makes no ${made} any more: see what it calls it now.`);
  return await codegen(wanted);
}

const types = await make();
if (!process.argv.includes('--check')) writeFileSync(made, types);
else if (readFileSync(made, 'utf8') !== types) {
  console.error('examples/app/src/graph/graphql.ts is not what the schema makes. Run `npm run types` there.');
  process.exitCode = 1;
}
