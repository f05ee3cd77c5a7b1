/** A client of the hooks of a server, as order entry is one. */

import { expect } from 'vitest';
import type { Extension } from '../../kit/crd-definition.ts';
import type { Served } from '../kit/fixture.ts';

interface Action {
  readonly type: string;
  readonly resource: { readonly id: string; readonly extension: readonly Extension[] };
}

/** An answer of a hook, or its refusal. */
export interface HookAnswered {
  readonly status: number;
  readonly type: string | null;
  readonly cards?: readonly unknown[];
  readonly systemActions?: readonly Action[];
  readonly issue?: readonly {
    readonly code: string;
    readonly diagnostics: string;
    readonly expression?: string[];
  }[];
}

/** Posts a request to a service. */
export async function sent(
  { origin }: Served,
  body: unknown,
  service = 'coverage-order-sign',
  headers: Record<string, string> = {},
): Promise<HookAnswered> {
  const response = await fetch(`${origin}/cds-services/${service}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    ...((await response.json()) as object),
    status: response.status,
    type: response.headers.get('content-type'),
  };
}

/** The coverage information of each order of an answer, by its id. */
export async function informationOf(
  served: Served,
  body: unknown,
  service?: string,
): Promise<Readonly<Record<string, readonly Extension[]>>> {
  const { status, systemActions = [], issue, cards } = await sent(served, body, service);
  expect(issue, JSON.stringify(issue)).toBeUndefined();
  expect([status, cards]).toEqual([200, []]);
  expect(systemActions.every(({ type }) => type === 'update')).toBe(true);
  return Object.fromEntries(systemActions.map(({ resource }) => [resource.id, resource.extension]));
}

/** The value of a part of an extension. */
export const valueIn = ({ extension }: Extension, url: string) => {
  const part = extension.find((one) => one.url === url);
  return part && Object.entries(part).find(([key]) => key !== 'url')?.[1];
};
/** The reason of an extension. */
export const words = (one: Extension) => (valueIn(one, 'reason') as { text: string } | undefined)?.text ?? '';
