/** Synthetic price files of payers and hospitals, and what the graph holds of them once they are taken in as a load takes them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inForce } from '../../../db/kit/as-of.ts';
import type { WritableStore } from '../../../db/kit/store.ts';
import { selectList, type Table } from '../../../db/kit/table.ts';
import type { RateStore } from '../../../db/rates/rate-store.ts';
import { priceFile, rateBenchmark } from '../../../db/tables/index.ts';
import { mergeFiles } from '../../../seed/build/merge-files.ts';
import { find } from '../../../seed/load/files/find.ts';
import { keep } from '../../../seed/load/library/keep.ts';
import type { LibraryFile } from '../../../seed/load/library/kept-file.ts';
import { arrivals, isLoaded } from '../../../seed/load/library/library.ts';
import { register } from '../../../seed/load/library/register.ts';
import { emptyStore } from './empty-store.ts';

/** A file as its publisher posts it: under which path, and what is in it. */
export interface Post {
  readonly path: string;
  readonly text: string;
}

/** Prices in dollars by code. */
export type Prices = Readonly<Record<string, number>>;

/** Long enough that what follows it is not in the beginning of a file by which its format is known. */
const long = 'x'.repeat(70_000);

interface PayerFile {
  readonly payer: string;
  readonly day: string;
  readonly path: string;
  readonly network?: string | null;
  /** Whether the file says who reports only behind its prices. */
  readonly late?: boolean;
}

function payerFile({ payer, day, path, late = false }: PayerFile, rest: object): Post {
  const reporter = { reporting_entity_name: payer, reporting_entity_type: 'issuer' };
  const root = { last_updated_on: day, version: '2.0.0' };
  const whole = late ? { ...root, ...rest, ...reporter } : { ...reporter, ...root, ...rest };
  return { path, text: JSON.stringify(whole) };
}

/** In-network rates of a payer. */
export function inNetwork(file: PayerFile, prices: Prices): Post {
  const { network = 'N', late = false } = file;
  const groups = [{ npi: [1], tin: { type: 'ein', value: '1' } }];
  return payerFile(file, {
    provider_references: [
      { provider_group_id: 1, ...(network && { network_name: [network] }), provider_groups: groups },
    ],
    in_network: Object.entries(prices).map(([code, negotiated_rate]) => ({
      negotiation_arrangement: 'ffs',
      name: late ? long : 'synthetic',
      billing_code_type: 'CPT',
      billing_code: code,
      negotiated_rates: [
        {
          provider_references: [1],
          negotiated_prices: [
            {
              ...{ negotiated_type: 'negotiated', negotiated_rate, expiration_date: '9999-12-31' },
              ...{ service_code: ['11'], billing_class: 'professional', setting: 'outpatient' },
            },
          ],
        },
      ],
    })),
  });
}

/** Amounts that a payer allowed out of its network. */
export function allowedAmounts(file: PayerFile, prices: Prices): Post {
  return payerFile(file, {
    out_of_network: Object.entries(prices).map(([code, allowed_amount]) => ({
      name: file.late ? long : 'synthetic',
      billing_code_type: 'CPT',
      billing_code: code,
      allowed_amounts: [
        {
          ...{ tin: { type: 'ein', value: '1' }, service_code: ['11'], billing_class: 'professional' },
          payments: [{ allowed_amount, providers: [] }],
        },
      ],
    })),
  });
}

/** The table of contents of a payer, with as many files as there are names. */
export function contents(file: PayerFile, names: readonly string[]): Post {
  return payerFile(file, {
    reporting_structure: names.map((name) => ({
      reporting_plans: [{ plan_name: file.late ? long : 'synthetic', plan_id: '1' }],
      in_network_files: [{ description: 'synthetic', location: `https://synthetic.invalid/${name}.json` }],
    })),
  });
}

/** What a hospital says of itself; what is left out is not in the file. */
export interface HospitalFile {
  readonly name?: string;
  readonly day: string;
  readonly path: string;
  readonly state?: string;
  readonly licence?: string;
  readonly npi?: string;
  readonly location?: string;
  readonly address?: string;
  readonly late?: boolean;
}

/** The prices of a hospital as CSV or JSON, as the path ends: cash prices. */
export function hospital(file: HospitalFile, prices: Prices): Post {
  return { path: file.path, text: file.path.endsWith('.csv') ? csv(file, prices) : json(file, prices) };
}

