/** The metrics of several processes as one: sums, and of what is the same for all the largest. */

import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import type { Reports } from '../supervisor/messages.ts';

/** Adds up what each process reports of itself; the text format of Prometheus, and its content type. */
export async function addedUp(
  processes: readonly Reports['metrics'][],
): Promise<{ readonly type: string; readonly text: string }> {
  const all = processes as MetricObjectWithValues<MetricValue<string>>[][]; // what the metrics of a process give
  const registry = AggregatorRegistry.aggregate(all as never);
  return { type: registry.contentType, text: await registry.metrics() };
}
