/** One reader in a separate process, started by `main.ts`: prints the time and memory that it took. */

import { performance } from 'node:perf_hooks';
import { type ReaderName, readers } from './readers.ts';

/** The time and memory that a reader took for a file. */
export interface Taken {
  readonly found: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rssMegabytes: number;
}

if (import.meta.main) {
  const [name = '', path = ''] = process.argv.slice(2);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const found = await readers[name as ReaderName](path);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rssMegabytes = process.resourceUsage().maxRSS / 1024;
  const taken: Taken = { found, seconds, cpuSeconds: (user + system) / 1e6, rssMegabytes };
  process.stdout.write(JSON.stringify(taken));
}
