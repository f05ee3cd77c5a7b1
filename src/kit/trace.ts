/** The trace that a request belongs to: `traceparent` of W3C Trace Context, https://www.w3.org/TR/trace-context/#traceparent-header. */

/** What a request's `traceparent` names. */
export interface Trace {
  readonly traceId?: string;
  readonly parentSpanId?: string;
}

/** Version, trace, span and flags; versions after 00 may go on after a hyphen. */
const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/** The trace in a `traceparent` header; nothing where there is none or it is malformed, as the specification wants. */
export function traceOf(header: string | readonly string[] | undefined): Trace {
  const [, version, traceId, parentSpanId, more] = form.exec(String(header ?? '')) ?? [];
  if (!traceId || !parentSpanId || version === 'ff') return {};
  if (version === '00' && more !== undefined) return {};
  if (/^0+$/.test(traceId) || /^0+$/.test(parentSpanId)) return {};
  return { traceId, parentSpanId };
}
