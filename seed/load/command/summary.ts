/** The report of a load, for people and for programs. */

import { formatDecimal } from '../../../db/kit/decimal.ts';
import { type LeftOut, leftOut, type RowCounts } from '../format/row-log.ts';
import type { Compared } from './compare.ts';
import type { LoadReport } from './load.ts';

interface FileSummary {
  readonly path: string;
  readonly format: string;
  readonly release: string;
  readonly from: string;
  readonly sha256: string;
  /** Each row of the file is counted once: `read` = `kept` + `confirmed` + `joined` + those of `skipped` + `unaccounted`, which is 0. */
  readonly rows: RowCounts;
  readonly statements: {
    readonly added: number;
    readonly ended: number;
    readonly corrected: number;
    readonly unchanged: number;
  };
  /** Rates that are stored row by row. */
  readonly rates: number;
  readonly named: number;
  /** Notes for the user who loads the file. */
  readonly reports: readonly string[];
  readonly milliseconds: number;
}

export interface Summary {
  readonly text: string;
  readonly machine: {
    readonly dryRun: boolean;
    readonly release: string | null;
    readonly files: readonly FileSummary[];
    readonly alreadyLoaded: readonly string[];
    readonly comparisons: LoadReport['comparisons'];
    readonly passedOver: LoadReport['passedOver'];
  };
}

export function summary(report: LoadReport, dryRun: boolean): Summary {
  const files = filesOf(report);
  const { alreadyLoaded, passedOver, build, comparisons } = report;
  const lines = [
    ...files.flatMap(linesOf),
    ...comparisons.flatMap(comparedLines),
    ...alreadyLoaded.map((path) => `${path}: already loaded, nothing to do.`),
    ...passedOver.map(({ path, reason }) => `${path}: passed over, ${reason.replace(/\.$/, '')}.`),
    ...(files.length > 0 || comparisons.length === 0 ? [closing(files.length, dryRun)] : []),
  ];
  const machine = {
    dryRun,
    release: dryRun ? null : (build?.contentHash ?? null),
    files,
    comparisons,
    alreadyLoaded,
    passedOver,
  };
  return { text: lines.join('\n'), machine };
}

function closing(files: number, dryRun: boolean): string {
  if (files === 0) return 'Nothing was loaded.';
  const what = files === 1 ? '1 file' : `${files} files`;
  return dryRun
    ? `This is what ${what} would bring. Nothing was changed.`
    : `Loaded ${what}. A server that runs takes the new release by itself.`;
}

function filesOf({ build, loaded, notes }: LoadReport): readonly FileSummary[] {
  const own = new Set(loaded.map(({ loadedAt }) => loadedAt));
  const brought = build?.brought.filter((each) => own.has(each.loaded.loadedAt)) ?? [];
  return brought.map(
    ({ loaded: { path, format, release, from, sha256, kept, rates }, named, milliseconds, ...tally }) => {
      const first = notes.get(path);
      const { added, ended, corrected, unchanged } = tally;
      return {
        ...{ path, format, release, from, sha256 },
        rows: rowsOf(tally, kept === 'extracted' ? first : undefined),
        statements: { added, ended, corrected, unchanged },
        rates: rates?.rows ?? 0,
        named,
        reports: [...(first?.reports ?? []), ...tally.reports],
        milliseconds,
      };
    },
  );
}

/** The rows of a file; of one that was distilled its reader counted them, and the merge tells which state something new. */
function rowsOf(merged: RowCounts, distilled: RowCounts | undefined): RowCounts {
  const { read, joined, skipped, parts, examples } = distilled ?? merged;
  const { kept, confirmed } = merged;
  const unaccounted = read - kept - confirmed - joined - leftOut({ skipped });
  return { read, kept, confirmed, joined, unaccounted, skipped, parts, examples };
}

const count = (n: number) => n.toLocaleString('en-US');

function linesOf({
  path,
  format,
  release,
  from,
  rows,
  statements,
  rates,
  named,
  reports,
}: FileSummary): readonly string[] {
  const { added, ended, corrected, unchanged } = statements;
  return [
    `${path}: ${format} ${release}, from ${from}`,
    ...rowLines(rows),
    `  statements  ${count(added)} added, ${count(ended)} ended, ${count(corrected)} corrected, ${count(unchanged)} unchanged`,
    ...(rates > 0 ? [`  rates       ${count(rates)} stored row by row`] : []),
    ...(named > 0 ? [`  new codes, places and the like  ${count(named)}`] : []),
    ...reports.map((sentence) => `  note        ${sentence}`),
  ];
}

function rowLines(rows: RowCounts): readonly string[] {
  const { read, kept, confirmed, joined, unaccounted, skipped, parts, examples } = rows;
  const outcomes = [
    `${count(kept)} kept`,
    ...(confirmed > 0 ? [`${count(confirmed)} confirmed`] : []),
    ...(joined > 0 ? [`${count(joined)} joined to others`] : []),
    `${count(leftOut(rows))} left out`,
    ...(unaccounted === 0
      ? []
      : [`${count(unaccounted)} not accounted for, which is a fault of this program`]),
  ];
  const reasons = (title: string, of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([reason, n]) => `  ${title} ${count(n)} ${reason}${example(examples[reason])}`);
  return [
    `  rows        ${count(read)} read: ${outcomes.join(', ')}`,
    ...reasons('left out   ', skipped),
    ...reasons('in part    ', parts),
  ];
}

function example(of: LeftOut | undefined): string {
  if (!of) return '';
  return of.found === null ? `, first at ${of.line}` : `, first at ${of.line}: ${JSON.stringify(of.found)}`;
}

function comparedLines(compared: Compared): readonly string[] {
  const { of, path, day, rows, agree, differ, notCompared, skipped } = compared;
  const left = Object.entries({ ...notCompared, ...skipped }).map(([reason, n]) => `${count(n)}: ${reason}`);
  const agreeing = of === 'amounts' ? 'agree to the cent' : 'agree with the releases before and after';
  const named =
    of === 'changes' && left.length === 0
      ? `; ${count(compared.notNamed)} more changes between them are not in it`
      : '';
  return [
    `${path}: compared with the graph on ${day}, not stored`,
    `  ${of === 'amounts' ? 'rows        ' : 'changes     '}${count(rows + leftOut({ skipped }))} read, ${count(agree)} ${agreeing}, ${count(differ)} differ${named}${left.length > 0 ? `; not compared: ${left.join(', ')}` : ''}`,
    ...(of === 'amounts'
      ? compared.differences
          .slice(0, mostShown)
          .map(
            ({ line, codeId, jurisdictionId, of: what, published, workedOut }) =>
              `  line ${line}     ${codeId} in ${jurisdictionId}: the file's ${what} is ${dollars(published)}, the rows give ${workedOut === null ? 'none' : dollars(workedOut)}`,
          )
      : compared.differences
          .slice(0, mostShown)
          .map(
            ({ line, diagnosisId, problem }) =>
              `  ${line === null ? 'no line' : `line ${line}`}     ${diagnosisId}: ${problem}`,
          )),
  ];
}

/** The differences that are shown to a person; programs get more. */
const mostShown = 10;

const dollars = (cents: number) => `$${formatDecimal(cents, 2)}`;
