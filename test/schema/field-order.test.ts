/** The order in which the schema lists its fields: the same whichever file was read first, and one to read by. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { sdl } from '../../schema/tools/print.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../../schema');

/** Every file of the graph but those that read all others. */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && name !== join('tools', 'print.ts'))
  .sort();

const shuffled = files
  .map((name) => ({ name, by: createHash('sha256').update(name).digest('hex') }))
  .sort((one, other) => (one.by < other.by ? -1 : 1))
  .map(({ name }) => name);

/** The schema as a process of its own makes it that reads some files before all others: as SDL, and as clients list it. */
async function schemaAfter(first: readonly string[]): Promise<unknown> {
  const program = `
    for (const name of ${JSON.stringify(first)}) await import(${JSON.stringify(folder)} + '/' + name);
    const { sdl } = await import(${JSON.stringify(join(folder, 'tools/print.ts'))});
    const { schema } = await import(${JSON.stringify(join(folder, 'index.ts'))});
    const { printSchema } = await import('graphql');
    console.log(JSON.stringify([sdl(), printSchema(schema)]));`;
  const options = { cwd: join(folder, '..'), maxBuffer: 2 ** 26 };
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], options);
  return JSON.parse(stdout);
}

test.each([
  { order: 'backwards', first: files.toReversed() },
  { order: 'in a shuffled order', first: shuffled },
])(
  'the schema is the same when its files are read $order',
  async ({ first }) => {
    expect(first.length).toBeGreaterThan(60);
    expect(await schemaAfter(first)).toEqual([sdl(), printSchema(schema)]);
  },
  60_000,
);

const fieldsOf = (type: string) => {
  const found = schema.getType(type);
  return found && 'getFields' in found ? Object.keys(found.getFields()) : [];
};

test('a type begins with its id and what its table holds, as the dictionary has it; all else follows by name', () => {
  const code = fieldsOf('BillingCode');
  expect(code.slice(0, 6)).toEqual(['id', 'system', 'code', 'category', 'label', 'description']);
  const rest = code.slice(code.indexOf('family') + 1);
  expect(rest.length).toBeGreaterThan(20);
  expect(rest).toEqual(rest.toSorted());
  const statement = fieldsOf('CodeValidity');
  expect(statement.slice(0, 3)).toEqual(['id', 'code', 'codeStatus']);
  expect(statement.slice(3)).toEqual(statement.slice(3).toSorted());
});
