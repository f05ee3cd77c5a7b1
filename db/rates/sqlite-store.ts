/** Stored rates in a folder of SQLite files, one for each price file: read in the order of files, and none waits for another. */

import { existsSync, globSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { openStore, type Store } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import type { Params } from '../kit/values.ts';
import {
  type RateCount,
  type RateKey,
  type RateQuestion,
  type RateSlice,
  type RateStore,
  RatesUnavailable,
  type StoredRate,
} from './rate-store.ts';
import { termNames } from './rate-terms.ts';
import { writeRatesTo } from './sqlite-file.ts';

const ending = '.sqlite';

/** The columns of a rate `r` with its terms `m` and its group `g`. */
const rateColumns = `
  r.code as "code", r.seq as "seq", r.cents as "cents", r.line as "line", m.expires_on as "expiresOn",
  ${termNames.map((name) => `m.${snake(name)} as "${name}"`).join(', ')},
  g.name as "groupName", g.tax_ids as "taxIds", g.members as "members",
  (select json_group_array(z.zip order by z.zip) from provider_zip z where z.provider_group = r.provider_group) as "zips"`;

const joined = `
  from rate r
  cross join term m on m.number = r.term
  cross join provider_group g on g.number = r.provider_group`;

const inList = (column: string, parameter: string) =>
  `${column} in (select value from json_each(:${parameter}))`;

interface Conditions {
  readonly sql: string;
  readonly params: Params;
}

/** What a question is about in one of its files. */
function conditionsOf({ codes, terms, zips, without }: RateQuestion, file: string): Conditions {
  const params: Record<string, string> = {};
  const list = (name: string, values: readonly string[]) => {
    params[name] = JSON.stringify(values);
    return name;
  };
  const parts: string[] = [];
  const [only] = codes ?? [];
  if (codes && codes.length === 1 && only !== undefined) {
    // One value, so that rows come in their order and reading stops at the limit.
    parts.push('r.code = :code');
    params.code = only;
  } else if (codes) parts.push(inList('r.code', list('codes', codes)));
  const replaced = without.get(file);
  if (replaced) parts.push(`not ${inList('r.code', list('replaced', replaced))}`);
  const ofTerms = Object.entries(terms).map(([name, values]) =>
    inList(`m.${snake(name)}`, list(`term_${name}`, values)),
  );
  if (ofTerms.length > 0)
    parts.push(`r.term in (select m.number from term m where ${ofTerms.join(' and ')})`);
  if (zips === 'none') parts.push('r.provider_group not in (select z.provider_group from provider_zip z)');
  else if (zips)
    parts.push(
      `r.provider_group in (select z.provider_group from provider_zip z where ${inList('z.zip', list('zips', zips))})`,
    );
  return { sql: parts.join(' and '), params };
}

const where = (conditions: readonly string[]) => {
  const given = conditions.filter(Boolean);
  return given.length > 0 ? `where ${given.join(' and ')}` : '';
};

/** A process may open some 1,000 files, and its connections are among them. */
const mostOpened = 200;

/** The stored rates of a folder, which need not be there. */
export function sqliteRates(folder: string): RateStore {
  const opened = new LRUCache<string, Store>({ max: mostOpened, dispose: (store) => store.close() });
  const pathOf = (file: string) => join(folder, `${file}${ending}`);

  const filesThere = () =>
    globSync(`*${ending}`, { cwd: folder })
      .map((name) => basename(name, ending))
      .sort();

  function open(file: string): Store {
    const found = opened.get(file);
    if (found) return found;
    const path = pathOf(file);
    if (!existsSync(path))
      throw new RatesUnavailable(
        `The rates of a file that this release rests on are not beside it (${file}): load the file anew, or put its rates into their folder.`,
      );
    const store = openStore(path, { mapped: true });
    opened.set(file, store);
    return store;
  }

  function rowsOf(file: string, question: RateQuestion, slice: RateSlice): readonly StoredRate[] {
    const { sql, params } = conditionsOf(question, file);
    const { after, before, limit, backward } = slice;
    const ends = {
      ...(after?.file === file && { afterCode: after.code, afterSeq: after.seq }),
      ...(before?.file === file && { beforeCode: before.code, beforeSeq: before.seq }),
    };
    /** Within one code by the number alone: else SQLite looks through all that is before. */
    const isWithin = ({ code }: RateKey) => question.codes?.length === 1 && question.codes[0] === code;
    const beyond = (key: RateKey | undefined, sign: '>' | '<', name: 'after' | 'before') => {
      if (key?.file !== file) return '';
      return isWithin(key)
        ? `r.seq ${sign} :${name}Seq`
        : `(r.code, r.seq) ${sign} (:${name}Code, :${name}Seq)`;
    };
    const conditions = [sql, beyond(after, '>', 'after'), beyond(before, '<', 'before')];
    const order = backward ? 'order by r.code desc, r.seq desc' : 'order by r.code, r.seq';
    const rows = open(file).all<Omit<StoredRate, 'file'>>(
      `select ${rateColumns} ${joined} ${where(conditions)} ${order} limit :limit`,
      { ...params, ...ends, limit },
    );
    return rows.map((row) => ({ file, ...row }));
  }

  function countOf(file: string, question: RateQuestion): number {
    const { sql, params } = conditionsOf(question, file);
    const counted = sql
      ? `select count(*) as n from rate r ${where([sql])}`
      : 'select a.rows as n from about a';
    return open(file).get<{ n: number }>(counted, params)?.n ?? 0;
  }

  function countsOf(file: string, question: RateQuestion): readonly RateCount[] {
    const { sql, params } = conditionsOf(question, file);
    const counted = `
      select r.code as "code", min(r.seq) as "seq", m.purpose as "purpose", min(m.amount_kind) as "amountKind", r.cents as "cents", sum(g.tax_ids) as "n"
      ${joined} ${where([sql])}
      group by r.code, m.purpose, r.cents order by r.code, m.purpose, r.cents`;
    return open(file)
      .all<Omit<RateCount, 'file'>>(counted, params)
      .map((row) => ({ file, ...row }));
  }

  const oneRow = `select ${rateColumns} ${joined} where r.code = :code and r.seq = :seq`;

  function byKey({ file, code, seq }: RateKey): StoredRate | undefined {
    if (!existsSync(pathOf(file))) return undefined;
    const row = open(file).get<Omit<StoredRate, 'file'>>(oneRow, { code, seq });
    return row && { file, ...row };
  }

  return {
    begin: async (file) => {
      opened.delete(file);
      return writeRatesTo(pathOf(file));
    },
    counted: async (files) =>
      new Map(
        files
          .filter((file) => existsSync(pathOf(file)))
          .map((file) => [file, open(file).get<{ rows: number }>('select a.rows from about a')?.rows ?? 0]),
      ),
    async rows(question, slice) {
      const { after, before, limit, backward } = slice;
      const files = question.files.filter(
        (file) => (!after || file >= after.file) && (!before || file <= before.file),
      );
      const found: StoredRate[] = [];
      for (const file of backward ? files.toReversed() : files) {
        if (found.length >= limit) break;
        found.push(...rowsOf(file, question, { ...slice, limit: limit - found.length }));
      }
      return found;
    },
    count: async (question) => question.files.reduce((sum, file) => sum + countOf(file, question), 0),
    counts: async (question) => question.files.flatMap((file) => countsOf(file, question)),
    byKeys: async (keys) => keys.map(byKey),
    files: async () => filesThere(),
    sizes: async () => new Map(filesThere().map((file) => [file, statSync(pathOf(file)).size])),
    async forget(file) {
      opened.delete(file);
      rmSync(pathOf(file), { force: true });
    },
    async removeDrafts() {
      for (const name of globSync(`*${ending}.draft`, { cwd: folder }))
        rmSync(join(folder, name), { force: true });
    },
    close() {
      opened.clear();
    },
  };
}
