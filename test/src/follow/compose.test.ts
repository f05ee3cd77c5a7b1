/** The compose files of the examples, without an engine: their parts, commands and settings are there. */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ratesAddressOf } from '../../../db/rates/rates-address.ts';
import { readConfig, settings } from '../../../src/settings.ts';
import { root } from '../kit/process.ts';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly configs?: readonly { readonly source: string }[];
  readonly deploy?: { readonly replicas: number };
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
}

const folderOf = (example: string) => join(root, 'examples', example);
const composeOf = (example: string) =>
  parse(readFileSync(join(folderOf(example), 'compose.yaml'), 'utf8'), { merge: true }) as ComposeFile;
const file = composeOf('replicas');

test.each(['replicas', 'rates'])(
  'in %s every part that is named is there: folders to build, volumes, configs, other services',
  (example) => {
    const { services, volumes: ownVolumes, configs: ownConfigs } = composeOf(example);
    for (const [name, { image, build, volumes = [], depends_on = [], configs = [] }] of Object.entries(
      services,
    )) {
      expect(image, name).toMatch(/^[\w./-]+(?::[\w.-]+)?$/);
      if (build) expect(existsSync(join(resolve(folderOf(example), build), 'Dockerfile'))).toBe(true);
      for (const volume of volumes.filter((one) => !one.startsWith('./')))
        expect(ownVolumes).toHaveProperty(volume.split(':')[0] ?? '');
      for (const other of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on))
        expect(services).toHaveProperty(other);
      for (const { source } of configs) expect(ownConfigs).toHaveProperty(source);
    }
  },
);

test('rates are in every node of the cluster that its config names, by settings that there are', () => {
  const { services, configs } = composeOf('rates');
  for (const name of ['graph', 'load']) {
    const { RATES_PASSWORD: _given, ...environment } = services[name]?.environment ?? {};
    const env = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, String(value)]));
    const { RATES = '' } = readConfig(env);
    const address = ratesAddressOf(RATES, '');
    const hosts = address?.urls.map((url) => new URL(url).hostname);
    const { content = '' } = configs.cluster ?? {};
    expect([...content.matchAll(/<host>(\w+)<\/host>/g)].map(([, host]) => host)).toEqual(hosts);
    expect(content).toContain(`<${address?.cluster}>`);
    for (const host of hosts ?? []) expect(services).toHaveProperty(host);
  }
});

test('three servers follow the store, with settings that there are, and keep the copy in a volume', () => {
  const { environment = {}, deploy, volumes = [] } = file.services.graph ?? { image: '' };
  expect(deploy?.replicas).toBe(3);
  const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
  for (const name of Object.keys(env)) expect(settings).toHaveProperty(name);
  const config = readConfig(env);
  expect(new URL(config.DATABASE).hostname).toBe('store');
  expect(volumes.some((volume) => config.DATABASE_COPY.startsWith(`${volume.split(':')[1]}/`))).toBe(true);
});

test('the release is published by a program that is there, to the folder that the store serves', () => {
  const [command, program = '', target = ''] = file.services.publish?.command ?? [];
  expect([command, existsSync(join(root, program))]).toEqual(['node', true]);
  const volume = file.services.publish?.volumes?.find((one) => one.endsWith(`:${target}`))?.split(':')[0];
  expect(file.services.store?.volumes?.[0]).toMatch(new RegExp(`^${volume}:`));
});

test('the proxy asks the servers at their port, and the next one where one does not answer', () => {
  const { content = '' } = file.configs.proxy ?? {};
  expect(content).toContain('server graph:4000;');
  expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toContain('PORT=4000');
  expect(content).toMatch(/proxy_next_upstream error timeout http_503 non_idempotent;/);
});
