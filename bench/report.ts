/** What was measured, as a table for people and as numbers for `last.json`. */

import { cpus } from 'node:os';
import { median } from './load.ts';
import type { Scale } from './scale.ts';
import { type WorkloadName, workloads } from './workloads.ts';

/** One server in one round. */
export interface Measured {
  readonly requests: number;
  /** Milliseconds of CPU per request. */
  readonly cpu: number;
  /** Milliseconds, median. */
  readonly p50: number;
}

export interface Round {
  readonly ours: Measured;
  readonly floor: Measured;
}

/** A workload over all rounds. */
export interface WorkloadResult {
  readonly workload: WorkloadName;
  readonly answerBytes: number;
  readonly sameBytes: boolean;
  readonly rounds: readonly Round[];
}

export interface WorkloadRun {
  readonly command: string;
  readonly seconds: number;
  readonly connections: number;
  readonly scale: Scale;
  readonly results: readonly WorkloadResult[];
  readonly rssMegabytes: { readonly ours: number; readonly floor: number };
}

const round = (value: number) => Number(value.toPrecision(3));

function figuresOf({ workload, answerBytes, sameBytes, rounds }: WorkloadResult) {
  const middle = (pick: (round: Round) => number) => round(median(rounds.map(pick)));
  const ratios = rounds.map(({ ours, floor }) => ours.cpu / floor.cpu);
  return {
    workload,
    asks: workloads[workload].title,
    answerBytes,
    sameBytes,
    floorCpuMs: middle(({ floor }) => floor.cpu),
    oursCpuMs: middle(({ ours }) => ours.cpu),
    cpuRatio: {
      median: round(median(ratios)),
      min: round(Math.min(...ratios)),
      max: round(Math.max(...ratios)),
    },
    floorP50Ms: middle(({ floor }) => floor.p50),
    oursP50Ms: middle(({ ours }) => ours.p50),
    p50Ratio: middle(({ ours, floor }) => ours.p50 / floor.p50),
    requests: rounds.reduce((sum, { ours, floor }) => sum + ours.requests + floor.requests, 0),
  };
}

/** Everything that is needed to interpret or reproduce the numbers. */
export function summaryOf(run: WorkloadRun) {
  const [cpu] = cpus();
  return {
    date: new Date().toISOString(),
    command: run.command,
    node: process.version,
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, shared: true },
    data: run.scale,
    rounds: run.results[0]?.rounds.length ?? 0,
    seconds: run.seconds,
    connections: run.connections,
    rssMegabytes: run.rssMegabytes,
    results: run.results.map(figuresOf),
  };
}

/** The table, in Markdown, ready to be pasted. */
export function tableOf({ results, rssMegabytes, ...about }: ReturnType<typeof summaryOf>): string {
  const rows = results.map((r) => [
    `${r.workload}: ${r.asks}`,
    `${Math.round(r.answerBytes / 102.4) / 10} KB`,
    `${r.floorCpuMs}`,
    `${r.oursCpuMs}`,
    `**${r.cpuRatio.median}** [${r.cpuRatio.min}–${r.cpuRatio.max}]`,
    `${r.floorP50Ms}`,
    `${r.oursP50Ms}`,
    `${r.p50Ratio}`,
  ]);
  const head = [
    'workload',
    'answer',
    'floor CPU ms',
    'ours CPU ms',
    'CPU ratio',
    'floor p50 ms',
    'ours p50 ms',
    'p50 ratio',
  ];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const { codes, asked, payers, policies } = about.data;
  const statements = (asked * payers).toLocaleString('en-US');
  return [
    ...lines,
    '',
    `CPU is per request; ratios are ours to the floor, median [smallest–largest] of ${about.rounds} rounds of ${about.seconds} s each.`,
    `Synthetic data: ${codes} codes, ${payers} payers, ${policies} policies, ${statements} coverage statements. ${about.connections} connections.`,
    `Node ${about.node} on ${about.machine.cpu}, ${about.machine.cores} cores, shared; ${about.date}; \`${about.command}\`.`,
    `Resident memory without the mapped database: ours ${rssMegabytes.ours} MB, floor ${rssMegabytes.floor} MB.`,
  ].join('\n');
}
