/** The command `npm run load`, on its own thread (see main.ts): fetches what is named, loads official files, reports what they brought. */

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDay } from '../../../db/kit/as-of.ts';
import { databaseFile } from '../../kit/database-file.ts';
import { progressBar } from '../../kit/progress.ts';
import { stopper, terminal } from '../../kit/stoppable.ts';
import { isName } from '../fetch/fetch.ts';
import { FileError } from '../format/file.ts';
import { fetched, status, withoutNetwork } from './by-name.ts';
import { codesOf } from './codes.ts';
import { type LoadReport, load } from './load.ts';
import { mergeShards } from './merge-shards.ts';
import { rawRows } from './raw.ts';
import { loadShard } from './shard.ts';
import { shardNumber, shardSummary } from './shard-summary.ts';
import { summary } from './summary.ts';

const usage = `npm run load -- <file or folder or zip>… <name>…

Loads what CMS, payers and hospitals publish: each file is recognised by its content. What has a name is fetched:

  cms:current        what is in force today of all that CMS publishes and that needs no agreement, or an accepted one
  cms:next           what is published already and not yet in force
  cms:rvu            the newest of a kind that is in force; --status lists the kinds
  cms:rvu26d         a release of it, such as also cms:icd10cm-2027, cms:ptp-2026q4, cms:hcpcs-2026-10
  hospital:DOMAIN    the price file of a hospital, by the cms-hpt.txt of its site
  payer:ADDRESS      a payer's table of contents, never the rates behind it
  https://…          any file

Nothing is fetched unless a name or an address is given. What is fetched is kept in DATABASE.fetched.

  --status           tell what is loaded, what the calendar expects, and what is next; works without network
  --offline          fetch nothing: tell the addresses and pages of the names
  --accept-licence L accept agreements for this command, such as ama or ama,ada,aha; recorded with the source
  --location NAME    the location of a hospital that has several price files
  --dry-run          read and check everything, tell what it would bring or fetch, change nothing
  --as FORMAT        take every file for this format
  --release NAME     the release, where neither content nor name tells, such as RVU25D
  --from DAY         the first day on which it holds, where neither tells, as YYYY-MM-DD
  --published DAY    the day of its publication, as YYYY-MM-DD
  --codes LIST       keep only these codes: codes or short names of service families, separated by commas
  --shard I/N        read only the I-th of N shards of the price files, and leave the graph as it is: for N processes, or
                     machines with the same files; a shard that was killed is run again and goes on where it was
  --merge            build the graph once from what all shards left in DATABASE.loads/shards
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
  shard: { type: 'string' },
  merge: { type: 'boolean', default: false },
  raw: { type: 'string' },
  status: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  'accept-licence': { type: 'string', multiple: true },
  location: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const database = databaseFile();

const parsed = () => parseArgs({ options, allowPositionals: true });

type Given = ReturnType<typeof parsed>['values'];

try {
  const { values, positionals } = parsed();
  const names = positionals.filter((each) => isName(each) && !existsSync(each));
  const paths = positionals.filter((each) => !names.includes(each));
  if (values.status) console.log(status(database, new Date(), values.json));
  else if (values.help || (positionals.length === 0) === !values.merge) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
  } else if (values.offline && names.length > 0) console.log(withoutNetwork(names, new Date()));
  else if (values.merge) await mergeAll(values);
  else if (values.shard !== undefined) await loadOne(values.shard, values, paths, names);
  else await loadAll(values, paths, names);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`Nothing was changed: ${database} is as it was.`);
  process.exitCode = 1;
}

/** Fetches what is named, and loads it with the files. */
async function loadAll(values: Given, paths: readonly string[], names: readonly string[]): Promise<void> {
  const bar = progressBar(terminal(), values.json);
  const { as, release, 'dry-run': dryRun } = values;
  const from = dayOf('--from', values.from);
  const published = dayOf('--published', values.published);
  const codes = values.codes === undefined ? undefined : codesOf(values.codes);
  const fetching = { names, database, now: new Date(), location: values.location, dryRun };
  const { files, failures } = await fetched({
    ...{ ...fetching, acceptLicence: values['accept-licence'] ?? [], log: bar.line, progress: bar.read },
  });
  for (const failure of failures) console.error(`Not fetched: ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
  const all = [...paths, ...files.keys()];
  // A dry run fetches nothing, and of names that stand for many there may be nothing to fetch.
  if (all.length === 0) return bar.end();
  const raw = values.raw === undefined ? undefined : rawRows(values.raw);
  const report = await load({
    ...{ database, paths: all, as, release, from, published, codes, dryRun, fetched: files },
    rates: process.env.RATES,
    ratesPassword: process.env.RATES_PASSWORD,
    ...{ raw: raw?.row, now: new Date(), log: bar.line, progress: bar.read, stopper: stopper() },
  });
  raw?.end();
  bar.end();
  tell(report, values.json, dryRun);
}

/** Reads one shard of the files. */
async function loadOne(
  shard: string,
  values: Given,
  paths: readonly string[],
  names: readonly string[],
): Promise<void> {
  const [name] = names;
  if (name !== undefined || values['dry-run'])
    throw new FileError(
      { path: '--shard' },
      `A shard is of files, and is read: ${name === undefined ? 'leave out --dry-run' : `fetch ${name} first, and give what it brought`}.`,
    );
  const bar = progressBar(terminal(), values.json);
  const raw = values.raw === undefined ? undefined : rawRows(values.raw);
  const report = await loadShard({
    ...{ database, paths, shard: shardNumber(shard), as: values.as, release: values.release },
    from: dayOf('--from', values.from),
    published: dayOf('--published', values.published),
    codes: values.codes === undefined ? undefined : codesOf(values.codes),
    ...{
      rates: process.env.RATES,
      ratesPassword: process.env.RATES_PASSWORD,
      raw: raw?.row,
      now: new Date(),
      progress: bar.read,
    },
  });
  raw?.end();
  bar.end();
  const { text, machine } = shardSummary(report);
  console.log(values.json ? JSON.stringify(machine, undefined, 2) : text);
}

/** Merges what shards left. */
async function mergeAll(values: Given): Promise<void> {
  const bar = progressBar(terminal(), values.json);
  const dryRun = values['dry-run'];
  const report = await mergeShards({
    ...{
      database,
      dryRun,
      rates: process.env.RATES,
      ratesPassword: process.env.RATES_PASSWORD,
      now: new Date(),
    },
    ...{ log: bar.line, progress: bar.read, stopper: stopper() },
  });
  bar.end();
  tell(report, values.json, dryRun);
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
