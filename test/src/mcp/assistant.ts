/** An assistant as the SDK makes one, and a call of every tool. */

import { type CallToolResult, Client, type Transport } from '@modelcontextprotocol/client';
import type { Until } from '../kit/fixture.ts';

/** The eras of the protocol: one that begins with a handshake, and one in which each request says all. */
export const eras = ['2025-11-25', '2026-07-28'] as const;

/** Connects an assistant of an era, and collects what the SDK complains of. */
export async function connect(
  transport: Transport,
  era: (typeof eras)[number],
  until: Until,
): Promise<{ readonly client: Client; readonly complaints: readonly Error[] }> {
  const negotiating = era === '2026-07-28' ? { versionNegotiation: { mode: 'auto' as const } } : {};
  const client = new Client({ name: 'test', version: '1' }, negotiating);
  const complaints: Error[] = [];
  client.onerror = (error) => complaints.push(error);
  await client.connect(transport);
  until(() => client.close());
  return { client, complaints };
}

/** Calls a tool. */
export async function call(
  client: Client,
  name: string,
  args: Record<string, unknown>,
): Promise<CallToolResult & { readonly text: string }> {
  const result = await client.callTool({ name, arguments: args });
  const text = result.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
  return { ...result, text };
}

/** The tokens of a result, as a model is charged for all of it: some 3.2 characters each in such texts. */
export function tokensOf({
  content,
  structuredContent,
}: Pick<CallToolResult, 'content' | 'structuredContent'>) {
  return Math.round(JSON.stringify({ content, structuredContent }).length / 3.2);
}

/** What a usual question may cost. */
export const mostTokens = 4_000;

/** A statement of the founding facts. */
export const statement = 'CoverageStatement:CPT:77092/aetna/COMMERCIAL/0134/2026';

/** A call of each tool, and what is in its text. */
export const calls: readonly (readonly [tool: string, args: Record<string, unknown>, text: RegExp])[] = [
  [
    'resolve_terms',
    { terms: ['Aetna', '77092-26', 'no such thing qqq'] },
    /Payer:aetna[\s\S]*qqq: nothing found/,
  ],
  ['coverage', { codes: ['77092'], payers: ['aetna'] }, /Known:[\s\S]*\[1\][\s\S]*CPB 0134/],
  ['why', { id: statement }, /How it was derived:[\s\S]*\[1\]/],
  [
    'compare_payers',
    { left: 'aetna', right: 'bcbsal', code: '77085' },
    /differences between aetna and bcbsal/,
  ],
  ['code_report', { code: '77092', dateOfService: '2025-10-15' }, /Modifiers:[\s\S]*Sources/],
  [
    'check_claim',
    {
      payer: 'medicare',
      dateOfService: '2025-10-15',
      lines: [{ code: '77090', modifiers: ['TC'] }, { code: '77089' }],
    },
    /^FINDINGS:[\s\S]*Line 1 \(77090\)[\s\S]*\[1\]/,
  ],
  [
    'amounts',
    { code: '77092', dateOfService: '2025-10-15' },
    /Medicare, place of service 11, national:\n\$\d/,
  ],
  ['policy', { number: 'CPB 0134', payer: 'aetna' }, /Coverage:[\s\S]*Versions that were read/],
  [
    'what_changed',
    { payer: 'aetna', code: '77092', fromDay: '2022-06-01', toDay: '2026-11-24' },
    /differences between what is stated of aetna and 77092[\s\S]*added: Aetna/,
  ],
  ['search', { query: 'trabecular bone score' }, /"results":\[\{"id":/],
  ['fetch', { id: 'BillingCode:CPT:77092' }, /"title":[\s\S]*"url":/],
  ['graph_schema', { types: ['CoverageCell'] }, /type CoverageCell[\s\S]*unknownReason: UnknownReason/],
  ['graphql', { query: '{ payer(slug: "aetna") { label } }' }, /^\{"payer":\{"label":"Aetna"\}\}$/],
];
