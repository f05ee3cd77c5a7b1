/** What the coverage hook refuses, with the field and the way out, and without repeating a value. */

import { expect, test } from 'vitest';
import { serveGraph } from '../kit/exporting.ts';
import { untilFileIsOver } from '../kit/fixture.ts';
import { sent } from './hook-client.ts';
import { coverage, order, orderSign, typed } from './synthetic-request.ts';

const served = await serveGraph({ hooks: true, until: untilFileIsOver() });

const second = { ...coverage(), id: 'synthetic-coverage-2' };
const slug = (value: string) => coverage({ system: 'urn:coverage-graph:payer', value });

test.each([
  ['no Coverage', orderSign({ coverages: [] }), 400, 'required', 'prefetch.coverage'],
  [
    'a Coverage that is not active',
    orderSign({ coverages: [{ ...coverage(), status: 'cancelled' }] }),
    400,
    'required',
    'prefetch.coverage',
  ],
  [
    'two Coverages',
    orderSign({ coverages: [coverage(), second] }),
    400,
    'business-rule',
    'prefetch.coverage',
  ],
  [
    'a payer without an identifier',
    orderSign({ coverages: [coverage({ value: 'aetna' })] }),
    400,
    'required',
    'prefetch.coverage.payor',
  ],
  [
    'a payer that is not known',
    orderSign({ coverages: [coverage(typed('payerid', '00000'))] }),
    400,
    'not-supported',
    'prefetch.coverage.payor',
  ],
  [
    'an association',
    orderSign({ coverages: [slug('bcbs')] }),
    400,
    'not-supported',
    'prefetch.coverage.payor',
  ],
  [
    'more orders than are answered',
    orderSign({ orders: Array.from({ length: 21 }, () => order('77090')) }),
    400,
    'business-rule',
    'context.draftOrders',
  ],
  ['another hook', { ...orderSign(), hook: 'order-dispatch' }, 400, 'value', 'hook'],
  [
    'an order without its requester, named by its place among all entries',
    orderSign({
      orders: [order('77080', { doNotPerform: true }), order('77090', { requester: undefined })],
    }),
    422,
    'business-rule',
    'context.draftOrders.entry[1].resource.requester',
  ],
  ['no patient', orderSign({ context: { patientId: undefined } }), 400, 'structure', 'context.patientId'],
  [
    'orders that are no Bundle',
    orderSign({ context: { draftOrders: { resourceType: 'List' } } }),
    400,
    'structure',
    'context.draftOrders.resourceType',
  ],
] as const)('%s is refused, with the field and the way out', async (_, body, status, code, field) => {
  const answer = await sent(served, body);
  expect([answer.status, answer.issue?.[0]?.code, answer.issue?.[0]?.expression]).toEqual([
    status,
    code,
    [field],
  ]);
  expect(answer.type).toMatch(/^application\/fhir\+json/);
  expect(answer.issue?.[0]?.diagnostics).toMatch(/^[A-Za-z].*\.$/);
  expect(JSON.stringify(answer)).not.toMatch(/Synthea|SYN-MEMBER|synthetic-/);
});

test('what is no request of a hook is refused as on every path of the server', async () => {
  const { origin } = served;
  expect(await sent(served, '{"broken')).toMatchObject({
    status: 400,
    issue: [{ diagnostics: 'The body is not valid JSON.' }],
  });
  expect((await sent(served, orderSign(), 'nothing')).status).toBe(404);
  expect((await sent(served, 'x', undefined, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await sent(served, { filler: 'x'.repeat(300_000) })).status).toBe(413);
  expect((await fetch(`${origin}/cds-services/coverage-order-sign`)).status).toBe(405);
  const unknown = await sent(
    served,
    { ...orderSign({ context: { selections: ['ServiceRequest/none'] } }), hook: 'order-select' },
    'coverage-order-select',
  );
  expect([unknown.status, unknown.issue?.[0]?.expression]).toEqual([422, ['context.selections']]);
});

test('nothing is there unless the hooks are turned on', async () => {
  const without = await serveGraph();
  expect((await fetch(`${without.origin}/cds-services`)).status).toBe(404);
});
