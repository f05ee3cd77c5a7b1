/** The command `npm run load`, on its own thread (see main.ts): loads official files and reports what they brought. */

import { parseArgs } from 'node:util';
import { parseDay } from '../../../db/kit/as-of.ts';
import { progressBar } from '../../kit/progress.ts';
import { stopper, terminal } from '../../kit/stoppable.ts';
import { FileError } from '../format/file.ts';
import { codesOf } from './codes.ts';
import { type LoadReport, load } from './load.ts';
import { rawRows } from './raw.ts';
import { summary } from './summary.ts';

const usage = `npm run load -- <file or folder or zip>…

Loads what CMS, payers and hospitals publish: each file is recognised by its content.

  --dry-run          read and check everything, tell what it would bring, change nothing
  --as FORMAT        take every file for this format
  --release NAME     the release, where neither content nor name tells, such as RVU25D
  --from DAY         the first day on which it holds, where neither tells, as YYYY-MM-DD
  --published DAY    the day of its publication, as YYYY-MM-DD
  --codes LIST       keep only these codes: codes or short names of service families, separated by commas
  --raw FILE         write every figure that price distributions are made of to this file, a JSON object a line
  --json             tell the result as JSON
  --help             this text

DATABASE names the database file, .data/coverage.sqlite where it is not set.`;

const options = {
  'dry-run': { type: 'boolean', default: false },
  as: { type: 'string' },
  release: { type: 'string' },
  from: { type: 'string' },
  published: { type: 'string' },
  codes: { type: 'string' },
  raw: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const database = process.env.DATABASE ?? '.data/coverage.sqlite';

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help || positionals.length === 0) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const bar = progressBar(terminal(), values.json);
    const { as, release } = values;
    const from = dayOf('--from', values.from);
    const published = dayOf('--published', values.published);
    const raw = values.raw === undefined ? undefined : rawRows(values.raw);
    const report = await load({
      database,
      paths: positionals,
      ...{ as, release, from, published },
      codes: values.codes === undefined ? undefined : codesOf(values.codes),
      dryRun: values['dry-run'],
      raw: raw?.row,
      now: new Date(),
      log: bar.line,
      progress: bar.read,
      stopper: stopper(),
    });
    raw?.end();
    bar.end();
    tell(report, values.json, values['dry-run']);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`Nothing was changed: ${database} is as it was.`);
  process.exitCode = 1;
}

/** A day as a user writes it; throws a FileError that names the option. */
function dayOf(option: string, found: string | undefined): string | undefined {
  try {
    return found === undefined ? undefined : parseDay(found);
  } catch (error) {
    throw new FileError({ path: option }, error instanceof Error ? error.message : String(error));
  }
}

function tell(report: LoadReport, json: boolean, dryRun: boolean): void {
  const options = summary(report, dryRun);
  console.log(json ? JSON.stringify(options.machine, undefined, 2) : options.text);
}
