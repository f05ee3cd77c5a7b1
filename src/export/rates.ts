/** Published rates as rows, who is paid what: by code where codes are given, else file by file. */

import { formatDecimal } from '../../db/kit/decimal.ts';
import type { RateKey } from '../../db/rates/rate-store.ts';
import { termNames } from '../../db/rates/rate-terms.ts';
import { rateBenchmark } from '../../db/tables/index.ts';
import { type AsOfInput, rootAsOf } from '../../schema/kit/as-of.ts';
import type { Coding } from '../../schema/kit/builder.ts';
import type { GraphContext } from '../../schema/kit/context.ts';
import { badInput } from '../../schema/kit/errors.ts';
import { shown } from '../../schema/kit/fields-from-columns.ts';
import {
  amountOf,
  membersOf,
  milesTo,
  type RateFact,
  rateFact,
  sourceOfRate,
  zipsOf,
} from '../../schema/rates/rate.ts';
import type { RateFilter } from '../../schema/rates/rate-filter.ts';
import { codesKnown, rateQuestion } from '../../schema/rates/rate-question.ts';
import { answeredBy } from '../../schema/rates/stored.ts';
import { limits } from '../limits/limits.ts';
import type { ExportCell, ExportRow, ExportTable, RowFormat } from './formats.ts';
import { readSideBySide } from './parameters.ts';
import type { CellKinds } from './parquet.ts';

const columns = [
  'id',
  'code',
  'amount',
  'asWritten',
  ...termNames,
  'expiresOn',
  'providerName',
  'taxIds',
  'tins',
  'npis',
  'zips',
  'miles',
  'file',
  'line',
  'source',
  'sourceTitle',
  'url',
  'officialUrl',
] as const;

/** What is no text in Parquet. */
const kinds: CellKinds = {
  ...{ amount: 'decimal', asWritten: 'decimal', taxIds: 'whole', line: 'whole', miles: 'number' },
  ...{ modifiers: 'list', places: 'list', revenueCodes: 'list', tins: 'list', npis: 'list', zips: 'list' },
  providers: 'json',
};

/** Parquet; its library is loaded with the first file that is sent. */
export const parquetRates: RowFormat = {
  type: 'application/vnd.apache.parquet',
  begin: async (columns) => (await import('./parquet.ts')).parquetWriter(columns, kinds),
};

type Requested = typeof RateFilter.$inferInput & {
  readonly codes?: readonly Coding[] | null;
  readonly zip?: string | null;
  readonly miles: number;
  readonly asOf?: typeof AsOfInput.$inferInput | null;
};

const fields = { inputs: ['RateFilter', 'RateNear'], others: { codes: '[Code!]', asOf: 'AsOfInput' } };

/** Names have commas; no modifiers at all are a choice. */
const lists = { whole: new Set(['networks', 'facilities']), empty: new Set(['modifiers']) };

/** The export of rates. */
export const rateExport: ExportTable = {
  columns,
  async open(given, context) {
    const requested = readSideBySide(given, fields, lists) as Requested; // read as those fields
    const { codes: codings, zip, miles, asOf: day, ...filter } = requested;
    if (!zip && given.has('miles'))
      throw badInput('zip', 'miles is given without zip: give the ZIP code around which they are.');
    const first = context();
    const asOf = rootAsOf({ asOf: day }, first);
    const codes = codings && (await codesKnown(codings, first));
    const { question, milesOf } = rateQuestion(
      { filter, near: zip ? { zip, miles } : null },
      {},
      asOf,
      first,
    );
    // Code by code: a page of one code begins where the last ended, of several each is looked through from its first rate.
    const left = codes ? codes.map((code) => ({ ...question, codes: [code] })) : [question];
    let after: RateKey | undefined;

    async function next(): Promise<readonly ExportRow[] | undefined> {
      for (let [part] = left; part && part.files.length > 0; [part] = left) {
        const current = part;
        const slice = { after, limit: limits.exportRates, backward: false };
        const here = context();
        const rows = await answeredBy(here, (rates) => rates.rows(current, slice));
        after = rows.at(-1);
        if (rows.length < slice.limit) {
          left.shift();
          after = undefined;
        }
        if (rows.length > 0) return Promise.all(rows.map((row) => rowOf(here, rateFact(row, asOf, milesOf))));
      }
      return undefined;
    }

    // Read before anything is sent: where the store is away, that is the answer.
    let ahead: Promise<readonly ExportRow[] | undefined> | undefined = Promise.resolve(await next());
    return async () => {
      const batch = ahead ?? next();
      ahead = undefined;
      return batch;
    };
  },
};

/** What the terms of a rate are in their columns, lists as lists. */
const termCells = (rate: RateFact) =>
  Object.fromEntries(
    termNames.map((name) => [name, shown(rateBenchmark.columns[name], rate[name])]),
  ) as Record<(typeof termNames)[number], ExportCell>; // texts, and lists of them

async function rowOf(context: GraphContext, rate: RateFact): Promise<ExportRow<(typeof columns)[number]>> {
  const { id, title, url, officialUrl } = await sourceOfRate(context, rate);
  const providers = membersOf(rate);
  const miles = milesTo(rate);
  return {
    cells: {
      id: rate.id,
      code: rate.code,
      amount: amountOf(rate),
      asWritten: formatDecimal(rate.cents, 2),
      ...termCells(rate),
      expiresOn: rate.expiresOn,
      providerName: rate.groupName,
      taxIds: String(rate.taxIds),
      tins: providers.flatMap(({ tin }) => tin ?? []),
      npis: [...new Set(providers.flatMap(({ npis }) => npis))],
      zips: zipsOf(rate),
      miles: miles === null ? null : String(miles),
      file: rate.file,
      line: String(rate.line),
      source: id,
      sourceTitle: title,
      url,
      officialUrl,
    },
    more: { providers },
  };
}
