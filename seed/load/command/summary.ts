/** The report of a load, for people and for programs. */

import { formatDecimal } from '../../../db/kit/decimal.ts';
import type { Compared } from './compare.ts';
import type { LoadReport } from './load.ts';

interface FileSummary {
  readonly path: string;
  readonly format: string;
  readonly release: string;
  readonly from: string;
  readonly sha256: string;
  readonly rows: {
    readonly read: number;
    readonly kept: number;
    readonly skipped: Readonly<Record<string, number>>;
  };
  readonly statements: {
    readonly added: number;
    readonly ended: number;
    readonly corrected: number;
    readonly unchanged: number;
  };
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
    ({ loaded: { path, format, release, from, sha256 }, kept, named, milliseconds, ...tally }) => {
      const first = notes.get(path);
      const left = { ...first?.skipped, ...tally.skipped };
      const read = kept + Object.values(left).reduce((sum, count) => sum + count, 0);
      const { added, ended, corrected, unchanged } = tally;
      return {
        ...{ path, format, release, from, sha256 },
        rows: { read, kept, skipped: left },
        statements: { added, ended, corrected, unchanged },
        named,
        reports: [...(first?.reports ?? []), ...tally.reports],
        milliseconds,
      };
    },
  );
}

const count = (n: number) => n.toLocaleString('en-US');

function linesOf({
  path,
  format,
  release,
  from,
  rows,
  statements,
  named,
  reports,
}: FileSummary): readonly string[] {
  const { added, ended, corrected, unchanged } = statements;
  const left = Object.entries(rows.skipped).map(([reason, n]) => `${count(n)} ${reason}`);
  return [
    `${path}: ${format} ${release}, from ${from}`,
    `  rows        ${count(rows.read)} read, ${count(rows.kept)} kept${left.length > 0 ? `, left out: ${left.join(', ')}` : ''}`,
    `  statements  ${count(added)} added, ${count(ended)} ended, ${count(corrected)} corrected, ${count(unchanged)} unchanged`,
    ...(named > 0 ? [`  new codes, places and the like  ${count(named)}`] : []),
    ...reports.map((sentence) => `  note        ${sentence}`),
  ];
}

function comparedLines(compared: Compared): readonly string[] {
  const { of, path, day, rows, agree, differ, notCompared } = compared;
  const left = Object.entries(notCompared).map(([reason, n]) => `${count(n)}: ${reason}`);
  const agreeing = of === 'amounts' ? 'agree to the cent' : 'agree with the releases before and after';
  const named =
    of === 'changes' && left.length === 0
      ? `; ${count(compared.notNamed)} more changes between them are not in it`
      : '';
  return [
    `${path}: compared with the graph on ${day}, not stored`,
    `  ${of === 'amounts' ? 'rows        ' : 'changes     '}${count(rows)} read, ${count(agree)} ${agreeing}, ${count(differ)} differ${named}${left.length > 0 ? `; not compared: ${left.join(', ')}` : ''}`,
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
