/** Requests from hell: operations made of the schema, and every other path with hostile parameters. */

import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { schema } from '../../schema/index.ts';
import { rootFields, sampleOf } from '../kit/root-fields.ts';
import { anything, textFromHell, valueFor, withNested } from './values.ts';

/** A request as it is sent. */
export interface Request {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Field = GraphQLField<unknown, unknown>;

/** Fields below the root. */
const deepest = 5;

const exportPaths = ['csv', 'ndjson'].flatMap((ext) => [
  `/export/matrix.${ext}`,
  `/export/statements.${ext}`,
]);
const otherPaths = [
  '/healthz',
  '/readyz',
  '/operations.json',
  '/',
  '/graphql/',
  '/export/',
  '/none',
  '/%00',
  '/..%2f..%2fetc/passwd',
];
const parameters = [
  'codes',
  'families',
  'payers',
  'types',
  'dateOfService',
  'knownAt',
  'linesOfBusiness',
  '__proto__',
  'x',
];

/** One of a list, by its place: the generator compares what it is given, and the schema leads back to itself. */
function pick<T>(g: fc.GeneratorValue, list: readonly T[]): T {
  return list[g(fc.nat, { max: list.length - 1 })] as T;
}

/** One request: mostly an operation, else an export or another path. */
export const requests: fc.Arbitrary<Request> = fc.gen().map((g) => {
  const kind = g(fc.nat, { max: 9 });
  if (kind === 0) return exported(g);
  if (kind === 1)
    return {
      path: pick(g, otherPaths),
      method: g(fc.constantFrom, 'GET', 'POST'),
      headers: {},
    };
  return operation(g);
});

function exported(g: fc.GeneratorValue): Request {
  const given = new URLSearchParams();
  for (let n = g(fc.nat, { max: 4 }); n > 0; n--)
    given.append(pick(g, parameters), g(() => textFromHell).slice(0, 2_000));
  return { path: `${g(fc.constantFrom, ...exportPaths)}?${given}`, method: 'GET', headers: {} };
}

function operation(g: fc.GeneratorValue): Request {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  let aliases = 0;
  const take = (type: string, value: unknown) => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  };
  /** A value for an argument: one that is good for the roots that need it, nonsense for all others. */
  const argument = (field: Field, arg: Field['args'][number], root: boolean) => {
    const good = root ? sampleOf(field.name, arg) : undefined;
    const value = good !== undefined && g(fc.nat, { max: 2 }) > 0 ? good : g(() => valueFor(arg.type));
    return `${arg.name}: ${take(String(arg.type), value)}`;
  };
  const fieldText = (field: Field, depth: number): string => {
    aliases += 1;
    const alias = `a${aliases}: `;
    const given = field.args.filter((arg) => isRequiredArgument(arg) || g(fc.nat, { max: 3 }) === 0);
    const args = given.map((arg) => argument(field, arg, depth === 0));
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection(getNamedType(field.type), depth + 1)}`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    if (isLeafType(type)) return '';
    const on =
      isUnionType(type) || isInterfaceType(type) ? pick(g, schema.getPossibleTypes(type)) : undefined;
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const inside = [
      chosen(own, depth),
      on ? `... on ${on.name} { ${chosen(Object.values(on.getFields()), depth)} }` : '',
    ];
    return `{ __typename ${inside.join(' ')} }`;
  };
  const chosen = (fields: readonly Field[], depth: number): string => {
    const open = depth >= deepest ? fields.filter(({ type }) => isLeafType(getNamedType(type))) : fields;
    if (open.length === 0) return '';
    const most = depth > 1 ? 1 : 3;
    const few = Array.from({ length: 1 + g(fc.nat, { max: most }) }, () => pick(g, open));
    return few.map((field) => fieldText(field, depth)).join(' ');
  };
  const roots = Array.from({ length: 1 + g(fc.nat, { max: 2 }) }, () => pick(g, allRoots));
  const fields = roots.map((field) => fieldText(field, 0)).join(' ');
  const query = `query ${declared.length > 0 ? `(${declared.join(', ')}) ` : ''}{ ${fields} }`;
  const headers: Record<string, string> = {};
  if (g(fc.nat, { max: 5 }) === 0) headers['as-of-date-of-service'] = latin(g(() => textFromHell));
  if (g(fc.nat, { max: 9 }) === 0) headers['as-of-known-at'] = latin(g(() => textFromHell));
  const extensions = g(fc.nat, { max: 19 }) === 0 ? { extensions: g(() => anything) } : {};
  const given = `?${new URLSearchParams({ query, variables: withNested(JSON.stringify(variables)) })}`;
  if (g(fc.nat, { max: 3 }) === 0 && given.length < 7_000)
    return { path: `/graphql${given}`, method: 'GET', headers };
  return {
    path: '/graphql',
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: withNested(JSON.stringify({ query, variables, ...extensions })),
  };
}

/** The roots, those of routers among them. */
const allRoots: readonly Field[] = [
  ...rootFields,
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name === '_entities'),
];

/** What may be in a header at all. */
function latin(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
