/** Settings: what the environment may say, and what is said of it when it cannot be used. */

import { expect, test } from 'vitest';
import { ConfigError, readConfig, settings } from '../../src/settings.ts';

test('an empty environment gives every setting its default', () => {
  const config = readConfig({});
  expect(Object.keys(config)).toEqual(Object.keys(settings));
  expect(config.PORT).toBe(4000);
  expect(config.HOST).toBe('127.0.0.1');
  expect(config.ALLOWED_ORIGINS).toEqual(new Set());
});

test('an empty value counts as none', () => {
  expect(readConfig({ PORT: '' }).PORT).toBe(4000);
});

test('values of the environment are read by their type', () => {
  const config = readConfig({
    PORT: '0',
    GRAPHIQL: 'off',
    ALLOWED_ORIGINS: 'https://one.example, http://localhost:5173',
  });
  expect(config.PORT).toBe(0);
  expect(config.GRAPHIQL).toBe(false);
  expect(config.ALLOWED_ORIGINS).toEqual(new Set(['https://one.example', 'http://localhost:5173']));
});

test('one message names every problem, what was found and what is expected', () => {
  const env = { PORT: '70000', GRAPHIQL: 'yes', ALLOWED_ORIGINS: '*', DRAIN_MS: '1.5' };
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(
    [
      'PORT must be a whole number from 0 to 65535; "70000" is not.',
      'GRAPHIQL must be `on` or `off`; "yes" is not.',
      'ALLOWED_ORIGINS must be origins such as `https://app.example`, separated by commas, without a path or `*`; "*" is not.',
      'DRAIN_MS must be a whole number from 0 to 60000; "1.5" is not.',
    ].join('\n'),
  );
});

test.each(['https://app.example/', 'https://app.example/path', 'app.example', 'null'])(
  '%s is not an origin',
  (origin) => {
    expect(() => readConfig({ ALLOWED_ORIGINS: origin })).toThrow(ConfigError);
  },
);

test('every setting is described in a sentence and its default is one of its values', () => {
  for (const { default: value, description, schema } of Object.values(settings)) {
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(schema.safeParse(value).success).toBe(true);
  }
});

test('DATABASE is a path or a web address without credentials, and no message has a token', () => {
  for (const DATABASE of [
    'data/coverage.sqlite',
    'C:\\data\\coverage.sqlite',
    'https://store.example/c.sqlite?x=1',
  ])
    expect(readConfig({ DATABASE }).DATABASE).toBe(DATABASE);
  for (const DATABASE of [
    's3://bucket/c.sqlite',
    'https://user:word@store.example/',
    'http://',
    'https://a.example/#x',
  ])
    expect(() => readConfig({ DATABASE }), DATABASE).toThrow(ConfigError);
  expect(() => readConfig({ DATABASE: 'https://user:word@store.example/' })).toThrow(
    '"https://…@store.example/"',
  );
  expect(() => readConfig({ DATABASE_TOKEN: 'synthetic token' })).toThrow(
    /^DATABASE_TOKEN must be a token without spaces, or empty; its value is not\.$/,
  );
});
