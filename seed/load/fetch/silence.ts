/** Ends a request when nothing comes for too long: a limit on the whole would cut off what is large. */

import { Unreachable } from './unreachable.ts';

/** Watches one request, which is sent with its signal. */
export interface SilenceWatch {
  readonly signal: AbortSignal;
  /** Something came. */
  extend(): void;
  end(): void;
}

/** Ends a request after so many milliseconds without a word. */
export function silenceWatch(milliseconds: number): SilenceWatch {
  const controller = new AbortController();
  const late = () => controller.abort(new Error(`nothing came for ${milliseconds / 1_000} seconds`));
  const timer = setTimeout(late, milliseconds);
  return {
    signal: controller.signal,
    extend: () => void timer.refresh(),
    end: () => clearTimeout(timer),
  };
}

/** The chunks of an answer, each waited for as long as its watch allows; throws Unreachable. */
export async function* watched(
  response: Response,
  watch: SilenceWatch,
  url: string,
): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const part of response.body ?? []) {
      watch.extend();
      yield part;
    }
  } catch (error) {
    throw unanswered(url, error);
  } finally {
    watch.end();
  }
}

/** The codes of errors after which other hosts would not be reached either. */
const noNetwork = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'ECONNREFUSED'];

/** What was thrown instead of an answer, in words. */
export function unanswered(url: string, error: unknown): Unreachable {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  // Where a name has several addresses, the error of all of them has a code alone.
  const why = (cause instanceof Error ? cause.message : String(cause)) || code;
  return new Unreachable(url, `It does not answer: ${why}.`, { offline: noNetwork.includes(code) });
}
