/**
 * How a store of rates grows: `node bench/rates/main.ts --rows 1000000,10000000 [--rates clickhouse://…]`. All rates are
 * synthetic: 12,000 codes of which few have most, in files of a million rates, paid to groups of providers all over the country.
 */

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRates } from '../../db/rates/open-rates.ts';
import { distributionsOf } from '../../db/rates/rate-distribution.ts';
import type { RateQuestion, RateStore, WrittenTerms } from '../../db/rates/rate-store.ts';
import { termNames } from '../../db/rates/rate-terms.ts';
import { randomFrom } from '../random.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rates: { type: 'string', default: '' },
    rounds: { type: 'string', default: '9' },
  },
});

const codes = 12_000;
const perFile = 1_000_000;
const groupsOfFile = 20_000;
const networks = 40;

const codeAt = (place: number) => String(10_000 + place);
const zipAt = (group: number) => String(10_000 + ((group * 7_919) % 30_000));

/** Codes by how often they come: the hottest has some 1.4 per cent of all. */
const hottest = codeAt(0);
const middling = codeAt(6_000);
const rare = codeAt(11_999);

/** How many of the rates of a file each code has: `1 / (place + 10)`, so that few have most. */
function ratesOfCodes(rows: number): readonly number[] {
  const weights = Array.from({ length: codes }, (_, place) => 1 / (place + 10));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((rows * weight) / all)));
}

const empty = Object.fromEntries(termNames.map((name) => [name, null])) as unknown as WrittenTerms;
const termsOf = (network: number): WrittenTerms => ({
  ...empty,
  ...{ network: `synthetic ${network}`, amountKind: 'NEGOTIATED_RATE', measure: 'synthetic' },
  billingClass: network % 2 ? 'PROFESSIONAL' : 'INSTITUTIONAL',
  ...{ modifiers: '[]', places: '["11"]', expiresOn: '9999-12-31' },
});

async function writeFile(store: RateStore, file: string, rows: number, seed: number): Promise<number> {
  const { below } = randomFrom(seed + 1);
  const writer = await store.begin(file);
  const terms = Array.from({ length: networks }, (_, network) => writer.term(termsOf(network)));
  let line = 0;
  for (const [place, count] of ratesOfCodes(rows).entries()) {
    line += 1;
    for (let each = 0; each < count; each += 1) {
      const [term = 1, group] = [terms[below(networks)], 1 + below(groupsOfFile)];
      writer.row({ code: codeAt(place), term, group, cents: 500 + below(400) * 25, line });
    }
  }
  for (let group = 1; group <= groupsOfFile; group += 1) {
    const npis = [String(1_000_000_000 + group)];
    const members = [{ tin: `synthetic ${group}`, tinType: 'ein', npis }];
    writer.group(group, { name: null, taxIds: 1, members, zips: [zipAt(group)] });
  }
  await writer.written();
  return writer.finish({ payerId: null, facility: null, network: null });
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** The median of some rounds: CPU of this process, and what was waited; both in milliseconds. */
async function measured(work: () => Promise<unknown>): Promise<string> {
  const rounds: (readonly [number, number])[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const [before, begun] = [cpu(), performance.now()];
    await work();
    rounds.push([cpu() - before, performance.now() - begun]);
  }
  const middle = (which: 0 | 1) =>
    rounds.map((each) => each[which]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return `${middle(0).toFixed(1)} (${middle(1).toFixed(1)})`;
}

async function distributed(store: RateStore, question: RateQuestion): Promise<string> {
  const counts = await store.counts(question);
  const rows = counts.reduce((sum, { n }) => sum + n, 0);
  return `${await measured(async () => distributionsOf(await store.counts(question)))} of ${rows}`;
}

async function grown(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-bench-rates-'));
  const store = openRates({
    database: join(folder, 'bench'),
    rates: values.rates || undefined,
    password: process.env.RATES_PASSWORD,
  });
  try {
    const files: string[] = [];
    const begun = cpu();
    const started = performance.now();
    let written = 0;
    for (let number = 0; written < rows; number += 1) {
      const file = `bench${String(rows).padStart(11, '0')}${String(number).padStart(5, '0')}`;
      written += await writeFile(store, file, Math.min(perFile, rows - written), number);
      files.push(file);
    }
    const [spent, waited] = [(cpu() - begun) / 1_000, (performance.now() - started) / 1_000];
    const own = join(folder, 'bench.rates');
    const bytes = values.rates
      ? undefined
      : readdirSync(own).reduce((sum, name) => sum + statSync(join(own, name)).size, 0) / written;
    const of = (code: string): RateQuestion => ({ files, without: new Map(), codes: [code], terms: {} });
    // ZIP codes of a city and around it.
    const zips = Array.from({ length: 300 }, (_, place) => String(20_000 + place));
    const lines: readonly (readonly [string, string])[] = [
      ['rates, files', `${written}, ${files.length}`],
      [
        'written, rates a CPU second (a second)',
        `${Math.round(written / spent)} (${Math.round(written / waited)})`,
      ],
      ['bytes a rate', bytes?.toFixed(1) ?? 'see the engine'],
      ['distributions of a rare code, ms CPU here (waited)', await distributed(store, of(rare))],
      ['… of a middling code', await distributed(store, of(middling))],
      ['… of the hottest code', await distributed(store, of(hottest))],
      ['near a place, a middling code', await distributed(store, { ...of(middling), zips })],
      ['near a place, the hottest code', await distributed(store, { ...of(hottest), zips })],
      [
        'a page of 26, the hottest code',
        await measured(() => store.rows(of(hottest), { limit: 26, backward: false })),
      ],
    ];
    for (const [what, found] of lines) console.log(`${what.padEnd(54)} ${found}`);
    console.log();
    for (const file of files) await store.forget(file);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

for (const rows of values.rows.split(',')) await grown(Number(rows));
