/** Assistants over standard input and output: the program as a local host starts it. */

import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, inject, test } from 'vitest';
import { temporaryFolder } from '../kit/fixture.ts';
import { root } from '../kit/process.ts';
import { call, calls, connect, eras } from './assistant.ts';

test('every tool answers in both eras, and nothing but the protocol is written', async () => {
  const database = join(temporaryFolder(), 'release.sqlite');
  copyFileSync(inject('database'), database);
  const answers = await Promise.all(
    eras.map(async (era) => {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [join(root, 'src', 'main.js'), 'mcp'],
        env: { DATABASE: database, BUILD: 'off' },
        stderr: 'pipe',
      });
      let written = '';
      transport.stderr?.on('data', (part) => {
        written += part;
      });
      const ends: (() => Promise<void>)[] = [];
      const { client, complaints } = await connect(transport, era, (end) => void ends.push(end));
      const texts: string[] = [];
      const called = era === '2026-07-28' ? calls : calls.slice(0, 2);
      for (const [tool, args] of called) texts.push((await call(client, tool, args)).text);
      const refused = await call(client, 'why', { id: 'Payer:aetna' });
      for (const end of ends) await end();
      return { texts, refused, complaints, written };
    }),
  );
  for (const { texts, refused, complaints, written } of answers) {
    for (const [i, text] of texts.entries()) expect(text).toMatch(calls[i]?.[2] ?? '');
    expect(refused.isError).toBe(true);
    expect(complaints).toEqual([]);
    // The log goes where people read it, a line for each operation.
    expect(written).toContain('"operation":"AssistantCoverage"');
    expect(written).not.toContain('no such thing qqq');
  }
  expect(answers[1]?.texts).toHaveLength(calls.length);
  expect(answers[1]?.texts).toEqual(expect.arrayContaining([...(answers[0]?.texts ?? ['none'])]));
});

test('an address, which servers follow, is refused in a sentence', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src', 'main.js'), 'mcp'], {
    env: { ...process.env, DATABASE: 'https://store.example/coverage.sqlite' },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^DATABASE is an address, .*connect the assistant to \/mcp .*\.\n$/);
});
