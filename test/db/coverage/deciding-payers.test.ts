/** For whom a named payer stands in the matrix: licensees of an association, contractors of Medicare that state something of their own. */

import { describe, expect, test } from 'vitest';
import { matrixOfNamed, payersStating } from '../../../db/coverage/deciding-payers.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import { coverage, payer, priorAuthorization } from '../../../db/tables/index.ts';
import { add, ids, releaseOf, serviceStore } from '../../kit/synthetic.ts';

type Values = Parameters<typeof add>[2];
const asOf = { dateOfService: '2025-06-01', knownAt: '2025-06-01T00:00:00Z' };
const kinds = {
  programme: ['MEDICARE_FFS', null],
  east: ['MEDICARE_CONTRACTOR', 'programme'],
  west: ['MEDICARE_CONTRACTOR', 'programme'],
  association: ['ASSOCIATION', null],
  licensee: ['BLUE_LICENSEE', 'association'],
  company: ['NATIONAL_COMMERCIAL', null],
  daughter: ['NATIONAL_COMMERCIAL', 'company'],
} as const;
const idOf = (slug: string) => `Payer:${slug}`;

interface Stated {
  readonly by: keyof typeof kinds;
  readonly covered?: string | null;
  readonly authorization?: string;
  readonly values?: Values;
}

function world(stated: readonly Stated[]) {
  const store = serviceStore();
  for (const [slug, [kind, parent]] of Object.entries(kinds))
    add(store, payer, { id: idOf(slug), slug, kind, parentId: parent && idOf(parent) });
  for (const [i, { by, covered, authorization, values = {} }] of stated.entries()) {
    const about = {
      componentId: ids.component,
      codeId: ids.code,
      payerId: idOf(by),
      lineOfBusiness: 'MEDICARE_FFS',
      policyVersionId: 'PolicyVersion:synthetic',
    };
    if (covered !== undefined)
      add(store, coverage, { id: `CoverageStatement:${i}`, ...about, covered, ...values });
    if (authorization)
      add(store, priorAuthorization, {
        id: `PriorAuthorizationStatement:${i}`,
        ...about,
        priorAuthorization: authorization,
        ...values,
      });
  }
  return { store, memory: memoryOf(releaseOf(store)) };
}

const slugs = (payerIds: readonly string[]) =>
  [...new Set(payerIds)].map((id) => id.slice('Payer:'.length)).join(' ');

function columns(stated: readonly Stated[], named: readonly string[] | null) {
  const { store, memory } = world(stated);
  const question = {
    named: named?.map(idOf) ?? null,
    componentIds: [ids.component],
    linesOfBusiness: null,
    asOf,
  };
  const matrix = matrixOfNamed(store, memory, question);
  for (const { cells } of matrix.rows)
    expect(cells.map(({ payerId }) => payerId)).toEqual(matrix.columns.map(({ payerId }) => payerId));
  const found = slugs(matrix.columns.map(({ payerId }) => payerId));
  if (named) expect(slugs(payersStating(store, memory, named.map(idOf), [ids.component], asOf))).toBe(found);
  return found;
}

/** That nothing is known of coverage in the line of business, in which further statements then are. */
const silent = (by: Stated['by']): Stated => ({
  by,
  covered: null,
  values: { valueState: 'UNKNOWN_VALUE', unknownReason: 'POLICY_TEXT_NOT_SEEN' },
});
const national: Stated = { by: 'programme', covered: 'COVERED', values: { basis: 'NOT_STATED' } };

describe('Medicare', () => {
  test.each<[string, readonly Stated[], string]>([
    ['states nothing', [], 'programme'],
    ['states the same', [national, { ...national, by: 'east' }], 'programme'],
    ['states another answer', [national, { by: 'east', covered: 'NOT_COVERED' }], 'programme east'],
    ['states something where it is silent', [{ by: 'west', covered: 'COVERED' }], 'programme west'],
    [
      'gives another ground',
      [national, { ...national, by: 'east', values: { basis: 'ADJUNCT' } }],
      'programme east',
    ],
    [
      'has conditions of its own',
      [
        { by: 'programme', covered: 'CONDITIONAL' },
        { by: 'east', covered: 'CONDITIONAL' },
      ],
      'programme east',
    ],
    ['does not know where it does not know either', [silent('east')], 'programme'],
    [
      'asks for authorization',
      [national, silent('west'), { by: 'west', authorization: 'AUTH_NEEDED' }],
      'programme west',
    ],
    [
      'asks for authorization as it does',
      [
        silent('programme'),
        { by: 'programme', authorization: 'NO_AUTH' },
        silent('west'),
        { by: 'west', authorization: 'NO_AUTH' },
      ],
      'programme',
    ],
    [
      'states it no longer',
      [national, { by: 'east', covered: 'NOT_COVERED', values: { validTo: '2025-06-01' } }],
      'programme',
    ],
  ])('of which a contractor %s', (_title, stated, expected) => {
    expect(columns(stated, ['programme'])).toBe(expected);
  });

  test('has a contractor beside it in any case that was named', () => {
    expect(columns([], ['programme', 'west'])).toBe('programme west');
    expect(columns([], ['east'])).toBe('east');
  });
});

test('an association is replaced by its licensees, and a company by nobody', () => {
  expect(columns([], ['association'])).toBe('licensee');
  expect(columns([], ['company'])).toBe('company');
});

test('where nobody is named all are there that decide, contractors that state nothing among them', () => {
  expect(columns([], null).split(' ')).toEqual(
    expect.arrayContaining(['programme', 'east', 'west', 'licensee', 'company', 'daughter']),
  );
  expect(columns([], null)).not.toContain('association');
});
