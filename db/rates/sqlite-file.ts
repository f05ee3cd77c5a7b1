/** The rates of one file in a SQLite file of their own, which is written once: written beside, then renamed into its place. */

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flush } from '../kit/flush.ts';
import { createStore } from '../kit/store.ts';
import { snake } from '../kit/table.ts';
import type { FileTerms, ProviderGroup, RateWriter, WrittenRate, WrittenTerms } from './rate-store.ts';
import { termNames } from './rate-terms.ts';

const columns = termNames.map(snake);

/** Rows are stored in the order of codes: those of one code stand together, and no index is needed. */
const tables = `
  create table about (rows integer not null) strict;
  create table term (
    number integer primary key, purpose integer not null, expires_on text, ${columns.map((name) => `${name} text`).join(', ')}
  ) strict;
  create table provider_group (
    number integer primary key, name text, tax_ids integer not null, members text not null
  ) strict;
  create table provider_zip (
    zip text, provider_group integer, primary key (zip, provider_group)
  ) strict, without rowid;
  create index provider_zip_of_group on provider_zip (provider_group);
  create table rate (
    code text not null, seq integer not null, term integer not null, provider_group integer not null,
    cents integer not null, line integer not null, primary key (code, seq)
  ) strict, without rowid;`;

const intoRate = 'rate (code, seq, term, provider_group, cents, line)';
const intoTerm = `term (number, purpose, expires_on, ${columns.join(', ')})`;
const intoGroup = 'provider_group (number, name, tax_ids, members)';
const intoZip = 'provider_zip (zip, provider_group)';

/** Numbers terms in the order of their arrival, and those alike but for their last day by the first of them. */
function numbered() {
  const numbers = new Map<string, number>();
  const purposes = new Map<string, number>();
  const terms: { readonly purpose: number; readonly terms: WrittenTerms }[] = [];
  return {
    terms,
    numberOf(written: WrittenTerms): number {
      const { expiresOn, ...rest } = written;
      const purpose = JSON.stringify(rest);
      const key = `${expiresOn} ${purpose}`;
      const found = numbers.get(key);
      if (found !== undefined) return found;
      const number = terms.length + 1;
      numbers.set(key, number);
      if (!purposes.has(purpose)) purposes.set(purpose, number);
      terms.push({ purpose: purposes.get(purpose) ?? number, terms: written });
      return number;
    },
  };
}

/** Begins the file at a path. */
export function writeRatesTo(path: string): RateWriter {
  const draft = `${path}.draft`;
  mkdirSync(dirname(path), { recursive: true });
  const begin = () => {
    rmSync(draft, { force: true });
    const store = createStore(draft);
    store.exec(tables);
    store.exec('begin');
    return store;
  };
  let store = begin();
  let terms = numbered();
  let last = new Map<string, number>();
  let rows = 0;
  let isOpen = true;

  function end(): void {
    isOpen = false;
    store.close();
  }

  function drop(): void {
    if (!isOpen) return;
    end();
    rmSync(draft, { force: true });
  }

  function writeTerms(file: FileTerms): void {
    for (const [index, { purpose, terms: own }] of terms.terms.entries()) {
      const whole = {
        ...own,
        payerId: own.payerId ?? file.payerId,
        facility: own.facility ?? file.facility,
        network: own.network ?? file.network,
      };
      store.add(intoTerm, [index + 1, purpose, own.expiresOn, ...termNames.map((name) => whole[name])]);
    }
  }

  return {
    term: (written) => terms.numberOf(written),
    row({ code, term, group, cents, line }: WrittenRate) {
      const seq = (last.get(code) ?? 0) + 1;
      last.set(code, seq);
      rows += 1;
      store.add(intoRate, [code, seq, term, group, cents, line]);
    },
    group(number, { name, taxIds, members, zips }: ProviderGroup) {
      store.add(intoGroup, [number, name, taxIds, JSON.stringify(members)]);
      for (const zip of new Set(zips)) store.add(intoZip, [zip, number]);
    },
    written: async () => {},
    async restart() {
      store.close();
      store = begin();
      terms = numbered();
      last = new Map();
      rows = 0;
    },
    async finish(file) {
      if (rows === 0) {
        drop();
        return 0;
      }
      writeTerms(file);
      store.add('about (rows)', [rows]);
      store.exec('commit');
      end();
      flush(draft);
      renameSync(draft, path);
      flush(dirname(path));
      return rows;
    },
    discard: async () => drop(),
  };
}
