/** What was measured, as a table in Markdown and with all that is needed to interpret or to repeat it. */

import { cpus } from 'node:os';
import { median } from './load.ts';
import type { Scale } from './scale.ts';
import type { ServerName } from './servers.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** One server in one round. */
export interface Measured {
  readonly requests: number;
  /** Milliseconds of CPU per request. */
  readonly cpu: number;
  /** Milliseconds, median. */
  readonly p50: number;
}

/** A workload over all rounds. */
export interface WorkloadResult {
  readonly workload: WorkloadName;
  /** Bytes of the first server's answers, on average. */
  readonly answerBytes: number;
  /** SQL statements a request, on average. */
  readonly statements: ReadonlyMap<ServerName, number>;
  readonly rounds: readonly ReadonlyMap<ServerName, Measured>[];
}

/** Megabytes of anonymous memory of a server: after its start and after all workloads. */
export interface MemoryUse {
  readonly rest: number;
  readonly loaded: number;
}

export interface Run {
  readonly command: string;
  readonly seconds: number;
  readonly connections: number;
  readonly scale: Scale;
  /** Of the machine, over the last minute: at the start and at the end. */
  readonly loadAverage: readonly [number, number];
  readonly memory: ReadonlyMap<ServerName, MemoryUse>;
  readonly results: readonly WorkloadResult[];
}

const round = (value: number) => Number(value.toPrecision(3));

/** Of each round what a server took, and the ratio to what the floor took in the same round. */
function figures({ rounds }: WorkloadResult, name: ServerName, what: 'cpu' | 'p50') {
  const all = rounds.flatMap((of) => {
    const [floor, own] = [of.get('floor'), of.get(name)];
    return own && floor ? [{ own: own[what], ratio: own[what] / floor[what] }] : [];
  });
  const ratios = all.map(({ ratio }) => ratio);
  return {
    own: round(median(all.map(({ own }) => own))),
    ratio: round(median(ratios)),
    range: `[${round(Math.min(...ratios))}–${round(Math.max(...ratios))}]`,
  };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** The tables and what they are of. */
export function reportOf(run: Run): string {
  const { results, memory, scale } = run;
  const names = [...memory.keys()];
  const titles = results.map(({ workload }) => workload);
  const cells = (cell: (result: WorkloadResult, name: ServerName) => string) =>
    names.map((name) => [name, ...results.map((result) => cell(result, name))]);

  const cpu = cells((result, name) => {
    const { own, ratio, range } = figures(result, name, 'cpu');
    return `${own} ms, **${ratio}** ${range}`;
  }).map((row, i) => {
    const { rest, loaded } = memory.get(names[i] ?? 'floor') ?? { rest: 0, loaded: 0 };
    return [...row, `${rest}, ${loaded}`];
  });
  const waited = cells((result, name) => {
    const { own, ratio } = figures(result, name, 'p50');
    return `${own} ms, ${ratio}`;
  });
  const statements = cells((result, name) => `${round(result.statements.get(name) ?? Number.NaN)}`);

  const statementCount = (scale.asked * scale.payers).toLocaleString('en-US');
  const [core] = cpus();
  return [
    `CPU of the server for each request, and its ratio to that of the floor: median [smallest–largest] of ${results[0]?.rounds.length} rounds of ${run.seconds} s for each server, in changing order. Memory without the mapped database: at rest, after load.`,
    '',
    ...table(['server', ...titles, 'memory MB'], cpu),
    '',
    'SQL statements for each request:',
    '',
    ...table(['server', ...titles], statements),
    '',
    `What each of ${run.connections} clients waited that never pause, median, and its ratio:`,
    '',
    ...table(['server', ...titles], waited),
    '',
    ...results.map(
      ({ workload, answerBytes }) =>
        `- ${workload}: ${workloads[workload].title}; ${Math.round(answerBytes / 102.4) / 10} KB`,
    ),
    '',
    `Synthetic data: ${scale.codes} codes, ${scale.payers} payers, ${scale.policies} policies, ${statementCount} coverage statements.`,
    `\`${run.command}\`, ${new Date().toISOString().slice(0, 16)}Z, Node ${process.version}, ${core?.model ?? 'unknown processor'}, ${cpus().length} cores, load average ${run.loadAverage.map((one) => one.toFixed(1)).join(' at the start, ')} at the end.`,
  ].join('\n');
}
