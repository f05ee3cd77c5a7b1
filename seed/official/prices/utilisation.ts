/**
 * Medicare Physician & Other Practitioners, by Geography and Service: how often each code was billed in a year, for how
 * many people, and the mean of what was charged, allowed and paid. CSV; its descriptors belong to the AMA and are dropped.
 */

import { rateBenchmark, utilization } from '../../../db/tables/index.ts';
import { codeId, codeKey, payerId } from '../../kit/ids.ts';
import { indistinguishable } from '../../kit/rate-parts.ts';
import { records } from '../../load/format/file.ts';
import {
  type Extracted,
  type Format,
  type Reading,
  type Stated,
  statement,
} from '../../load/format/format.ts';
import { type Area, nation, stateNumbered } from '../kit/areas.ts';
import { yearAfter } from '../kit/calendar.ts';
import { separatorIn } from '../kit/heading.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { dollars, inRange, type Range } from '../kit/ranges.ts';
import { roundedIn } from '../kit/rounded.ts';
import { rowsUnder, type TableRow } from '../kit/rows.ts';
import { onlyOnce, wantedCode } from '../kit/wanted-code.ts';

const columns = {
  level: { called: 'Rndrng_Prvdr_Geo_Lvl' },
  number: { called: 'Rndrng_Prvdr_Geo_Cd' },
  area: { called: 'Rndrng_Prvdr_Geo_Desc' },
  code: { called: 'HCPCS_Cd' },
  place: { called: 'Place_Of_Srvc' },
  providers: { called: 'Tot_Rndrng_Prvdrs' },
  people: { called: 'Tot_Benes' },
  services: { called: 'Tot_Srvcs' },
  days: { called: 'Tot_Bene_Day_Srvcs' },
  charged: { called: 'Avg_Sbmtd_Chrg' },
  allowed: { called: 'Avg_Mdcr_Alowd_Amt' },
  paid: { called: 'Avg_Mdcr_Pymt_Amt' },
  standardized: { called: 'Avg_Mdcr_Stdzd_Amt', optional: true },
} as const;
type Row = TableRow<keyof typeof columns>;

const heading =
  /^\W*Rndrng_Prvdr_Geo_Lvl"?[,\t][^\n]*HCPCS_Cd[^\n]*Tot_Rndrng_Prvdrs[^\n]*Avg_Mdcr_Alowd_Amt/i;

/** The means of a row: column, measure, and kind of amount. */
const means = [
  ['charged', 'submitted charge per service', 'BILLED_CHARGE'],
  ['allowed', 'Medicare allowed amount per service', 'ALLOWED_AMOUNT'],
  ['paid', 'Medicare payment per service', 'PAID_AMOUNT'],
  ['standardized', 'Medicare payment per service, standardized for geography', 'PAID_AMOUNT'],
] as const;

const counts: Range = { what: 'a count', places: 0, least: 0, most: 1_000_000_000_000 };

/** The scope of a row, which its statements share. */
interface Scope {
  readonly code: string;
  readonly area: Area;
  readonly setting: 'FACILITY' | 'NON_FACILITY';
  readonly year: string;
}

function common({ code, area, setting, year }: Scope) {
  const place = setting === 'FACILITY' ? 'in a facility' : 'outside facilities';
  return {
    subjectId: codeId(code),
    payerId: payerId('medicare'),
    // The file has no modifiers: whole services and their parts are counted together.
    population: `Medicare Part B fee-for-service, ${area.label}, ${place}, all modifiers together`,
    jurisdictionId: area.id,
    setting,
    period: year,
    method: null,
  };
}

