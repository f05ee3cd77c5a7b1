/** Sending in parts: one part is made at a time, and none for a client that is gone or takes nothing. */

import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sendParts } from '../../../src/kit/send-stream.ts';

/** A response whose client takes nothing until it drains. */
class Stuck extends EventEmitter {
  destroyed = false;
  ended = false;
  readonly written: string[] = [];
  write(part: string): boolean {
    this.written.push(part);
    return false;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

const asResponse = (stuck: Stuck) => stuck as unknown as ServerResponse;

function counted(parts: readonly string[]) {
  const made: string[] = [];
  let closed = false;
  async function* make() {
    try {
      for (const part of parts) {
        made.push(part);
        yield part;
      }
    } finally {
      closed = true;
    }
  }
  return { made, stream: make(), isClosed: () => closed };
}

async function settle(): Promise<void> {
  for (let n = 0; n < 5; n++) await nextTurn();
}

test('the next part is made when the last was taken', async () => {
  const stuck = new Stuck();
  const { made, stream } = counted(['a', '', 'b', 'c']);
  const sent = sendParts(asResponse(stuck), stream, 10_000);
  for (const expected of [['a'], ['a', '', 'b'], ['a', '', 'b', 'c']]) {
    await settle();
    expect(made).toEqual(expected);
    expect(stuck.ended).toBe(false);
    stuck.emit('drain');
  }
  await sent;
  expect(stuck.written).toEqual(['a', 'b', 'c']);
  expect(stuck.ended).toBe(true);
  expect(stuck.eventNames()).toEqual([]);
});

test('no part is made for a client that is gone', async () => {
  const stuck = new Stuck();
  const { made, stream, isClosed } = counted(['a', 'b']);
  const sent = sendParts(asResponse(stuck), stream, 10_000);
  await settle();
  stuck.destroy();
  await sent;
  expect(made).toEqual(['a']);
  expect(isClosed()).toBe(true);
  expect(stuck.ended).toBe(false);
});

test('a client that takes nothing for too long is cut off', async () => {
  const stuck = new Stuck();
  const { stream, isClosed } = counted(['a', 'b']);
  await sendParts(asResponse(stuck), stream, 1);
  expect(stuck.destroyed).toBe(true);
  expect(isClosed()).toBe(true);
});
