/** The settings: what the environment may say, what holds when it does not, and what each is for. */

import { z } from 'zod';
import { addressForm, isRatesAddress, ratesAddressOf } from '../db/rates/rates-address.ts';
import { isAddress } from '../db/release/address.ts';
import { readTrust, type Trust } from './limits/client-address.ts';
import { type Rate, readRate } from './limits/rate.ts';

/** One setting, as the README lists it. */
export interface Setting<T> {
  /** Text, as it would stand in the environment. */
  readonly default: string;
  readonly description: string;
  /** What a value must be, to follow "must be". */
  readonly expected: string;
  readonly schema: z.ZodType<T, string>;
  /** Whether a value is shown to nobody. */
  readonly secret?: true;
}

const whole = (min: number, max: number): Pick<Setting<number>, 'expected' | 'schema'> => ({
  expected: `a whole number from ${min} to ${max}`,
  schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max)),
});

const portOrNone: Pick<Setting<number | undefined>, 'expected' | 'schema'> = {
  expected: 'a whole number from 0 to 65535, or empty',
  schema: z
    .string()
    .regex(/^\d*$/)
    .transform((port) => (port === '' ? undefined : Number(port)))
    .pipe(z.number().max(65_535).optional()),
};

const onOff: Pick<Setting<boolean>, 'expected' | 'schema'> = {
  expected: '`on` or `off`',
  schema: z.enum(['on', 'off']).transform((value) => value === 'on'),
};

const files: Pick<Setting<readonly string[]>, 'expected' | 'schema'> = {
  expected: 'paths of files, separated by commas',
  schema: z.string().transform((list) => list.split(',').flatMap((file) => file.trim() || [])),
};

const text: Pick<Setting<string>, 'expected' | 'schema'> = { expected: 'a text', schema: z.string().min(1) };

const origins: Pick<Setting<ReadonlySet<string>>, 'expected' | 'schema'> = {
  expected: 'origins such as `https://app.example`, separated by commas, without a path or `*`',
  schema: z
    .string()
    .transform((list) => list.split(',').flatMap((origin) => origin.trim() || []))
    .pipe(z.array(z.string().refine(isOrigin)))
    .transform((list) => new Set(list)),
};

const originOrNone: Pick<Setting<string | undefined>, 'expected' | 'schema'> = {
  expected: 'an origin such as `https://graph.example`, without a path, or empty',
  schema: z
    .string()
    .refine((text) => text === '' || isOrigin(text))
    .transform((text) => text || undefined),
};

const ratesOrNone: Pick<Setting<string | undefined>, 'expected' | 'schema'> = {
  expected: `the path of a folder, ${addressForm}, or empty`,
  schema: z
    .string()
    .refine((text) => !isRatesAddress(text) || ratesAddressOf(text, ''))
    .transform((path) => path.trim() || undefined),
};

const fileOrNone: Pick<Setting<string | undefined>, 'expected' | 'schema'> = {
  expected: 'the path of a file, or empty',
  schema: z.string().transform((path) => path.trim() || undefined),
};

/** A text that a function reads, which returns undefined for any that it cannot. */
const readBy = <T>(read: (text: string) => T | undefined) =>
  z.string().transform((text, { issues, value }) => {
    const found = read(text);
    if (found !== undefined) return found;
    issues.push({ code: 'custom', input: value });
    return z.NEVER;
  });

const rate: Pick<Setting<Rate | 'off'>, 'expected' | 'schema'> = {
  expected: '`off`, or a number of requests in a time such as `50/s`, `1000/min` or `20000/h`',
  schema: readBy((text) => (text === 'off' ? 'off' : readRate(text))),
};

const proxies: Pick<Setting<Trust>, 'expected' | 'schema'> = {
  expected:
    'a number of proxies from 1 to 32, or addresses, networks such as `10.0.0.0/8`, and `loopback`, `linklocal` or `uniquelocal`, separated by commas',
  schema: readBy(readTrust),
};

