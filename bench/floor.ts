/** The floor: node:http, prepared SQL, small tables in memory, JSON.stringify. A separate server process, started by `main.ts`. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStore } from '../db/kit/store.ts';
import { answersFrom } from './floor-answers.ts';
import { workloads } from './workloads.ts';

const [file = ''] = process.argv.slice(2);
const answers = answersFrom(openStore(file, { mapped: true }));

function isWorkload(name: string): name is keyof typeof workloads {
  return name in workloads;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      operationName: string;
      variables: never;
    };
    if (!isWorkload(operationName)) return response.writeHead(400).end();
    const text = JSON.stringify({ data: answers[operationName](variables) });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    return response.end(text);
  });
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  process.stderr.write(`The floor is at http://localhost:${port}/graphql.\n`);
});
process.once('SIGTERM', () => process.exit(0));
