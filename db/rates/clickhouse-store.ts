/** Stored rates in ClickHouse, spread over shards by their codes: for more of them than a machine should store. */

import { snake } from '../kit/table.ts';
import { conditionsOf, loadsOf } from './clickhouse-conditions.ts';
import { removeUnsent, writeRatesToNodes } from './clickhouse-file.ts';
import { countedOn, forgetOn, prepare } from './clickhouse-keeping.ts';
import { nodesAt } from './clickhouse-nodes.ts';
import { type Literal, literal, within } from './clickhouse-text.ts';
import {
  type RateCount,
  type RateKey,
  type RateQuestion,
  type RateStore,
  RatesUnavailable,
  type StoredRate,
} from './rate-store.ts';
import { termNames } from './rate-terms.ts';
import type { RatesAddress } from './rates-address.ts';

interface Found extends RateKey {
  readonly cents: number;
  readonly line: number;
  readonly load: number;
  readonly term: number;
  readonly providerGroup: number;
}

const foundColumns = 'file, code, seq, cents, line, load, term, provider_group as "providerGroup"';
const termColumns = ['expires_on as "expiresOn"', ...termNames.map((name) => `${snake(name)} as "${name}"`)];
const groupColumns = 'name as "groupName", tax_ids as "taxIds", members, zips';

function notWhole(file: string): never {
  throw new RatesUnavailable(`The rates of ${file} are not whole in their store: load it anew.`);
}

const keyOf = ({ file, code, seq }: RateKey): Literal => [file, code, seq];

/** The stored rates of nodes; a file is read into a draft in a folder before it is sent to them. */
export function clickhouseRates(address: RatesAddress, folder: string): RateStore {
  const nodes = nodesAt(address);

  async function existing(files: readonly string[]): Promise<void> {
    const there = await nodes.read<{ file: string }>(
      `select distinct file from rate_file where ${within('file', files)}`,
    );
    const found = new Set(there.map(({ file }) => file));
    const missing = files.filter((file) => !found.has(file));
    if (missing.length > 0)
      throw new RatesUnavailable(
        `The rates of ${missing.length} files that this release rests on are not in their store (${missing.slice(0, 3).join(', ')}): load them anew.`,
      );
  }

  /** What an answer needs, beside its files: it is whole or none. */
  async function whole<R>({ files }: RateQuestion, sql: string): Promise<readonly R[]> {
    const [rows] = await Promise.all([nodes.read<R>(sql), existing(files)]);
    return rows;
  }

  /** Rows of a table of what rates share, by load and number. */
  async function shared<R>(table: string, columns: string, keys: readonly (readonly [number, number])[]) {
    const distinct = [...new Map(keys.map((key) => [key.join(), key])).values()];
    const rows = await nodes.read<R & { load: number; number: number }>(
      `select load, number, ${columns} from ${table} where ${within('(load, number)', distinct)}`,
    );
    return new Map(rows.map(({ load, number, ...rest }) => [`${load},${number}`, rest as unknown as R]));
  }

  async function withTerms(found: readonly Found[]): Promise<readonly StoredRate[]> {
    if (found.length === 0) return [];
    const [terms, groups] = await Promise.all([
      shared<Omit<StoredRate, keyof Found>>(
        'rate_term',
        termColumns.join(', '),
        found.map(({ load, term }) => [load, term]),
      ),
      shared<Pick<StoredRate, 'groupName' | 'taxIds' | 'members' | 'zips'>>(
        'rate_group',
        groupColumns,
        found.map(({ load, providerGroup }) => [load, providerGroup]),
      ),
    ]);
    return found.map(({ load, term, providerGroup, ...rate }) => {
      const ofTerm = terms.get(`${load},${term}`) ?? notWhole(rate.file);
      const group = groups.get(`${load},${providerGroup}`) ?? notWhole(rate.file);
      return { ...rate, ...ofTerm, ...group };
    });
  }

  return {
    async begin(file) {
      await prepare(nodes, address);
      return writeRatesToNodes(nodes, file, folder);
    },
    counted: async (files) => countedOn(nodes, address, files),
    async rows(question, { after, before, limit, backward }) {
      const order = backward ? 'file desc, code desc, seq desc' : 'file, code, seq';
      const parts = [
        conditionsOf(question),
        ...(after ? [`(file, code, seq) > ${literal(keyOf(after))}`] : []),
        ...(before ? [`(file, code, seq) < ${literal(keyOf(before))}`] : []),
      ];
      return withTerms(
        await whole<Found>(
          question,
          `select ${foundColumns} from rate where ${parts.join(' and ')} order by ${order} limit ${literal(limit)}`,
        ),
      );
    },
    async count(question) {
      const sql = `select count() as n from rate where ${conditionsOf(question)}`;
      const [counted] = await whole<{ n: number }>(question, sql);
      return counted?.n ?? 0;
    },
    async counts(question) {
      const counts = await whole<Omit<RateCount, 'amountKind'> & { readonly anyLoad: number }>(
        question,
        `select file, code, min(seq) as "seq", any(load) as "anyLoad", purpose, cents, sum(tax_ids) as "n" from rate
         where ${conditionsOf(question)} group by file, code, purpose, cents order by file, code, purpose, cents`,
      );
      const terms = await shared<Pick<StoredRate, 'amountKind'>>(
        'rate_term',
        'amount_kind as "amountKind"',
        counts.map(({ anyLoad, purpose }) => [anyLoad, purpose]),
      );
      return counts.map(({ anyLoad, file, code, seq, purpose, cents, n }) => {
        // The number of a purpose is that of its first terms.
        const { amountKind } = terms.get(`${anyLoad},${purpose}`) ?? notWhole(file);
        return { file, code, seq, purpose, amountKind, cents, n };
      });
    },
    async byKeys(keys) {
      const codes = [...new Set(keys.map(({ code }) => code))];
      const files = [...new Set(keys.map(({ file }) => file))];
      const found = await nodes.read<Found>(
        `select ${foundColumns} from rate where ${within('code', codes)} and ${within('(file, code, seq)', keys.map(keyOf))}
         and load global in ${loadsOf(files)}`,
      );
      const rates = new Map((await withTerms(found)).map((rate) => [literal(keyOf(rate)), rate]));
      return keys.map((key) => rates.get(literal(keyOf(key))));
    },
    async files() {
      await prepare(nodes, address);
      const rows = await nodes.read<{ file: string }>('select distinct file from rate_file order by file');
      return rows.map(({ file }) => file);
    },
    forget: async (file) => forgetOn(nodes, address, [file]),
    removeDrafts: async () => removeUnsent(folder),
    close() {},
  };
}