function isPathOrAddress(value: string): boolean {
  if (!isAddress(value)) return true;
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash;
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

/** Every setting by its name in the environment, in the order the README lists them. */
export const settings = {
  PORT: { ...whole(0, 65_535), default: '4000', description: 'The port to listen on; 0 takes any free one.' },
  HOST: {
    ...text,
    default: '127.0.0.1',
    description: 'The address to listen on; `0.0.0.0` is every address of the machine.',
  },
  DATABASE: {
    expected: 'a path, or an `https://` or `http://` address without a user and a fragment',
    schema: z.string().min(1).refine(isPathOrAddress),
    default: '.data/coverage.sqlite',
    description: 'The database file that is served, or the address of one, which is followed.',
  },
  DATABASE_COPY: {
    ...text,
    default: '.data/followed.sqlite',
    description: 'Where the file of an address is kept; the folder must be one that can be written.',
  },
  DATABASE_TOKEN: {
    expected: 'a token without spaces, or empty',
    schema: z.string().regex(/^[\x21-\x7e]*$/),
    default: '',
    secret: true,
    description:
      'The token of an address that is protected, sent as `Authorization: Bearer`. None by default.',
  },
  DATABASE_POLL_MS: {
    ...whole(50, 3_600_000),
    default: '10000',
    description:
      'Milliseconds between looks at whether an address has another release, a tenth more or less.',
  },
  RATES: {
    ...ratesOrNone,
    default: '',
    description:
      'The folder of the rates that are stored row by row, or the address of a ClickHouse that stores them; by default `DATABASE` with `.rates` behind it. A follower of an address names it where it has them.',
  },
  RATES_PASSWORD: {
    expected: 'a text',
    schema: z.string(),
    default: '',
    secret: true,
    description: 'The password of the user whom the address in `RATES` names.',
  },
  BUILD: {
    expected: '`on`, `off` or `beside`',
    schema: z.enum(['on', 'off', 'beside']),
    default: 'on',
    description:
      'Whether to build what is missing or out of date at start: the database and the pages. `beside`: no, another process builds the pages.',
  },
  PAGE: { ...onOff, default: 'on', description: 'Whether browsers get the page at `/`.' },
  GRAPHIQL: { ...onOff, default: 'on', description: 'Whether browsers get GraphiQL at `/graphql`.' },
  MCP: { ...onOff, default: 'on', description: 'Whether assistants are answered at `/mcp`.' },
  HOOKS: {
    ...onOff,
    default: 'off',
    description:
      'Whether `/cds-services` answers draft orders (CDS Hooks). Their requests carry patient data: see "The coverage hook".',
  },
  ALLOWED_ORIGINS: {
    ...origins,
    default: '',
    description:
      'The origins whose pages may read answers (CORS) and talk to `/mcp`, separated by commas. None by default.',
  },
  PUBLIC_URL: {
    ...originOrNone,
    default: '',
    description:
      'Where clients reach the server, such as `https://graph.example`, for feeds and `/id/`. By default what `Host` says, with http.',
  },
  WEBHOOKS: {
    ...fileOrNone,
    default: '',
    description: 'A JSON file of subscribers that are sent changes; see [feeds](feeds.md). None by default.',
  },
  PERSISTED_ONLY: {
    ...onOff,
    default: 'off',
    description:
      'Whether only published operations are answered: no other document, no introspection, no GraphiQL.',
  },
  PERSISTED_OPERATIONS: {
    ...files,
    default: '',
    description: 'Manifests of further operations to publish, separated by commas; see "For frontend apps".',
  },
  REPEAT_CACHE_MB: {
    ...whole(0, 4_096),
    default: '32',
    description: 'Megabytes of answers remembered for those who ask the same again; 0 remembers none.',
  },
  WORKERS: {
    ...whole(0, 256),
    default: '0',
    description:
      'Processes that answer, replaced when they crash; 0: one a core, as far as memory reaches. 1: one process, without a supervisor.',
  },
  LARGE_THREADS: {
    ...whole(0, 64),
    default: '0',
    description:
      'The most threads for large operations, of all processes together, at least one each; 0: one less than cores.',
  },
  DEADLINE_MS: {
    ...whole(100, 600_000),
    default: '5000',
    description:
      'Milliseconds that a large operation may run; past them it is ended with `DEADLINE_EXCEEDED`.',
  },
  LARGE_MB: {
    ...whole(64, 65_536),
    default: '256',
    description:
      'Megabytes of memory that a large operation may take. 9,000 statements in one answer take less than 96.',
  },
  LOG_REQUESTS: { ...onOff, default: 'on', description: 'Whether to log a JSON line for every request.' },
  METRICS_PORT: {
    ...portOrNone,
    default: '',
    description: 'The port of `/metrics`, for Prometheus; 0 takes any free one. No metrics by default.',
  },
  METRICS_HOST: {
    ...text,
    default: '127.0.0.1',
    description: 'The address on which `/metrics` listens; keep it from the public.',
  },
  SLOW_MS: {
    ...whole(0, 600_000),
    default: '1000',
    description:
      'Milliseconds from which an operation is logged as slow, with its slowest SQL statements; 0 logs none.',
  },
  RELEASE_POLL_MS: {
    ...whole(50, 3_600_000),
    default: '1000',
    description: 'Milliseconds between looks at whether the database file was replaced.',
  },
  DRAIN_MS: {
    ...whole(0, 60_000),
    default: '1500',
    description: 'Milliseconds for which a stopping server still answers while `/readyz` says 503.',
  },
  MAX_CONNECTIONS: {
    ...whole(1, 1_000_000),
    default: '1000',
    description: 'Open connections at once; more are dropped. Keep it below `ulimit -n`.',
  },
  MAX_CONNECTIONS_PER_ADDRESS: {
    ...whole(1, 1_000_000),
    default: '100',
    description:
      'Open connections of one address; more are closed. This machine and the proxies of `TRUST_PROXY` have no such limit.',
  },
  MAX_SUBSCRIPTIONS: {
    ...whole(0, 1_000_000),
    default: '200',
    description: 'Open subscriptions at once; more are refused. Each is a connection.',
  },
  MAX_EXPORTS: {
    ...whole(0, 1_000),
    default: '4',
    description: 'Exports and downloads at once; more are refused until one ends.',
  },
  RATE_LIMIT: {
    ...rate,
    default: 'off',
    description:
      'Requests of one client, at once and in that time, such as `50/s` or `1000/min`; more are refused with 429.',
  },
  TRUST_PROXY: {
    ...proxies,
    default: '',
    description:
      'The proxies whose `X-Forwarded-For` names the client: how many, or their addresses and networks. None by default.',
  },
} satisfies Record<string, Setting<unknown>>;

/** The settings with their values, by the same names. */
export type Config = {
  readonly [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['schema']>;
};

/** The environment holds values that cannot be used; the message names every one of them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings out of an environment; an empty value counts as none. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = (name: string, setting: Setting<unknown>): [string, unknown] => {
    const value = env[name] || setting.default;
    const parsed = setting.schema.safeParse(value);
    const shown = setting.secret ? 'its value' : `"${value.replace(/\/\/[^/@]*@/, '//…@')}"`;
    if (!parsed.success) problems.push(`${name} must be ${setting.expected}; ${shown} is not.`);
    return [name, parsed.data];
  };
  const config = Object.fromEntries(Object.entries(settings).map(([name, setting]) => read(name, setting)));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config as Config;
}
