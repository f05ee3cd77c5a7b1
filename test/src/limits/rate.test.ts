/** The rate of a client: a bucket that is full at first, refilled evenly, and shared by all processes. */

import { expect, test } from 'vitest';
import { createRateLimit, readRate } from '../../../src/limits/rate.ts';

/** A limit of ten requests in a second, with a clock of its own. */
function tenInASecond() {
  let now = 0;
  const limit = createRateLimit({ requests: 10, ms: 1_000 }, () => now);
  const send = (count: number, client = 'one') =>
    Array.from({ length: count }, () => limit.take(client)).filter((wait) => wait === 0).length;
  return { limit, send, pass: (ms: number) => (now += ms) };
}

test('so many are let in at once, and the next one knows how long it has to wait', () => {
  const { limit, send } = tenInASecond();
  expect(send(12)).toBe(10);
  expect(limit.take('one')).toBeCloseTo(100);
});

test('one comes back with each tenth of the time, and never more than there were', () => {
  const { limit, send, pass } = tenInASecond();
  send(10);
  pass(99);
  expect(limit.take('one')).toBeCloseTo(1);
  pass(1);
  expect(send(5)).toBe(1);
  pass(3_600_000);
  expect(send(50)).toBe(10);
});

test('a refused request costs nothing, and nobody pays for another', () => {
  const { send, pass } = tenInASecond();
  send(500);
  pass(100);
  expect(send(5)).toBe(1);
  expect(send(20, 'two')).toBe(10);
});

test('what a client sent to one process counts in the other', () => {
  const [here, there] = [tenInASecond(), tenInASecond()];
  expect(here.send(10)).toBe(10);
  expect(there.send(4)).toBe(4);
  there.limit.takeElsewhere(here.limit.takenHere());
  here.limit.takeElsewhere(there.limit.takenHere());
  // Fourteen were let in before they knew of each other: both wait until four of them are paid off.
  for (const one of [here, there]) {
    one.pass(400);
    expect(one.send(1)).toBe(0);
    one.pass(100);
    expect(one.send(5)).toBe(1);
  }
  expect(here.limit.takenHere()).toEqual([['one', 1]]);
  expect(here.limit.takenHere()).toEqual([]);
});

test('the debt of a client ends after that time, whatever it sent elsewhere', () => {
  const { limit, send, pass } = tenInASecond();
  limit.takeElsewhere([['one', 1_000]]);
  pass(1_000);
  expect(send(1)).toBe(0);
  pass(100);
  expect(send(1)).toBe(1);
});

test.each([
  ['50/s', { requests: 50, ms: 1_000 }],
  ['1000/min', { requests: 1_000, ms: 60_000 }],
  ['20000/h', { requests: 20_000, ms: 3_600_000 }],
  ['0/s', undefined],
  ['50', undefined],
  ['50/d', undefined],
  ['-5/s', undefined],
  ['1.5/s', undefined],
])('%s is read as a rate, or refused', (text, rate) => {
  expect(readRate(text)).toEqual(rate);
});
