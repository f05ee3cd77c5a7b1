/** Every list that a client may give, in the schema and in the exports, with items that are unknown and no reference at all beside each other. */

import { createHash } from 'node:crypto';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../../schema/index.ts';
import { documentOf, rootFields, samplesOf } from '../../kit/root-fields.ts';
import { edges, idsOf, walking } from '../../kit/walk.ts';
import { serveGraph } from '../kit/exporting.ts';

/** What stands in a list: something this release holds, something well-formed that it does not, something that is no such thing. */
interface Items {
  readonly known: unknown;
  readonly unknown: unknown;
  readonly malformed: unknown;
}

const payers = { known: 'Payer:aetna', unknown: 'Payer:nobody', malformed: 'Payer:' };
const subjects = {
  known: 'BillingCode:CPT:77090',
  unknown: 'BillingCode:CPT:00000',
  malformed: 'BillingCode:',
};
const families = {
  known: 'ServiceFamily:trabecular-bone-score',
  unknown: 'ServiceFamily:none',
  malformed: '?',
};
const types = { known: 'Payer', unknown: 'Unicorn', malformed: '' };
const codes = { known: { code: '77090' }, unknown: { code: '00000' }, malformed: { code: '' } };

/** Items of each list of references by the name of its argument or field, and of lists of inputs. */
const items: Readonly<Record<string, Items>> = {
  apcs: { known: '5521', unknown: '9999', malformed: '?' },
  codes,
  codings: codes,
  diagnoses: { known: 'M81.0', unknown: 'M81.9999', malformed: '!' },
  facilities: { known: 'Rush', unknown: 'Nowhere', malformed: '' },
  families,
  fields: { known: 'feeSchedule', unknown: 'synthetic', malformed: '?' },
  identifiers: { known: { value: '60054' }, unknown: { value: 'nobody' }, malformed: { value: '' } },
  ids: payers,
  jurisdictions: { known: 'Jurisdiction:US', unknown: 'Jurisdiction:none', malformed: '' },
  lines: codes,
  modifiers: { known: '26', unknown: 'ZZ', malformed: '?' },
  of: payers,
  networks: { known: 'PPO', unknown: 'None', malformed: '' },
  payerBrands: { known: 'uhc', unknown: 'nobody', malformed: '' },
  payers,
  policies: { known: 'Policy:aetna/0134', unknown: 'Policy:nobody/1', malformed: '' },
  revenueCodes: { known: '0320', unknown: '9999', malformed: '?' },
  subjects,
  terms: { known: '77090', unknown: 'qqqq', malformed: '' },
  types,
  via: types,
};

function itemsOf(name: string, type: GraphQLInputType): Items {
  const item = getNamedType(type);
  if (isEnumType(item)) {
    const [value] = item.getValues();
    return { known: value?.name, unknown: 'NO_SUCH_VALUE', malformed: '' };
  }
  const found = items[name];
  if (!found) throw new Error(`Say here what may stand in the list ${name} of ${type}.`);
  return found;
}

interface Place {
  /** The names that lead to the list, from the argument on. */
  readonly path: readonly string[];
  readonly items: Items;
}

/** The lists within an argument. */
function listsIn(name: string, type: GraphQLInputType, above: readonly string[] = []): readonly Place[] {
  const path = [...above, name];
  const inner = getNullableType(type);
  const own = isListType(inner) ? [{ path, items: itemsOf(name, type) }] : [];
  const named = getNamedType(type);
  if (!isInputObjectType(named) || path.length > 4) return own;
  const below = Object.values(named.getFields()).flatMap((field) => listsIn(field.name, field.type, path));
  return [...own, ...below];
}

const listsOf = (args: readonly GraphQLArgument[]) => args.flatMap((arg) => listsIn(arg.name, arg.type));

/** The value with a list put in at a path; on the way, what is a list already is entered at its first item. */
function put(value: unknown, [step, ...rest]: readonly string[], list: readonly unknown[]): unknown {
  if (Array.isArray(value)) return [put(value[0], [step ?? '', ...rest], list), ...value.slice(1)];
  const before = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...before, [step ?? '']: rest.length === 0 ? list : put(before[step ?? ''], rest, list) };
}

interface Question {
  readonly name: string;
  readonly document: string;
  readonly variables: (list: readonly unknown[]) => Readonly<Record<string, unknown>>;
  readonly items: Items;
}

const ofRoots: readonly Question[] = [
  ...rootFields.map((field) => ({ field, operation: 'query' as const })),
  ...Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map((field) => ({
    field,
    operation: 'subscription' as const,
  })),
].flatMap(({ field, operation }) =>
  listsOf(field.args).map(({ path, items }) => {
    const given = [...Object.keys(samplesOf(field)), path[0] ?? ''];
    return {
      name: `${field.name}(${path.join('.')})`,
      document: documentOf(field, given, operation),
      variables: (list) => put(samplesOf(field), path, list) as Readonly<Record<string, unknown>>,
      items,
    };
  }),
);

