/** Where a thing leads to: its view, or its neighbourhood for what has none. */

import type { FindAnythingQuery } from '../../graph/graphql.ts';
import { answerAddress, codeAddress, firstPayers, readQuestion } from '../address.ts';
import { graphAddress } from '../graph-address.ts';
import { placeOfId } from '../things.ts';
import { workflowAddress } from '../workflow-address.ts';

/** What a search found. */
export type FoundHit = NonNullable<FindAnythingQuery['searchEntities']>['nodes'][number];

const first = readQuestion('');

/** A thing with its place, as searches and the graph give it. */
export type Placed = Pick<FoundHit, 'entity'>;

/** The address of the view of a thing. */
export function placeOf({ entity }: Placed): string {
  switch (entity.__typename) {
    case 'ServiceFamily':
      return answerAddress({
        ...first,
        payers: firstPayers,
        codes: entity.codes.map(({ code }) => code).slice(0, 1),
      });
    case 'ServiceComponent':
      return codeAddress(entity.reportedBy[0]?.code.code ?? '');
    case 'Workflow':
      return workflowAddress({ slug: entity.slug });
    case 'WorkflowStep':
      return workflowAddress({ slug: entity.workflow.slug });
    default:
      return placeOfId(entity.id) ?? graphAddress({ of: entity.id });
  }
}

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
  ServiceContext: 'patient or indication',
  WorkflowStep: 'step of a workflow',
};

/** What kind of thing it is, in words. */
export const kindOf = ({ entity }: Placed): string =>
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
