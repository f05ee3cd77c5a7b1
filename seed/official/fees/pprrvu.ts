/**
 * The relative value file of the Medicare physician fee schedule (PPRRVU), CSV or fixed width, a full replacement each
 * quarter. Numbers: work of the US government. Descriptors: AMA and ADA, dropped; dental codes are left out. From 2026 on
 * a release has a second file for qualifying APM participants with the same rows and another factor: only its factor is
 * extracted.
 */

import { PcTcIndicator, type ValueOf } from '../../../db/enums/index.ts';
import { formatDecimal } from '../../../db/kit/decimal.ts';
import { conversionFactor, feeScheduleEntry, pcTcIndicator } from '../../../db/tables/index.ts';
import { codeId, codeKey, payerId } from '../../kit/ids.ts';
import { FileError, type OfficialFile } from '../../load/format/file.ts';
import { type Extracted, type Format, statement } from '../../load/format/format.ts';
import { yearAfter } from '../kit/calendar.ts';
import { isProposed } from '../kit/not-of-medicare.ts';
import { placeholderCode } from '../kit/placeholder-code.ts';
import { placeholderModifier } from '../kit/placeholder-modifier.ts';
import { type Factors, type FeeRow, feeRowsOf } from './pprrvu-fees.ts';
import { appliesTo, feeRelease } from './pprrvu-release.ts';
import { csvHeading, fixedLine } from './pprrvu-rows.ts';

const indicators = Object.keys(PcTcIndicator.values) as ValueOf<typeof PcTcIndicator>[];

const rowName = ({ code, modifier }: FeeRow) => `row ${code}${modifier && ` ${modifier}`}`;

/** The code of a row and its PC/TC indicator, for the first row of a code. */
function* codeOf(row: FeeRow, head: { readonly from: string; readonly to: string }): Generator<Extracted> {
  const { code, line, description } = row;
  const placeholder = placeholderCode(code, line);
  // The short text of a HCPCS Level II code is the government's; that of any other code is not used.
  const levelTwo = placeholder.row.system === 'HCPCS_LEVEL_II' && description !== '';
  yield levelTwo ? { ...placeholder, row: { ...placeholder.row, label: description } } : placeholder;
  const indicator = indicators.find((value) => value.endsWith(`_${row.values.pcTcIndicator}`));
  if (!indicator) return;
  yield statement(
    pcTcIndicator,
    { key: codeKey(code), ...head, line, at: rowName(row) },
    { codeId: codeId(code), indicator },
  );
}

/** The conversion factor of most rows of the file. */
function* factorOf(
  file: OfficialFile,
  factors: Factors,
  head: { readonly from: string; readonly to: string },
): Generator<Extracted> {
  const [most] = [...factors].sort(([, a], [, b]) => b.count - a.count);
  if (!most) return;
  const [factor, { line }] = most;
  const whom = forWhom(file, head.from, factor, line);
  const at = `line ${line}, CONV FACTOR`;
  yield statement(
    conversionFactor,
    { key: whom, ...head, line, at },
    { payerId: payerId('medicare'), appliesTo: whom, factor },
  );
}

function forWhom({ path }: OfficialFile, from: string, factor: number, line: number) {
  const written = formatDecimal(factor, 4);
  const found = appliesTo(path.slice(path.lastIndexOf('/') + 1), from.slice(0, 4), written);
  if (found) return found;
  throw new FileError(
    { path, line, column: 'CONV FACTOR' },
    `From 2026 on there are two factors, and nothing tells for whom ${written} is. Give the file the name that CMS gives it, with QPP or nonQPP in it.`,
  );
}

const common = {
  label: 'Medicare physician fee schedule, relative value file',
  publisher: 'Centers for Medicare & Medicaid Services',
  licence: 'Work of the US government; the descriptors of the AMA and the ADA are not stored',
  url: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
  kind: 'FEE_SCHEDULE',
  cadence: 'QUARTERLY',
  whole: true,
} as const;

const factorInHead = /(?:,|\s)(\d{2}\.\d{4})(?=[,\s])/;

/** The relative value file. */
export const pprrvu: Format = {
  name: 'pprrvu',
  ...common,
  recognise(sighting) {
    const { head, name } = sighting;
    const heading = csvHeading.exec(head) ?? fixedLine.exec(head);
    if (!heading || isProposed(sighting)) return undefined;
    const [, factor] = factorInHead.exec(head.slice(heading.index)) ?? [];
    const found = feeRelease(sighting, factor);
    const qualifying = appliesTo(name, found.from?.slice(0, 4) ?? '', factor ?? '') === 'QUALIFYING_APM';
    return { ...found, part: qualifying ? 'QPP' : undefined };
  },
  async *read(file, reading) {
    const { from } = reading;
    const head = { from, to: reading.to ?? yearAfter(from) };
    const factors: Factors = new Map();
    let qualifying: boolean | undefined;
    const codes = new Set<string>();
    const modifiers = new Set<string>();
    for await (const row of feeRowsOf(file, reading, factors)) {
      const { code, modifier, line, values } = row;
      qualifying ??= forWhom(file, from, values.conversionFactor, line) === 'QUALIFYING_APM';
      if (qualifying) {
        reading.skip('row of the QPP file, of which only the conversion factor is kept', code);
        continue;
      }
      if (!codes.has(code)) yield* codeOf(row, head);
      codes.add(code);
      if (modifier && !modifiers.has(modifier)) yield placeholderModifier(modifier, line);
      modifiers.add(modifier);
      yield statement(
        feeScheduleEntry,
        { key: `${codeKey(code)}${modifier && `/${modifier}`}`, ...head, line, at: rowName(row) },
        values,
      );
    }
    // The factor is that of many rows.
    reading.rows?.ends();
    yield* factorOf(file, factors, head);
  },
};
