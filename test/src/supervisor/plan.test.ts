/** The plan of a supervisor, whatever happened to its workers; two are wanted. */

import { expect, test } from 'vitest';
import type { Phase } from '../../../src/supervisor/messages.ts';
import { planOf } from '../../../src/supervisor/plan.ts';

const none = { turn: [], leave: [], stop: [], start: 0 };

/** The plan for workers written as `ready`, or `old ready` for one of the generation before. */
function planFor(names: readonly string[], opened = true) {
  const workers = names.map((name, at) => ({
    name: `${at} ${name}`,
    phase: name.replace('old ', '') as Phase,
    generation: name.startsWith('old ') ? 1 : 2,
  }));
  const { turn, leave, stop, start } = planOf(workers, { workers: 2, generation: 2, opened });
  const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return { turn: named(turn), leave: named(leave), stop: named(stop), start };
}

test.each([
  ['what is missing is built by one, which listens then', [], false, { start: 1 }],
  ['nobody else starts meanwhile', ['ready'], false, {}],
  ['when one listens the others start', ['ready'], true, { start: 1 }],
  ['who is loaded listens', ['ready', 'spare'], true, { turn: ['1 spare'] }],
  ['the spare starts when all listen', ['ready', 'ready'], true, { start: 1 }],
  ['then there is nothing to do', ['ready', 'ready', 'spare'], true, {}],
  ['the spare takes the place of one that crashed', ['ready', 'spare'], true, { turn: ['1 spare'] }],
  ['and of one that ends by itself', ['ready', 'leaving', 'spare'], true, { turn: ['2 spare'] }],
  ['two that crashed are replaced at once', [], true, { start: 2 }],
  ['a spare that still loads is not doubled', ['ready', 'starting'], true, {}],
  [
    'on a replacement the spare is outdated',
    ['old ready', 'old ready', 'old spare'],
    true,
    { stop: ['2 old spare'], start: 1 },
  ],
  ['one loads at a time', ['old ready', 'old ready', 'starting'], true, {}],
  ['it listens beside all others', ['old ready', 'old ready', 'spare'], true, { turn: ['2 spare'] }],
  ['nobody leaves before it does', ['old ready', 'old ready', 'opening'], true, { start: 1 }],
  [
    'then the first one leaves',
    ['old ready', 'old ready', 'ready', 'starting'],
    true,
    { leave: ['0 old ready'] },
  ],
  ['the next listens when that one has left', ['leaving', 'old ready', 'ready', 'spare'], true, {}],
  ['and has left', ['old ready', 'ready', 'spare'], true, { turn: ['2 spare'], start: 0 }],
  [
    'an old one that crashes meanwhile is replaced first',
    ['old ready', 'spare'],
    true,
    { turn: ['1 spare'] },
  ],
])('%s', (_, workers, opened, plan) => {
  expect(planFor(workers, opened)).toEqual({ ...none, ...plan });
});