const ofEdges: readonly Question[] = edges.flatMap((edge) => {
  const type = schema.getType(edge.parent);
  const field = isObjectType(type) ? type.getFields()[edge.field] : undefined;
  return (field?.args ?? []).flatMap((arg) =>
    listsIn(arg.name, arg.type).map(({ path, items }) => ({
      name: `${edge.parent}.${edge.field}(${path.join('.')})`,
      document: walking(edge)
        .replace('$ids: [ID!]!', `$ids: [ID!]!, $${arg.name}: ${arg.type}`)
        .replace(`{ ${edge.field} `, `{ ${edge.field}(${arg.name}: $${arg.name}) `),
      variables: (list) => put({ ids: idsOf(edge.parent).slice(0, 1) }, path, list) as { ids: string[] },
      items,
    })),
  );
});

const sha256 = (document: string) => createHash('sha256').update(document).digest('hex');
const questions = [...ofRoots, ...ofEdges];
const published = new Map(questions.map(({ document }) => [sha256(document), document]));

const combinations = ({ known, unknown, malformed }: Items) => [
  [unknown, malformed],
  [malformed, unknown],
  [known, malformed],
];

/** Rejections that nobody handled: outside of a test each would end the process. */
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => void process.off('unhandledRejection', note));

/** What is wrong with the answer to a question that may be refused, but not fail: undefined where nothing is. */
async function wrongWith(send: () => Promise<Response>): Promise<string | undefined> {
  const response = await send();
  // A subscription that is accepted goes on for ever.
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body?.cancel();
  else {
    const text = await response.text();
    if (response.status >= 500 || text.includes('INTERNAL_SERVER_ERROR')) return text;
  }
  // Node tells of a rejection once all that was due has run.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return unhandled.length > 0 ? String(unhandled.splice(0)) : undefined;
}

const accept = { accept: 'application/graphql-response+json, text/event-stream' };

const posted = (url: string, body: object) => async () =>
  fetch(url, {
    method: 'POST',
    headers: { ...accept, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const got = (url: string, parameters: Readonly<Record<string, string>>) => async () =>
  fetch(`${url}?${new URLSearchParams(parameters)}`, { headers: accept });

test('every list of the schema is among these', () => {
  expect(questions.length).toBeGreaterThan(60);
  expect(questions.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'billingCodes(codings)',
      'coverageMatrix(input.codes)',
      'changes(codes)',
      'statementChanged(codes)',
      'checkClaim(claim.lines.diagnoses)',
    ]),
  );
});

describe('a list with what is unknown beside what is malformed is answered or refused, and ends nothing', () => {
  test.each([
    ['the roots', ofRoots],
    ['edges', ofEdges],
  ])(
    'as an argument of %s, by POST, by GET and by the hash of a published operation',
    async (_of, asked) => {
      const open = await serveGraph({ maxSubscriptions: 10_000 });
      const closed = await serveGraph({
        persistedOnly: true,
        operations: published,
        maxSubscriptions: 10_000,
      });
      const wrong: string[] = [];
      for (const [turn, { name, document, variables, items }] of asked.entries()) {
        const documentId = sha256(document);
        for (const [index, list] of combinations(items).entries()) {
          const given = variables(list);
          const json = JSON.stringify(given);
          const ways = [
            posted(open.url, { query: document, variables: given }),
            got(open.url, { query: document, variables: json }),
            posted(closed.url, { documentId, variables: given }),
            got(closed.url, { documentId, variables: json }),
          ];
          // In turn: three of the four ways for each list, each way with each combination of items over the lists.
          const send = ways[(turn + index) % ways.length] as (typeof ways)[number]; // the remainder is within its length
          const problem = await wrongWith(send);
          if (problem) wrong.push(`${name} ${JSON.stringify(list)}: ${problem}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test.each([
    ['matrix', 'MatrixInput'],
    ['statements', 'StatementFilter'],
  ])('as a parameter of /export/%s', async (file, input) => {
    const { origin } = await serveGraph();
    const type = schema.getType(input);
    const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const lists = fields.filter((field) => isListType(getNullableType(field.type)));
    expect(lists.length).toBeGreaterThan(3);
    const wrong: string[] = [];
    for (const { name, type } of lists) {
      for (const list of combinations(itemsOf(name, type))) {
        // An empty item is refused by the address itself; what is no code in another way gets further.
        for (const empty of ['', 'x']) {
          const value = list.map((item) => inAddress(item) || empty).join(',');
          for (const form of ['csv', 'ndjson']) {
            const address = `/export/${file}.${form}?${name}=${value}`;
            const problem = await wrongWith(async () => fetch(origin + address));
            if (problem) wrong.push(`${address}: ${problem}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

const inAddress = (item: unknown): string =>
  typeof item === 'string' ? item : ((item as { readonly code?: string }).code ?? '');