function* statementsOf(row: Row, scope: Scope): Generator<Stated, void> {
  const { code, area, setting, year } = scope;
  const head = (name: string) => ({
    key: `${codeKey(code)}/${year}/${area.id.slice('Jurisdiction:'.length)}/${setting === 'FACILITY' ? 'F' : 'O'}/${name}`,
    from: null,
    line: row.line,
    envelope: { knowledgeLevel: 'OBSERVATION' } as const,
  });
  const shared = common(scope);
  const number = (name: keyof typeof columns, range: Range) =>
    row.read(name, (cell) => inRange(roundedIn(cell, range.places), cell, range));
  const count = (name: 'people' | 'providers' | 'days' | 'services') => number(name, counts);
  const value = number('services', { ...counts, places: 2, most: counts.most * 100 });
  if (value !== null)
    yield statement(utilization, head('services'), {
      ...shared,
      measure: 'services',
      value,
      low: null,
      high: null,
      unit: 'services',
      beneficiaries: count('people'),
      providers: count('providers'),
      beneficiaryDays: count('days'),
      n: null,
    });
  const services = count('services');
  for (const [name, measure, amountKind] of means) {
    const amount = number(name, dollars);
    if (amount === null) continue;
    yield statement(rateBenchmark, head(name), {
      ...indistinguishable,
      ...shared,
      amountKind,
      billingClass: 'PROFESSIONAL',
      statistic: 'MEAN',
      measure: `average ${measure}`,
      amount,
      n: services,
      ...noDistribution,
    });
  }
}

const noDistribution = {
  p10: null,
  p25: null,
  p50: null,
  p75: null,
  p90: null,
  minimum: null,
  maximum: null,
};

/** The area of a row; undefined where it is neither the country nor a state, with a reason passed to `skip`. */
function areaOf(row: Row, { skip }: Reading): Area | undefined {
  const level = row.cell('level').toLowerCase();
  if (level === 'national') return nation;
  if (level !== 'state')
    throw row.wrong('level', `Expected National or State, got ${JSON.stringify(row.cell('level'))}.`);
  const found = stateNumbered(row.cell('number'), row.cell('area'));
  if (!found) skip('area that is no state or territory', row.cell('area'));
  return found;
}

function settingOf(row: Row): Scope['setting'] {
  const place = row.cell('place').toUpperCase();
  if (place !== 'F' && place !== 'O')
    throw row.wrong('place', `Expected F or O, got ${JSON.stringify(place)}.`);
  return place === 'F' ? 'FACILITY' : 'NON_FACILITY';
}

/** Medicare Physician & Other Practitioners, by Geography and Service. */
export const utilisation: Format = {
  name: 'utilisation',
  label: 'Medicare Physician & Other Practitioners by Geography and Service',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA are not stored',
  url: 'https://data.cms.gov/provider-summary-by-type-of-service/medicare-physician-other-practitioners/medicare-physician-other-practitioners-by-geography-and-service',
  kind: 'CLAIMS_DATASET',
  cadence: 'YEARLY',
  whole: false,
  recognise({ name, head }) {
    if (!heading.test(head)) return undefined;
    const [, short] = /_DY?(\d\d)(?!\d)/i.exec(name) ?? [];
    const year = short ? `20${short}` : /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1];
    if (!year) return {};
    const [edition] = /MUP_PHY_R\d\d_P\d\d_V\d\d_D\d\d/i.exec(name) ?? [`data of ${year}`];
    return { release: edition, part: year, from: `${year}-01-01`, to: yearAfter(year) };
  },
  async *read(file, reading): AsyncGenerator<Extracted, void> {
    const once = onlyOnce(file.path);
    const year = reading.from.slice(0, 4);
    const named = new Set<string>();
    const delimiter = await separatorIn(file, heading);
    for await (const row of rowsUnder(file.path, records(file, { delimiter }), columns)) {
      reading.rows?.begins(row.line);
      const code = wantedCode(row, 'code', reading);
      const area = code && areaOf(row, reading);
      if (!area) continue;
      const setting = settingOf(row);
      once(`${code} ${area.id.slice('Jurisdiction:'.length)} ${row.cell('place')}`, row.line);
      if (!named.has(area.id)) yield area.named(row.line);
      if (!named.has(code)) yield placeholderCode(code, row.line);
      named.add(area.id).add(code);
      yield* statementsOf(row, { code, area, setting, year });
    }
  },
};
