/** `npm run rates`: tells which rates are stored row by row, and removes those that nobody names. */

import { parseArgs } from 'node:util';
import { databaseFile } from '../../kit/database-file.ts';
import { prune, type StoredFile, storedFiles } from './stored-files.ts';

const usage = `npm run rates -- [prune]

Lists the files of the store of rates: name, rows, bytes, by what each is in use, and the file that was loaded.

  prune              remove those that no release of DATABASE, no loaded file and no shard names
  --only-here        of a store that RATES names: no release of another database rests on it
  --json             tell the result as JSON
  --help             this text

DATABASE names the database file, RATES the store; see docs/rates.md.`;

const count = (n: number | undefined) => (n === undefined ? '–' : n.toLocaleString('en-US'));

function lineOf({ file, rows, bytes, inUse }: StoredFile): string {
  const use = inUse ? `${inUse.by.padEnd(7)}  ${inUse.source}` : 'nobody';
  return `${file.padEnd(19)}  ${count(rows).padStart(13)} rates  ${count(bytes).padStart(15)} bytes  ${use}`;
}

function summaryOf(files: readonly StoredFile[], what: string): string {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const many = (n: number, word: string) => `${count(n)} ${word}${n === 1 ? '' : 's'}`;
  return `${many(files.length, 'file')} with ${many(rows, 'rate')} ${what}.`;
}

try {
  const { values, positionals } = parseArgs({
    options: {
      'only-here': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [command, ...more] = positionals;
  if (values.help || more.length > 0 || (command !== undefined && command !== 'prune')) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const { RATES: rates, RATES_PASSWORD: password } = process.env;
    if (command && rates && !values['only-here'])
      throw new Error(
        `RATES names ${rates.replace(/\/\/[^/@]*@/, '//…@')}: releases of other databases may rest on it, which this one does not see. Add --only-here where none does.`,
      );
    const settings = { database: databaseFile(), rates, password };
    const files = await (command ? prune(settings) : storedFiles(settings));
    const what = command ? 'removed' : 'stored';
    console.log(
      values.json
        ? JSON.stringify(files, undefined, 2)
        : [...files.map(lineOf), summaryOf(files, what)].join('\n'),
    );
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
