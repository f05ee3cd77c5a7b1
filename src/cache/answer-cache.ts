/** Remembers answers as the bytes they were sent as, for those who ask the same again; bounded in bytes. */

import { LRUCache } from 'lru-cache';
import type { RequestFacts } from '../kit/request.ts';
import type { Question } from './cache-key.ts';

/** An answer as it is sent, and what the log says of the question. */
export interface Kept {
  readonly bytes: Buffer;
  readonly type: string;
  readonly coding: string | undefined;
  readonly facts: Pick<RequestFacts, 'operation' | 'document' | 'cost'>;
}

/** Answers of one epoch: whatever is of another one is neither found nor kept. */
export interface Repeats {
  /** Begins an epoch unless it is the one at hand: all that is kept of another is dropped. */
  enter(epoch: string): void;
  find(question: Question): Kept | undefined;
  keep(question: Question, kept: Kept): void;
}

/** What an entry takes beside its bytes, roughly. */
const overhead = 1_024;

/** No answer may push out more than this part of the others. */
const largestPart = 1 / 8;

/** Makes a memory of so many bytes; of none it remembers nothing. */
export function createRepeats(maxBytes: number): Repeats {
  let epoch = '';
  const answers = new LRUCache<string, Kept>({
    maxSize: Math.max(1, maxBytes),
    maxEntrySize: Math.max(1, Math.floor(maxBytes * largestPart)),
    sizeCalculation: ({ bytes }) => bytes.length + overhead,
  });
  const keyOf = ({ name, coding }: Question) => `${name} ${coding}`;

  return {
    enter(next) {
      if (next === epoch) return;
      epoch = next;
      answers.clear();
    },
    // A request that has waited since before the last swap still asks of the release that it holds.
    find: (question) => (question.epoch === epoch ? answers.get(keyOf(question)) : undefined),
    keep(question, kept) {
      if (question.epoch === epoch) answers.set(keyOf(question), kept);
    },
  };
}
