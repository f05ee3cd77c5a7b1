/** The compose file of the example, without an engine: its parts, commands and settings are there. */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
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

const folder = join(root, 'examples/replicas');
const file = parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};
const services = Object.entries(file.services);

test('every part that is named is there: folders to build, volumes, configs, other services', () => {
  for (const [name, { image, build, volumes = [], depends_on = [], configs = [] }] of services) {
    expect(image, name).toMatch(/^[\w./-]+(?::[\w.-]+)?$/);
    if (build) expect(existsSync(join(resolve(folder, build), 'Dockerfile'))).toBe(true);
    for (const volume of volumes) expect(file.volumes).toHaveProperty(volume.split(':')[0] ?? '');
    for (const other of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on))
      expect(file.services).toHaveProperty(other);
    for (const { source } of configs) expect(file.configs).toHaveProperty(source);
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
