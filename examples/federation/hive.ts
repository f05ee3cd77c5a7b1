/** Hive Gateway in front of the subgraphs: a process of its own, from a package of its own, since it is large. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Running, stopProcess } from './running.ts';

const folder = join(import.meta.dirname, 'hive');
const config = join(folder, 'gateway.config.ts');
const program = join(folder, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');

/** Serves a supergraph on a port; installs the gateway where it is missing. */
export async function startHive(supergraphSdl: string, port: number): Promise<Running> {
  if (!existsSync(program)) {
    console.log('Installing Hive Gateway; this is done once.');
    const install = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
    spawnSync('npm', install, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  }
  const scratch = mkdtempSync(join(tmpdir(), 'supergraph-'));
  const file = join(scratch, 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  const listen = ['--port', String(port), '--host', '127.0.0.1', '--fork', '1', '--config-path', config];
  // Its older planner cannot plan a @requires that leads through other types; that of its router can.
  const args = [program, 'supergraph', file, ...listen, '--hive-router-runtime'];
  const gateway = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [gateway.stdout, gateway.stderr]) stream.on('data', (text) => (said += String(text)));

  const url = `http://127.0.0.1:${port}/graphql`;
  while (!(await answers(url))) {
    if (gateway.exitCode !== null) throw new Error(`Hive Gateway did not start:\n${said.slice(-2000)}`);
    await after(200);
  }
  return {
    url,
    async stop() {
      await stopProcess(gateway);
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return response.ok;
  } catch {
    return false;
  }
}
