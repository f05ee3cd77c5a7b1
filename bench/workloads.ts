/** The queries that are measured, each with many sets of variables, so that caching answers does not help a server. */

import { codeOf, codeSystem, ids } from './ids.ts';
import { randomFrom } from './random.ts';
import { familySize, type Scale } from './scale.ts';

/** A query and how its variables are chosen. */
export interface Workload {
  readonly title: string;
  readonly query: string;
  /** How many different sets of variables are sent in turn. */
  readonly variety: number;
  /** The most SQL statements that our server may run for it. */
  readonly statements: number;
  readonly variables: (scale: Scale, below: (limit: number) => number) => Readonly<Record<string, unknown>>;
}

const point: Workload = {
  title: 'a code, six scalars',
  query: `query point($code: String!) {
  billingCode(code: $code) { id system code category label description }
}`,
  variety: 500,
  statements: 2,
  variables: ({ codes }, below) => ({ code: codeOf(below(codes)) }),
};

const mission: Workload = {
  title: '2 codes, 120 statements, 240 citations',
  query: `query mission($codings: [Code!]!) {
  billingCodes(codings: $codings) {
    id code label
    coverage(first: 60) {
      nodes {
        id covered basis
        payer { id label }
        policyVersion { id version policy { number label } }
        component { role label }
        citations { role locator source { title url } }
      }
    }
  }
}`,
  variety: 100,
  statements: 4,
  variables: ({ asked }, below) => {
    const one = below(asked);
    const other = (one + 1 + below(asked - 1)) % asked;
    return { codings: [{ code: codeOf(one) }, { code: codeOf(other) }] };
  },
};

const matrix: Workload = {
  title: '20 components by 60 payers',
  query: `query matrix($families: [ID!]!) {
  coverageMatrix(input: { families: $families }) {
    columns { payer { id label } lineOfBusiness }
    rows {
      component { id label }
      cells { state reach unknownReason priorAuthorization best { id basis statedAt } }
    }
  }
}`,
  variety: 20,
  statements: 6,
  variables: ({ asked }, below) => {
    const start = below(asked / familySize - 4);
    return { families: [0, 1, 2, 3, 4].map((next) => ids.family(start + next)) };
  },
};

const wide: Workload = {
  title: 'a page of 100 with to-one and to-many',
  query: `query wide($slug: String!) {
  payer(slug: $slug) {
    label
    coverage(first: 100) {
      nodes { id covered summary code { code label } component { label } citations { locator source { title } } }
      pageInfo { hasNextPage }
    }
  }
}`,
  variety: 60,
  statements: 4,
  variables: ({ payers }, below) => ({ slug: ids.payer(below(payers)).slice('Payer:'.length) }),
};

const entities: Workload = {
  title: '_entities, 500 codes by their natural key',
  query: `query entities($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on BillingCode { id code label category } }
}`,
  variety: 20,
  statements: 2,
  variables: ({ codes }, below) => ({
    representations: Array.from({ length: 500 }, () => ({
      __typename: 'BillingCode',
      system: codeSystem,
      code: codeOf(below(codes)),
    })),
  }),
};

export const workloads = { point, mission, matrix, wide, entities } as const;

export type WorkloadName = keyof typeof workloads;

/** The bodies that are sent, in a cycle. */
export function bodiesOf(name: WorkloadName, scale: Scale): readonly string[] {
  const { query, variety, variables } = workloads[name];
  const { below } = randomFrom(scale.seed + variety);
  return Array.from({ length: variety }, () =>
    JSON.stringify({ query, operationName: name, variables: variables(scale, below) }),
  );
}
