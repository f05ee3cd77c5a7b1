/** What `npm run bench:load` measures: an official file into indexed tables, against reading it alone, in ratios. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createStore, type WritableStore } from '../../db/kit/store.ts';
import { createTables } from '../../db/release/schema-sql.ts';
import { mergeFiles } from '../../seed/build/merge-files.ts';
import { formatNamed } from '../../seed/load/files/formats.ts';
import type { OfficialFile } from '../../seed/load/format/file.ts';
import { arrivals, type Loaded } from '../../seed/load/library/library.ts';
import { noNotes, readingOf } from '../../seed/load/library/reader-context.ts';
import { type Generated, hcpcs, icd10cm, pprrvu } from './generate.ts';
import { measureSecond } from './second.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
});

const all = { pprrvu, icd10cm, hcpcs };

if (options.only === 'second') {
  measureSecond(Number(options.rounds));
  process.exit();
}

// Each has a process of its own, for its own peak of memory: what one has run makes the next some 10 per cent slower.
if (!options.only) {
  const own = (name: string) => [import.meta.filename, '--only', name, '--rounds', options.rounds];
  const failed = Object.keys(all).filter(
    (name) => spawnSync(process.execPath, own(name), { stdio: 'inherit' }).status !== 0,
  );
  measureSecond(Number(options.rounds));
  process.exit(failed.length);
}

const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-bench-'));
const arriving = arrivals(join(folder, 'library'));

/** A file as it is kept, and how it is described. */
async function keptOf({ format: name, name: path, text }: Generated, index: number): Promise<Loaded> {
  const format = formatNamed(name);
  const recognised = format?.recognise({ name: path, head: text.slice(0, 65_536), members: [] });
  if (!recognised) throw new Error(`The synthetic ${path} is not taken for ${name}.`);
  const { release = 'SYNTHETIC', from = '2026-01-01', to = null } = recognised;
  const loaded: Loaded = {
    ...{
      format: name,
      path,
      sha256: String(index).padStart(64, '0'),
      release,
      part: '',
      from,
      to,
      published: null,
      codes: null,
    },
    ...{ loadedAt: `2026-11-25T00:00:0${index}Z`, encoding: 'utf-8', kept: 'file', publication: null },
  };
  await arriving.keep(
    loaded,
    (async function* () {
      yield Buffer.from(text);
    })(),
  );
  return loaded;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** CPU seconds of some work, threads included. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  // What one leaves behind must not be cleared away at the cost of the other.
  collectGarbage();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The floor: what the reader states of the text in memory, taken and let go. */
function readAlone({ text, name }: Generated, loaded: Loaded): () => Promise<void> {
  const bytes = Buffer.from(text);
  const file: OfficialFile = {
    ...{ path: name, encoding: 'utf-8', members: [], member: () => undefined },
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  };
  return async () => {
    for await (const extracted of formatNamed(loaded.format)?.read(file, readingOf(loaded, noNotes())) ?? [])
      void extracted;
  };
}

let made = 0;

/** Ours: unpacked, read, and merged into empty tables with all their indexes. */
function loadedInto(loaded: Loaded, store: WritableStore): () => Promise<void> {
  return async () => void (await mergeFiles(store, [{ folder: arriving.folder, loaded }]));
}

/** A database with every table and nothing in it. */
function emptyStore(): WritableStore {
  made += 1;
  const store = createStore(join(folder, `${made}.sqlite`));
  createTables(store);
  return store;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

try {
  console.log('format    rows    parse CPU s  load CPU s  ratio [range]        rows/s');
  for (const [index, make] of Object.values(all).entries()) {
    const generated = make();
    if (!options.only.split(',').includes(generated.format)) continue;
    const loaded = await keptOf(generated, index);
    const floor = readAlone(generated, loaded);
    // The first runs of a program are its slowest.
    for (let i = 0; i < 3; i += 1) {
      await floor();
      await loadedInto(loaded, emptyStore())();
    }
    const rounds = [];
    for (let round = 0; round < Number(options.rounds); round += 1) {
      const store = emptyStore();
      const ours = loadedInto(loaded, store);
      // Who goes first changes: a machine that slows down must not favour one.
      const first = round % 2 === 0 ? floor : ours;
      const a = await cpuOf(first);
      const b = await cpuOf(first === floor ? ours : floor);
      rounds.push(first === floor ? { floor: a, ours: b } : { floor: b, ours: a });
      store.close();
    }
    const ratios = rounds.map((round) => round.ours / round.floor).toSorted((a, b) => a - b);
    const [parse, load] = [
      median(rounds.map((round) => round.floor)),
      median(rounds.map((round) => round.ours)),
    ];
    const range = `[${ratios[0]?.toFixed(2)}–${ratios.at(-1)?.toFixed(2)}]`;
    const cells = [
      generated.format.padEnd(9),
      String(generated.rows).padEnd(7),
      parse.toFixed(3).padEnd(12),
      load.toFixed(3).padEnd(11),
    ];
    console.log(
      [...cells, `${median(ratios).toFixed(2)} ${range}`.padEnd(20), Math.round(generated.rows / load)].join(
        ' ',
      ),
    );
  }
  console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
} finally {
  rmSync(folder, { recursive: true });
}
