/** Answers requests for the feeds: who asks for what, what the client has already, and the document. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { type DocumentKey, revalidate, sendDocument, sentUnchanged } from '../cache/documents.ts';
import { type AskGraph, type OwnError, sendErrors } from '../graphql/own-operations.ts';
import { allowOrigin } from '../kit/cors.ts';
import { currentRequest } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { sendError } from '../kit/send-json.ts';
import { atomOf, atomType } from './atom.ts';
import { type FeedDocument, feedDocumentOf } from './feed-document.ts';
import { jsonFeedOf, jsonFeedType } from './json-feed.ts';
import {
  asParameter,
  changesDocument,
  type FeedQuestion,
  type PageOfChanges,
  readQuestion,
  variablesOf,
} from './page-of-changes.ts';

/** What answering with feeds needs. */
export interface FeedHandlerOptions {
  readonly ask: AskGraph;
  readonly allowedOrigins: ReadonlySet<string>;
  /** Where this server is for a request, without a slash at the end. */
  readonly baseOf: (request: IncomingMessage) => string;
}

/** The feeds of a server. */
export interface Feeds {
  /** Whether there is a feed at that path. */
  has(path: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse, requestContext: RequestContext): Promise<void>;
}

const formats: Readonly<Record<string, { readonly type: string; text(feed: FeedDocument): string }>> = {
  '/changes.atom': { type: atomType, text: atomOf },
  '/changes.json': { type: jsonFeedType, text: jsonFeedOf },
};

/** An archived document says the same in every release; a day bounds how long a faulty one would stay. */
const archivedFor = 'public, max-age=86400';

/** Puts the feeds at their paths. */
export function createFeeds({ ask, allowedOrigins, baseOf }: FeedHandlerOptions): Feeds {
  return {
    has: (path) => Object.hasOwn(formats, path),
    async answer(request, response, requestContext) {
      const { path, given } = addressOf(request);
      const format = formats[path];
      if (!format) throw new Error(`There is no feed at ${path}.`);
      const facts = currentRequest.getStore();
      if (facts) facts.file = path.slice(1);
      response.setHeader('vary', 'Accept-Encoding, Origin');
      allowOrigin(request, response, allowedOrigins);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'A feed is had with GET.');
        return;
      }
      const question = questionOf(given);
      if (question instanceof GraphQLError) {
        sendErrors(request, response, [question.toJSON() as OwnError]);
        return;
      }
      const { hash, builtAt, feedId } = requestContext.release.info;
      const base = baseOf(request);
      const { lastModified, cacheControl, epoch } =
        question.before === undefined
          ? { lastModified: builtAt, cacheControl: revalidate, epoch: `${hash} ${builtAt} ${feedId}` }
          : { lastModified: undefined, cacheControl: archivedFor, epoch: feedId };
      const key: DocumentKey = { epoch, parts: [base, path, given.toString()] };
      if (sentUnchanged(request, response, key, { cacheControl, lastModified })) return;
      // What a day or moment would change is not in a feed, so no header of the request counts.
      const { data, errors } = await ask<{ changes: PageOfChanges }>(
        changesDocument,
        variablesOf(question),
        requestContext,
        {},
      );
      if (errors || !data) {
        sendErrors(request, response, (errors ?? []).map(inParameters));
        return;
      }
      const feed = feedDocumentOf(question, data.changes, { base, path, feedId, builtAt });
      const { type, text } = format;
      await sendDocument(request, response, key, {
        ...{ type, text: text(feed), cacheControl },
        lastModified: lastModified ?? feed.updated,
      });
    },
  };
}

function addressOf({ url = '' }: IncomingMessage): {
  readonly path: string;
  readonly given: URLSearchParams;
} {
  const [path = '', search] = url.split('?', 2);
  return { path, given: new URLSearchParams(search) };
}

function questionOf(given: URLSearchParams): FeedQuestion | GraphQLError {
  try {
    return readQuestion(given);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** The error in the words of the parameters. */
function inParameters(error: OwnError): OwnError {
  const field = error.extensions?.field;
  if (field === undefined) return error;
  const found = asParameter(field, error.message);
  return { message: found.message, extensions: { ...error.extensions, field: found.field } };
}
