/** Answers requests for files: which there are, how many are made at once, and the error when one cannot be. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, parse } from 'node:path';
import type { RateStore } from '../../db/rates/rate-store.ts';
import type { Release } from '../../db/release/release.ts';
import { downloadPaths } from '../../schema/about/downloads.ts';
import { graphContext } from '../../schema/kit/context.ts';
import { asOfOf } from '../kit/as-of-headers.ts';
import { allowOrigin } from '../kit/cors.ts';
import type { Log } from '../kit/log.ts';
import { maskErrors } from '../kit/mask-errors.ts';
import { figure } from '../kit/refusal.ts';
import { currentRequest, noteCodes } from '../kit/request.ts';
import type { RequestContext } from '../kit/request-context.ts';
import { sendError, sendJson } from '../kit/send-json.ts';
import { sendParts } from '../kit/send-stream.ts';
import { limits } from '../limits/limits.ts';
import type { Queue } from '../limits/queue.ts';
import { sendDatabase } from './database.ts';
import { type ExportTable, type RowFormat, rowFormats } from './formats.ts';
import { gapExport } from './gaps.ts';
import { matrixExport } from './matrix.ts';
import { asParameter } from './parameters.ts';
import { parquetRates, rateExport } from './rates.ts';
import { statementExport } from './statements.ts';

/** What answering with files needs. */
export interface ExportOptions {
  readonly maxExports: number;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly log: Log;
  readonly queue: Queue;
  /** The rates that are stored row by row; undefined where the server has no store of them. */
  readonly rates?: RateStore | undefined;
}

/** The exports of a server. */
export interface Exports {
  /** Whether there is a file at that path. */
  has(path: string): boolean;
  /** Settles when it will not look at the release again. */
  answer(request: IncomingMessage, response: ServerResponse, requestContext: RequestContext): Promise<void>;
  /** Begins no more of them. */
  end(): void;
}

/** The statuses of errors that are not the client's. */
const statuses: Readonly<Record<string, number>> = { INTERNAL_SERVER_ERROR: 500, RATES_UNAVAILABLE: 503 };

type Send = (request: IncomingMessage, response: ServerResponse, release: Release) => Promise<void>;

/** Puts what can be exported at its paths. */
export function createExports(options: ExportOptions): Exports {
  const { maxExports, allowedOrigins, log } = options;
  const mask = maskErrors(log);
  const table = (of: ExportTable, format: RowFormat) => sendTable(of, format, options);
  const files = new Map<string, Send>([
    [downloadPaths.database, sendDatabase],
    [downloadPaths.statementsCsv, table(statementExport, rowFormats.csv)],
    [downloadPaths.statementsNdjson, table(statementExport, rowFormats.ndjson)],
    [downloadPaths.matrixCsv, table(matrixExport, rowFormats.csv)],
    [downloadPaths.matrixNdjson, table(matrixExport, rowFormats.ndjson)],
    [downloadPaths.gapsCsv, table(gapExport, rowFormats.csv)],
    [downloadPaths.gapsNdjson, table(gapExport, rowFormats.ndjson)],
    [downloadPaths.ratesCsv, table(rateExport, rowFormats.csv)],
    [downloadPaths.ratesNdjson, table(rateExport, rowFormats.ndjson)],
    [downloadPaths.ratesParquet, table(rateExport, parquetRates)],
  ]);
  let running = 0;
  let ending = false;

  function refuse(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'A file is had with GET.');
    } else if (ending || running >= maxExports) {
      response.setHeader('retry-after', ending ? '1' : '5');
      if (ending) sendError(request, response, 503, 'BUSY', 'The server is about to stop. Try again soon.');
      else {
        const message = `${figure(running)} files are being sent, the most there may be. Try again soon.`;
        sendError(request, response, 503, 'TOO_MANY_EXPORTS', message);
      }
    } else return false;
    return true;
  }

  function fail(request: IncomingMessage, response: ServerResponse, thrown: unknown): void {
    const error = mask(thrown);
    if (response.headersSent) {
      // The client sees that the file breaks off.
      response.destroy();
      return;
    }
    const { message, extensions } = asParameter(error);
    const { code, field, requestId } = extensions;
    const status = statuses[String(code)] ?? 400;
    response.removeHeader('content-disposition');
    noteCodes([code]);
    sendJson(request, response, status, { errors: [{ message, extensions: { code, field, requestId } }] });
  }

  return {
    has: (path) => files.has(path),
    async answer(request, response, { release }) {
      const path = request.url?.split('?', 1)[0] ?? '';
      const send = files.get(path);
      if (!send) throw new Error(`There is no file at ${path}.`);
      response.setHeader('vary', 'Origin');
      allowOrigin(request, response, allowedOrigins);
      if (refuse(request, response)) return;
      running += 1;
      try {
        const name = basename(path);
        const facts = currentRequest.getStore();
        if (facts) facts.file = name;
        response.setHeader('content-disposition', `attachment; filename="${fileName(name, release)}"`);
        await send(request, response, release);
      } catch (error) {
        fail(request, response, error);
      } finally {
        running -= 1;
      }
    },
    end() {
      ending = true;
    },
  };
}

/** The name under which a file is kept: it says of which release it is. */
function fileName(name: string, { info }: Release): string {
  const { name: stem, ext } = parse(name);
  return `${stem}-${info.hash.replace(/[^\w-]/g, '').slice(0, 12)}${ext}`;
}

/** Sends a table in a form; between two batches whoever came in the meantime has the thread. */
function sendTable(
  table: ExportTable,
  { type, begin }: RowFormat,
  { queue, rates }: Pick<ExportOptions, 'queue' | 'rates'>,
): Send {
  return async (request, response, release) => {
    const given = new URLSearchParams(request.url?.split('?')[1]);
    const headers = asOfOf(request.headers);
    const now = new Date();
    const next = await table.open(given, () => graphContext(release, headers, now, rates));
    const writer = await begin(table.columns);
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const wanted = () => !response.destroyed;
    const batch = async () => {
      const rows = await next();
      return rows && writer.batch(rows);
    };
    async function* parts() {
      yield writer.head;
      for (let part = await queue.run(1, wanted, batch); part !== undefined; ) {
        yield part;
        part = await queue.run(1, wanted, batch);
      }
      yield writer.end();
    }
    await sendParts(response, parts(), limits.exportStallMs);
  };
}
