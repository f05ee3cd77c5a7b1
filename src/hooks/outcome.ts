/** Refusals of a hook, as FHIR OperationOutcomes. They name fields and never repeat values, which may be of a patient. */

import type { ServerResponse } from 'node:http';
import type { RefusalCode } from '../kit/refusal.ts';
import { noteCodes } from '../kit/request.ts';

/** An issue of an OperationOutcome: its code of https://hl7.org/fhir/R4/valueset-issue-type.html, and where it is. */
export interface HookIssue {
  readonly code:
    | 'structure'
    | 'required'
    | 'value'
    | 'business-rule'
    | 'not-supported'
    | 'not-found'
    | 'transient'
    | 'exception';
  readonly diagnostics: string;
  /** The path of the field in the request. */
  readonly expression?: string;
}

/** A request that is refused, with its status: 400 for what cannot be answered, 422 for what CRD alone forbids. */
export class HookRefusal extends Error {
  override readonly name = 'HookRefusal';
  readonly status: number;
  readonly code: RefusalCode;
  readonly issues: readonly HookIssue[];

  constructor(status: number, code: RefusalCode, issues: readonly HookIssue[]) {
    super(issues.map(({ diagnostics }) => diagnostics).join(' '));
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

/** A refusal of something in the request, with its way out. */
export function refused(code: HookIssue['code'], expression: string, diagnostics: string): HookRefusal {
  return new HookRefusal(400, 'BAD_USER_INPUT', [{ code, expression, diagnostics }]);
}

/** Sends a body as JSON. */
export function sendHook(
  response: ServerResponse,
  status: number,
  body: object,
  type = 'application/json',
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Sends a refusal as an OperationOutcome. */
export function sendRefusal(response: ServerResponse, { status, code, issues }: HookRefusal): void {
  noteCodes([code]);
  const issue = issues.map(({ expression, ...rest }) => ({
    severity: 'error',
    ...rest,
    ...(expression && { expression: [expression] }),
  }));
  sendHook(response, status, { resourceType: 'OperationOutcome', issue }, 'application/fhir+json');
}
