/** The address of a store of rates. */

/** Where rates are stored, and as whom to ask for them. */
export interface RatesAddress {
  /** Of every node. */
  readonly urls: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The name of their cluster in `remote_servers`; a single node needs none. */
  readonly cluster: string | undefined;
}

const written =
  /^clickhouse(s?):\/\/(?:(?<user>[^:@/?]+)@)?(?<hosts>[^@/?]+)\/(?<database>\w+)(?:\?cluster=(?<cluster>\w+))?$/;

/** Reads `clickhouse://user@host:8123,host:8123/database?cluster=name`; undefined for what is not written so. */
export function ratesAddressOf(address: string, password: string): RatesAddress | undefined {
  const { user = 'default', hosts = '', database = '', cluster } = address.match(written)?.groups ?? {};
  const scheme = address.startsWith('clickhouses:') ? 'https' : 'http';
  const urls = hosts.split(',').map((host) => `${scheme}://${host}`);
  if (!urls.every((url) => URL.canParse(url)) || (urls.length > 1 && !cluster)) return undefined;
  return { urls, user: decodeURIComponent(user), password, database, cluster };
}

/** How an address is written. */
export const addressForm = '`clickhouse://user@host:8123,host:8123/database?cluster=name`';

/** Whether a store is named by an address, not by its folder. */
export function isRatesAddress(rates: string): boolean {
  return /^clickhouses?:/.test(rates);
}
