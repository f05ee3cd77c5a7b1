/** What a user is told and given while a load runs: how far it is, and the figures behind distributions. Everything here is synthetic. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bar } from '../../../../seed/kit/progress.ts';
import { codesOf } from '../../../../seed/load/command/codes.ts';
import { rawRows } from '../../../../seed/load/command/raw.ts';
import { payerNamed } from '../../../../seed/load/library/curated.ts';

test('the bar tells file, share, rate and time left, and of a file of unknown size how much was read', () => {
  expect(bar('in/RVU25D.zip/synthetic.csv', 5_000_000, 10_000_000, 2)).toBe(
    `synthetic.csv ${'█'.repeat(12)}${'░'.repeat(12)} 50 % 2.5 MB/s, 2 s left`,
  );
  expect(bar('synthetic.json.gz', 3_000_000, undefined, 2)).toBe('synthetic.json.gz 3.0 MB 1.5 MB/s');
});

test('figures are written a JSON object a line, into a new file only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-graph-raw-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'figures.ndjson');
  const rows = rawRows(path);
  for (let n = 0; n < 1_001; n += 1) rows.row({ n });
  rows.end();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 1_001 }, (_, n) => n));
  expect(() => rawRows(path)).toThrow(
    /figures\.ndjson: This file is there already\. Name another one with --raw\./,
  );
});

test('a payer is known by name or alias, capitals and punctuation aside; an association is none', () => {
  expect(payerNamed('medicare part b')).toBe('medicare');
  expect(payerNamed('AETNA')).toBe('aetna');
  expect(payerNamed('Blue Cross Blue Shield')).toBeUndefined();
  expect(payerNamed('Aetna of Nowhere')).toBeUndefined();
});

test('a number in brackets at the end is no part of a name; one elsewhere is', () => {
  expect(payerNamed('AETNA [1001]')).toBe('aetna');
  expect(payerNamed('UNITEDHEALTHCARE [1016] ')).toBe('uhc');
  expect(payerNamed('Humana (12)')).toBe('humana');
  expect(payerNamed('[1001] AETNA')).toBeUndefined();
  expect(payerNamed('AETNA 1001')).toBeUndefined();
  expect(payerNamed('AETNA [PPO]')).toBeUndefined();
  expect(payerNamed('[1001]')).toBeUndefined();
});

test('codes and families of a list stand for their codes, each once', () => {
  expect(codesOf('77080, trabecular-bone-score,77090')).toEqual([
    '77080',
    '77089',
    '77090',
    '77091',
    '77092',
  ]);
  expect(codesOf('bone-densitometry')).toContain('77080');
});
