/** The example: a claims subgraph, federated with the seeded graph behind Apollo Gateway, has its question answered. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startApollo } from '../../../examples/federation/apollo.ts';
import { startClaims } from '../../../examples/federation/claims.ts';
import { answerKept, ask, question } from '../../../examples/federation/question.ts';
import { compose } from '../../../examples/federation/supergraph.ts';
import { graphContext } from '../../../schema/kit/context.ts';
import { serveGraph } from '../../src/kit/exporting.ts';

const folder = join(import.meta.dirname, '../../../examples/federation');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

interface Line {
  readonly id: string;
  readonly coverage: { readonly cells: readonly { readonly state: string }[] } | null;
}

type Kind = 'notCovered' | 'unknown' | 'otherwise';

interface Answer {
  readonly openClaims: Readonly<Record<Kind, readonly Line[]>>;
}

/** The example, all of it but the processes, until the test is over; what it asks of the graph is counted. */
async function started() {
  let requests = 0;
  const graph = await serveGraph({
    context: (...handed) => {
      requests += 1;
      return graphContext(...handed);
    },
  });
  const claims = await startClaims(0);
  onTestFinished(() => claims.stop());
  const supergraph = await compose([
    { name: 'graph', url: graph.url },
    { name: 'claims', url: claims.url },
  ]);
  const gateway = await startApollo(supergraph, 0);
  onTestFinished(() => gateway.stop());
  requests = 0;
  return { url: gateway.url, requests: () => requests };
}

const slow = 120_000; // composing and planning take their time

describe('which open claims bill a component that the payer does not cover on that date, and why', () => {
  test(
    'is answered as the answer that is kept, lines that nobody knows of apart',
    async () => {
      const { url } = await started();
      const answer = await ask(url, question);
      if (process.env.UPDATE_ANSWERS)
        writeFileSync(join(folder, 'answer.json'), `${JSON.stringify(answer.data, null, 2)}\n`);
      else expect(answer).toEqual({ data: answerKept });
    },
    slow,
  );

  test(
    'takes what the graph says of all lines in one request, and what it is worth telling in few',
    async () => {
      const { url, requests } = await started();
      const { data } = await ask(url, '{ openClaims { notCovered { id } unknown { id } } }');
      expect((data as Answer).openClaims.notCovered.map(({ id }) => id)).toEqual([
        'SYN-0001/2',
        'SYN-0002/3',
        'SYN-0005/1',
      ]);
      expect(requests()).toBe(1);
    },
    slow,
  );

  test(
    'is asked of what the graph held at the moment that the client sets',
    async () => {
      const { url } = await started();
      const early = { 'as-of-known-at': '2020-01-01T00:00:00Z' };
      const { data } = await ask(
        url,
        '{ openClaims { lines { id } notCovered { id } unknown { id } } }',
        early,
      );
      const { notCovered, unknown } = (data as Answer).openClaims;
      expect(notCovered).toEqual([]);
      expect(unknown).toHaveLength((data as { openClaims: { lines: unknown[] } }).openClaims.lines.length);
    },
    slow,
  );
});

describe('the answer that is kept', () => {
  const { notCovered, unknown, otherwise } = (answerKept as Answer).openClaims;
  const states = (lines: readonly Line[]) =>
    lines.map(({ coverage }) => [...new Set(coverage?.cells.map(({ state }) => state))].join(' '));

  test('calls nothing not covered that no payer says it does not cover', () => {
    expect(new Set(states(notCovered))).toEqual(new Set(['NOT_COVERED']));
    expect(new Set(states(unknown))).toEqual(new Set(['UNKNOWN', '', 'NOT_COVERED COVERED']));
    expect(states(otherwise)).not.toContain('UNKNOWN');
  });

  test('is what the README of the example shows, line by line', () => {
    const rows = readme
      .split('\n')
      .map((row) => /^\| (SYN-\d+\/\d+) .* \| (notCovered|unknown|otherwise) +\|/.exec(row))
      .flatMap((row) => (row ? [[row[1], row[2]]] : []));
    const told = Object.entries({ notCovered, unknown, otherwise }).flatMap(([kind, lines]) =>
      lines.map(({ id }) => [id, kind]),
    );
    expect(rows).toEqual(told);
  });

  test('belongs to the question that the README shows', () => {
    expect(readme).toContain(question.slice(question.indexOf('query')).trim());
  });
});
