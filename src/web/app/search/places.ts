/** Where what was found leads to: its view, or GraphiQL for what has none yet. */

import type { FindAnythingQuery } from '../../graph/graphql.ts';
import { answerAddress, codeAddress, firstPayers, graphiqlAddress, readQuestion } from '../address.ts';
import { placeOfId } from '../things.ts';

/** What a search found. */
export type FoundHit = NonNullable<FindAnythingQuery['searchEntities']>['nodes'][number];

const first = readQuestion('');

/** The address of what was found. */
export function placeOf({ entity }: FoundHit): string {
  switch (entity.__typename) {
    case 'ServiceFamily':
      return answerAddress({
        ...first,
        payers: firstPayers,
        codes: entity.codes.map(({ code }) => code).slice(0, 1),
      });
    case 'ServiceComponent':
      return codeAddress(entity.reportedBy[0]?.code.code ?? '');
    default:
      return placeOfId(entity.id) ?? graphiqlAddress(anything, { id: entity.id });
  }
}

/** Everything has a label, sources and statements. */
const anything = `query Anything($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Entity {
      label
      citations { locator url source { title } }
      statements(first: 20) { totalCount nodes { text } }
    }
  }
}`;

const kinds: Readonly<Record<string, string>> = {
  BillingCode: 'code',
  ServiceFamily: 'service',
  ServiceComponent: 'component',
  Payer: 'payer',
  Policy: 'policy',
  PolicyVersion: 'policy version',
  DiagnosisCode: 'diagnosis',
  Modifier: 'modifier',
  PlaceOfService: 'place of service',
  SiteOfService: 'site of service',
  NationalDrugCode: 'drug',
  WorkflowStep: 'step of a workflow',
};

/** What kind of thing it is, in words. */
export const kindOf = ({ entity }: FoundHit): string =>
  kinds[entity.__typename ?? ''] ?? (entity.__typename ?? '').replace(/(?<!^)[A-Z]/g, ' $&').toLowerCase();

/** A passage with its matches marked, in pieces: the server writes `<mark>` around them and escapes all else. */
export function pieces(highlight: string): readonly { readonly text: string; readonly match: boolean }[] {
  return highlight.split(/(<mark>.*?<\/mark>)/).map((piece) => ({
    match: piece.startsWith('<mark>'),
    text: unescaped(piece.replace(/<\/?mark>/g, '')),
  }));
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found);