function csv(file: HospitalFile, prices: Prices): string {
  const { name = 'Synthetic Hospital', day, state = '', licence = '', npi, location, address } = file;
  const about = [
    ['hospital_name', name],
    ['last_updated_on', day],
    ['version', '3.0.0'],
    [`license_number|${state}`, licence],
    ...(npi ? [['type_2_npi', npi]] : []),
    ...(location ? [['location_name', location]] : []),
    ...(address ? [['hospital_address', address]] : []),
  ];
  const rows = Object.entries(prices).map(([code, price]) => `synthetic,${code},CPT,outpatient,${price}`);
  return [
    about.map(([key]) => key).join(','),
    about.map(([, value]) => value).join(','),
    'description,code|1,code|1|type,setting,standard_charge|discounted_cash',
    ...rows,
  ].join('\n');
}

function json(file: HospitalFile, prices: Prices): string {
  const { name = 'Synthetic Hospital', day, state, licence, npi, location, address, late = false } = file;
  const charges = {
    standard_charge_information: Object.entries(prices).map(([code, discounted_cash]) => ({
      description: late ? long : 'synthetic',
      code_information: [{ code, type: 'CPT' }],
      standard_charges: [{ setting: 'outpatient', discounted_cash }],
    })),
  };
  const about = {
    hospital_name: name,
    ...(state !== undefined && { license_information: { state, license_number: licence ?? null } }),
    ...(npi && { type_2_npi: [npi] }),
    ...(location && { location_name: [location] }),
    ...(address && { hospital_address: [address] }),
  };
  const root = { last_updated_on: day, version: '3.0.0' };
  return JSON.stringify(late ? { ...root, ...charges, ...about } : { ...about, ...root, ...charges });
}

/** Writes files into a folder that is removed when the test has ended; answers the folder. */
export function posted(posts: readonly Post[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-publishing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const post of posts) {
    const path = join(folder, post.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, post.text);
  }
  return folder;
}

/** Keeps files as a load does, one a second in the order given, and their rates where a store is given; what the library has already is not kept twice. */
export async function kept(
  posts: readonly Post[],
  rates?: RateStore,
): Promise<ReadonlyMap<Post, LibraryFile>> {
  const arriving = arrivals(join(posted([]), 'library'));
  const all = new Map<Post, LibraryFile>();
  for (const [index, post] of posts.entries()) {
    const { found } = await find([join(posted([post]), post.path)], undefined);
    const [one] = found;
    if (!one) throw new Error(`${post.path} is of no known format.`);
    const loadedAt = new Date(Date.UTC(2026, 10, 25, 12, 0, index)).toISOString().replace('.000', '');
    const loaded = await register(one, {}, loadedAt);
    if (isLoaded(arriving.folder, loaded)) continue;
    await keep(one, loaded, {
      arriving,
      library: dirname(arriving.folder),
      progress: undefined,
      also: {},
      release: undefined,
      rates,
    });
    const settled = arriving.loads.at(-1) ?? loaded;
    all.set(post, { folder: arriving.folder, loaded: settled });
  }
  return all;
}

/** Takes kept files into an empty database. */
export async function replayed(files: readonly LibraryFile[]) {
  const store = emptyStore();
  return { store, brought: (await mergeFiles(store, files)).brought };
}

/** Takes posts in from their files to their rows. */
export async function taken(...posts: readonly Post[]) {
  return replayed([...(await kept(posts)).values()]);
}

/** Every row of a table, those that are closed too. */
export function rowsOf(store: WritableStore, table: Table): readonly string[] {
  return store
    .all(`select ${selectList(table, 't')} from ${table.name} t order by t.id`)
    .map((row) => JSON.stringify(row));
}

/** Everything that price files state in a database. */
export function pricesIn(store: WritableStore): readonly string[] {
  return [...rowsOf(store, rateBenchmark), ...rowsOf(store, priceFile)].sort();
}

const ever = '2100-01-01T00:00:00Z';

const amounts = `
  select coalesce(t.facility, substr(t.payer_id, 7)) as "of", substr(t.subject_id, -5) as code, t.amount / 100.0 as amount
  from rate_benchmark t where ${inForce('t')} order by 1, 2, 3`;

/** Which prices are in force on a day: whose, of which code, in dollars. */
export function pricesOn(store: WritableStore, day: string): readonly string[] {
  return store
    .all<{ of: string; code: string; amount: number }>(amounts, { dateOfService: day, knownAt: ever })
    .map(({ of, code, amount }) => `${of} ${code} ${amount}`);
}

const listed = `
  select substr(t.payer_id, 7) || ' ' || t.location as file from price_file t where ${inForce('t')} order by 1`;

/** Which files are listed on a day, and by whom. */
export function listedOn(store: WritableStore, day: string): readonly string[] {
  return store
    .all<{ file: string }>(listed, { dateOfService: day, knownAt: ever })
    .map(({ file }) => file.replace(/https:\/\/synthetic.invalid\/|\.json$/g, ''));
}
