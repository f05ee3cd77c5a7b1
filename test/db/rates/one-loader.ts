/** Loads rates in a process of its own, which is killed when it is about to insert into a table: address, folder, file, table. */

import { clickhouseRates } from '../../../db/rates/clickhouse-store.ts';
import type { RatesAddress } from '../../../db/rates/rates-address.ts';
import { writeRates } from './generated-rates.ts';
import { someRates } from './some-rates.ts';

const [address = '', folder = '', file = '', table = ''] = process.argv.slice(2);
const send = globalThis.fetch;
globalThis.fetch = async (url, init) => {
  const query = new URL(String(url)).searchParams.get('query') ?? '';
  if (query.startsWith(`insert into ${table} `)) process.kill(process.pid, 'SIGKILL');
  return send(url, init);
};
await writeRates(clickhouseRates(JSON.parse(address) as RatesAddress, folder), {
  [file]: someRates(['77080', '77081', 'G0130']),
});
