/** What a server measures, for Prometheus. Loaded only where metrics are wanted; see `METRICS_PORT`. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LookOutcome } from '../follow/follower.ts';
import type { FollowState } from '../follow/state.ts';
import type { EndedRequest } from '../kit/with-release.ts';
import { limits } from '../limits/limits.ts';
import { outcomeOf } from '../observe/outcome.ts';

/** What is looked at whenever the metrics are read. */
export interface Watched {
  /** Estimated values of the operations that wait or run: for or in their turn on the front thread, on worker threads. */
  waiting(): { readonly front: number; readonly workers: number };
  /** The release that is served, if there is one. */
  release(): { readonly hash: string; readonly builtAt: string } | undefined;
  /** How the address that is followed compares with it, if one is. */
  follows(): FollowState | undefined;
}

/** The metrics of one process. */
export interface Metrics {
  /** Has a server looked at from now on. */
  watch(server: Watched): void;
  /** Counts a request that is over. */
  record(request: EndedRequest): void;
  /** Counts a look at the address that is followed. */
  looked(outcome: LookOutcome): void;
  /** Counts that another release is served. */
  swapped(): void;
  /** All of them as values, to be added up with those of other processes. */
  values(): Promise<readonly object[]>;
  /** All of them in the text format of Prometheus, and its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** What a value of an estimate stands for; see schema/kit/growth.ts. */
const secondsPerValue = 20e-6;

/** The most names of errors that are counted apart: all are of this program, which has fewer. */
const mostCodes = 100;

const times = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const prefix = 'coverage_graph_';

/**
 * Makes the metrics. `names` are those of the published operations by the beginnings of their hashes: only these are kept
 * apart, as clients can make up as many others as they like.
 */
export function createMetrics(names: ReadonlyMap<string, string>): Metrics {
  let watched: Watched | undefined;
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: `${prefix}requests_total`,
    help: 'Requests to the graph and for files, by operation, outcome and the code of the first error.',
    labelNames: ['operation', 'outcome', 'code'],
    registers,
  });
  const seconds = histogram('request_seconds', 'From arrival until the answer was sent.', ['operation']);
  const runs = histogram('run_seconds', 'Execution of an operation.', ['operation', 'thread']);
  const queued = histogram('queue_seconds', 'Waiting of an operation for its turn or a thread.', ['thread']);
  const sql = histogram('sql_seconds', 'SQL of a request, all statements together.', ['operation']);
  const statements = counter('sql_statements_total', 'SQL statements that were run.', ['operation']);
  const rows = counter('sql_rows_total', 'Rows that SQL statements returned.', ['operation']);
  const estimated = counter('estimated_values_total', 'Estimated cost of executed operations.', [
    'operation',
  ]);
  const returned = counter('returned_values_total', 'Values in the lists of their answers.', ['operation']);
  const ratio = new Histogram({
    name: `${prefix}work_ratio`,
    help: `Run time over what was estimated, of operations estimated at ${limits.atOnce} values and more; above 1 the estimate was low.`,
    labelNames: ['operation'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32],
    registers,
  });
  const repeated = counter('repeated_answers_total', 'Answers out of memory.', []);
  const swaps = counter('release_swaps_total', 'Releases that took the place of another.', []);
  new Gauge({
    name: `${prefix}waiting_values`,
    help: 'Estimated values of the operations that wait or run.',
    labelNames: ['thread'],
    registers,
    collect() {
      const { front, workers } = watched?.waiting() ?? { front: 0, workers: 0 };
      this.set({ thread: 'front' }, front);
      this.set({ thread: 'worker' }, workers);
    },
  });
  new Gauge({
    name: `${prefix}release_info`,
    help: 'The release that is served; always 1.',
    labelNames: ['release'],
    aggregator: 'max',
    registers,
    collect() {
      this.reset();
      const release = watched?.release();
      if (release) this.set({ release: release.hash }, 1);
    },
  });
  new Gauge({
    name: `${prefix}release_built_timestamp_seconds`,
    help: 'When the release that is served was built.',
    aggregator: 'max',
    registers,
    collect() {
      this.reset();
      const release = watched?.release();
      if (release) this.set(Date.parse(release.builtAt) / 1000);
    },
  });

  const looks = counter(
    'follow_looks_total',
    'Looks at the address that is followed, by what came of them.',
    ['outcome'],
  );
  new Gauge({
    name: `${prefix}follow_lag_seconds`,
    help: 'Since what is served was known to be what is at the address that is followed.',
    aggregator: 'max',
    registers,
    collect() {
      this.reset();
      const lag = watched?.follows()?.lagSeconds;
      if (lag !== undefined) this.set(lag);
    },
  });

  function histogram<L extends string>(name: string, help: string, labelNames: L[]): Histogram<L> {
    return new Histogram({
      name: prefix + name,
      help: `${help} In seconds.`,
      labelNames,
      buckets: times,
      registers,
    });
  }

  function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
    return new Counter({ name: prefix + name, help, labelNames, registers });
  }

  const codes = new Set<string>();

  function codeOf([code = '']: readonly string[]): string {
    if (codes.size < mostCodes) codes.add(code);
    return codes.has(code) ? code : 'OTHER';
  }

  return {
    watch(server) {
      watched = server;
    },
    record({ facts, status, ms }) {
      const operation = facts.file ?? names.get(facts.document ?? '') ?? 'other';
      requests.inc({ operation, outcome: outcomeOf(facts, status), code: codeOf(facts.codes ?? []) });
      // A subscription is open for as long as its client likes.
      if (!facts.stream) seconds.observe({ operation }, ms / 1000);
      if (facts.repeated) repeated.inc();
      if (facts.sql) {
        sql.observe({ operation }, facts.sql.ms / 1000);
        statements.inc({ operation }, facts.sql.statements);
        rows.inc({ operation }, facts.sql.rows);
      }
      const { queuedMs, runMs, cost = 0, values = 0, thread = 'front' } = facts;
      if (queuedMs !== undefined) queued.observe({ thread }, queuedMs / 1000);
      if (runMs === undefined) return;
      runs.observe({ operation, thread }, runMs / 1000);
      estimated.inc({ operation }, cost);
      returned.inc({ operation }, values);
      if (cost >= limits.atOnce) ratio.observe({ operation }, runMs / 1000 / (cost * secondsPerValue));
    },
    looked: (outcome) => looks.inc({ outcome }),
    swapped: () => swaps.inc(),
    values: () => registry.getMetricsAsJSON(),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
