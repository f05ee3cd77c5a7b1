/**
 * Subscriptions, over the server-sent events of Yoga. Yoga answers all events of a subscription with the context of its
 * first request, which would keep that release open and its loaders full of old rows. So each event is executed here
 * like a separate request: new context, new loaders, one release from start to end.
 */

import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Release } from '../../db/release/release.ts';
import type { StatefulContext } from '../cache/request-state.ts';
import { figure, refusal } from '../kit/refusal.ts';
import type { Releases } from '../kit/releases.ts';
import { currentRequest } from '../kit/request.ts';
import type { MakeContext } from '../kit/request-context.ts';
import { limits } from '../limits/limits.ts';
import { follow, type ReleaseStep } from './follow-releases.ts';

/** The open subscriptions of a server. */
export interface Subscriptions {
  readonly plugin: Plugin;
  /** Ends every stream after the event being sent, and accepts no more. */
  end(): void;
}

/** The parts of Yoga's context that matter here. */
interface StreamContext extends StatefulContext {
  readonly request: Request;
}

type Look = (context: object) => unknown;

/** The dependencies and settings of subscriptions. */
export interface SubscriptionOptions {
  readonly releases: Releases;
  readonly context: MakeContext;
  /** The most streams that may be open at once. */
  readonly maxSubscriptions: number;
}

export function createSubscriptions(options: SubscriptionOptions): Subscriptions {
  const { releases, context: make, maxSubscriptions } = options;
  const open = new Set<AbortController>();
  let ending = false;

  function refused({ request }: StreamContext): GraphQLError | undefined {
    const accept = request.headers.get('accept') ?? '*/*';
    if (!/text\/(event-stream|\*)|\*\/\*/i.test(accept))
      return refusal('BAD_REQUEST', 'A subscription is answered as text/event-stream: name it in Accept.');
    if (ending) return refusal('BUSY', 'The server is about to stop. Subscribe again in a second.', 503);
    if (open.size >= maxSubscriptions) {
      const message = `${figure(open.size)} subscriptions are open, the most there may be. Try again later, or poll \`changes\`.`;
      return refusal('TOO_MANY_SUBSCRIPTIONS', message, 503);
    }
    const cost = currentRequest.getStore()?.cost ?? 0;
    if (cost <= limits.cheap) return undefined;
    const found = `Each event may return about ${figure(cost)} values; the limit is ${figure(limits.cheap)}.`;
    return refusal('TOO_COSTLY', `${found} Ask for ids here, and for the rest with \`nodes\`.`);
  }

  async function subscribe(args: ExecutionArgs): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
    const requestContext = args.contextValue as StreamContext;
    const stop = new AbortController();
    open.add(stop);
    const close = () => {
      open.delete(stop);
      stop.abort();
    };
    requestContext.whenClosed(close);
    const { headers } = requestContext.state;
    const fresh = (release: Release) => make(release, headers, new Date());
    const contextValue = {
      ...requestContext,
      follow: (look: Look) => follow(releases, fresh, look, stop.signal),
    };
    const source = await createSourceEventStream({ ...args, contextValue });
    if (!(Symbol.asyncIterator in source)) {
      close();
      return source;
    }
    const request = currentRequest.getStore();
    if (request) request.stream = true;
    requestContext.letGo();
    forget(requestContext, fresh(requestContext.release));
    const { schema, document, variableValues, operationName } = args;
    const operation = { schema, document, variableValues, operationName };
    return answers(source as AsyncGenerator<ReleaseStep<object, unknown>>, operation, close); // made by `follow` above
  }

  return {
    plugin: {
      onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
        const error = refused(args.contextValue as unknown as StreamContext);
        if (error) setResultAndStopExecution({ errors: [error] });
        else setSubscribeFn(subscribe);
      },
    },
    end() {
      ending = true;
      for (const stop of open) stop.abort();
    },
  };
}

/** Empties the context, which Yoga keeps as long as the stream: it would keep the release's data in memory. */
function forget(context: object, made: object): void {
  for (const name of ['release', ...Object.keys(made)]) Reflect.deleteProperty(context, name);
}

/** Answers each event from the release in which it was found, and ends that lease before the answer is sent. */
async function* answers(
  source: AsyncGenerator<ReleaseStep<object, unknown>>,
  operation: ExecutionArgs,
  close: () => void,
): AsyncGenerator<ExecutionResult, void> {
  try {
    for await (const step of source) {
      yield await answerTo(step, operation);
    }
  } catch (error) {
    // For example, the feed that the client follows has ended: the error is sent, and the stream ends.
    if (!(error instanceof GraphQLError)) throw error;
    yield { errors: [error] };
  } finally {
    close();
  }
}

async function answerTo(
  step: ReleaseStep<object, unknown>,
  operation: ExecutionArgs,
): Promise<ExecutionResult> {
  try {
    return await execute({ ...operation, rootValue: step, contextValue: step.context });
  } finally {
    step.end();
  }
}
