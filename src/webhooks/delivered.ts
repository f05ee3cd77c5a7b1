/** How far each subscriber has come, and what could not be delivered: two small files beside the database. */

import { readFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Position } from '../../db/history/feed.ts';
import { WebhooksError } from './subscribers.ts';

/** How far a subscriber has come in which feed. */
export interface ReachedPosition extends Position {
  readonly feedId: string;
}

/** A message that was given up. */
export interface DeadLetter {
  readonly time: string;
  readonly subscriber: string;
  readonly webhookId: string;
  readonly tries: number;
  /** Why the last try failed. */
  readonly reason: string;
  readonly payload: unknown;
}

/** The two files. */
export interface Delivered {
  /** How far a subscriber has come; undefined where it is new. */
  of(subscriber: string): ReachedPosition | undefined;
  /** Resolves when it is on the disk. */
  advance(subscriber: string, reached: ReachedPosition): Promise<void>;
  bury(letter: DeadLetter): Promise<void>;
}

const form = z.record(z.string(), z.object({ feedId: z.string(), seq: z.number(), at: z.string() }));

/** Opens them for a database file. Throws where the first one holds something else. */
export function openDelivered(database: string): Delivered {
  const file = `${database}.webhooks.json`;
  const letters = `${database}.webhooks-dead.ndjson`;
  const reached = new Map(Object.entries(readIn(file)));
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    // Renamed into place: a reader, or a start after a crash, finds a whole one.
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify(Object.fromEntries(reached), null, 2)}\n`);
    await rename(draft, file);
  }

  return {
    of: (subscriber) => reached.get(subscriber),
    advance(subscriber, position) {
      reached.set(subscriber, position);
      writing = writing.catch(() => {}).then(write);
      return writing;
    },
    bury: (letter) => appendFile(letters, `${JSON.stringify(letter)}\n`),
  };
}

function readIn(file: string): Readonly<Record<string, ReachedPosition>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return form.parse(JSON.parse(text));
  } catch {
    throw new WebhooksError(
      `${file} is no file of webhook positions: remove it, and subscribers begin with what comes next.`,
    );
  }
}
