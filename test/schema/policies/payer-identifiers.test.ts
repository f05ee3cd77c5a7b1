/** Payers by the identifiers of claims and filings: found, cited, and where none was found with the reason. */

import { describe, expect, test } from 'vitest';
import { contractorArea, jurisdiction, payer } from '../../../db/tables/index.ts';
import { ask, query } from '../../kit/graph.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

interface Identifier {
  readonly system: string;
  readonly value: string | null;
  readonly assignedTo: string | null;
  readonly valueState: string;
  readonly unknownReason: string | null;
  readonly note: string | null;
  readonly citations: readonly { readonly source: { readonly url: string | null } }[];
}

/** A day after the first of them were read. */
const later = { now: new Date('2026-12-01T12:00:00Z') };

const { payers } = await ask<{ payers: { slug: string; kind: string; identifiers: Identifier[] }[] }>(
  '{ payers { slug kind identifiers { system value assignedTo valueState unknownReason note citations { source { url } } } } }',
  {},
  later,
);
const all = payers.flatMap(({ slug, kind, identifiers }) =>
  identifiers.map((identifier) => ({ slug, kind, ...identifier })),
);
const valued = all.filter(({ valueState }) => valueState === 'VALUE');

const find = async (argument: string) => {
  const { data, errors } = await query(`{ payer(${argument}) { slug } }`, {}, later);
  const [error] = errors ?? [];
  return error ? [error.extensions.code, error.message] : (data as { payer: { slug: string } }).payer.slug;
};

describe('the identifiers of payers', () => {
  test('are each of the company or plan to which their source gives them, with its address', () => {
    expect(valued.length).toBeGreaterThan(10);
    expect(valued.filter(({ value, assignedTo }) => !value || !assignedTo)).toEqual([]);
    expect(all.filter(({ citations }) => !citations[0]?.source.url)).toEqual([]);
  });

  test('are none of an association: those of its licensees are theirs', () => {
    expect(all.filter(({ kind }) => kind === 'ASSOCIATION')).toEqual([]);
  });

  test('that were looked for and not found say so, and where', () => {
    const sought = all.filter(({ valueState }) => valueState === 'UNKNOWN_VALUE');
    expect(sought.length).toBeGreaterThan(0);
    expect(sought.filter(({ value, unknownReason, note }) => value || !unknownReason || !note)).toEqual([]);
  });
});

describe('a payer is found', () => {
  test('by every identifier that one payer has, in any case, with its system or without', async () => {
    for (const { slug, system, value } of valued) {
      expect(await find(`identifier: {system: ${system}, value: "${value?.toLowerCase()} "}`)).toBe(slug);
      expect(await find(`identifier: {value: "${value}"}`)).toBe(slug);
    }
  });

  test('by several at once, those that name none left out', async () => {
    const found = await ask<{ payers: { slug: string }[] }>(
      '{ payers(identifiers: [{value: "61101"}, {system: NAIC_COMPANY, value: "79413"}, {value: "no such"}]) { slug } }',
      {},
      later,
    );
    expect(found.payers.map(({ slug }) => slug).sort()).toEqual(['humana', 'uhc']);
  });

  test('by the words of its identifier in the search, where a number alone stays a code', async () => {
    const { searchEntities, mapTerms } = await ask<{
      searchEntities: { nodes: { entity: { id: string } }[] };
      mapTerms: { hits: { entity: { id: string } }[] }[];
    }>(
      '{ searchEntities(text: "payer id 87726", first: 1) { nodes { entity { id } } } mapTerms(terms: ["NAIC 79413", "77090"]) { hits { entity { id } } } }',
    );
    expect(searchEntities.nodes[0]?.entity.id).toBe('Payer:uhc');
    expect(mapTerms.map(({ hits }) => hits[0]?.entity.id)).toEqual(['Payer:uhc', 'BillingCode:CPT:77090']);
  });

  test('by the number of the contract under which a Medicare contractor decides, where a load brought it', async () => {
    const store = serviceStore();
    add(store, payer, {
      id: 'Payer:mac',
      slug: 'mac',
      kind: 'MEDICARE_CONTRACTOR',
      label: 'Contractor (synthetic)',
    });
    add(store, jurisdiction, { id: 'Jurisdiction:XX', code: 'XX', label: 'Place (synthetic)' });
    add(store, contractorArea, {
      ...{ id: 'ContractorArea:one', payerId: 'Payer:mac', jurisdictionId: 'Jurisdiction:XX' },
      contractorNumber: '99901',
    });
    const of = releaseOf(store);
    const found = await ask<{ payer: { slug: string } }>(
      '{ payer(identifier: {value: "99901"}) { slug } }',
      {},
      { of },
    );
    expect(found.payer.slug).toBe('mac');
    expect(ids.payer).not.toBe('Payer:mac');
  });
});

describe('a payer is not found', () => {
  test('by what this release does not know, which is an error that says so', async () => {
    expect(await find('identifier: {system: NAIC_COMPANY, value: "60054"}')).toEqual([
      'UNKNOWN_ID',
      expect.stringContaining('says nothing about the payer itself'),
    ]);
  });

  test('by a slug and an identifier at once, or by neither', async () => {
    const both = ['BAD_USER_INPUT', expect.stringContaining('one of slug and identifier')];
    expect(await find('slug: "aetna", identifier: {value: "60054"}')).toEqual(both);
    expect(await find('asOf: {dateOfService: "2026-11-30"}')).toEqual(both);
  });
});
