/** Related codes: one edge in both directions, with the other parts of the service and the study that its image comes from. */

import { otherSide, type Related, relationsOf } from '../../db/codes/related-codes.ts';
import { RelatedCodeKind } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import { billingCode, codeRelation, serviceFamily } from '../../db/tables/index.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { enumOf } from '../kit/enums.ts';
import { at, type FactOf, mustHave, nameOf, sentenceOf } from '../kit/fact.ts';
import { grows, mostOf } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { BillingCode } from './code.ts';
import { ServiceFamily } from './family.ts';
import { partsBeside } from './parts-beside.ts';

const CodeRelation = statement({ table: codeRelation });

const relations = loaderOf((context, codeIds: readonly string[], asOf: AsOf) =>
  relationsOf(context.store, codeIds, asOf),
);

/** A related code as a fact: of which code, and for which day. */
export type RelatedFact = Related & { readonly ofId: string; readonly asOf: AsOf };

const order = Object.keys(RelatedCodeKind.values);

/** The codes that are related to a code on a day, by kind and code. */
export async function relatedTo(context: GraphContext, ofId: string, asOf: AsOf): Promise<RelatedFact[]> {
  const beside = partsBeside(context.memory, ofId);
  // Begun together, so that they are read in one statement.
  const [stated, through] = await Promise.all([
    relations(context, ofId, asOf),
    throughWhole(context, beside, asOf),
  ]);
  const own = stated.map((relation) => otherSide(ofId, relation));
  const found = [
    ...own,
    ...beside.filter(({ codeId, kind }) => !own.some((one) => one.codeId === codeId && one.kind === kind)),
    ...through,
    ...own.filter(({ kind }) => kind === 'WORKS_ON_IMAGE').flatMap((whole) => partsOf(context, whole)),
  ];
  return found
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.codeId < b.codeId ? -1 : 1))
    .map((related) => ({ ...related, ofId, asOf }));
}

/** The studies whose image the whole service works on: its parts work on the same. */
async function throughWhole(
  context: GraphContext,
  beside: readonly Related[],
  asOf: AsOf,
): Promise<Related[]> {
  const wholes = beside.filter(({ kind }) => kind === 'WHOLE');
  const found = await Promise.all(
    wholes.map(async ({ codeId: throughId, familyId }) =>
      (await relations(context, throughId, asOf))
        .map((relation) => otherSide(throughId, relation))
        .filter(({ kind }) => kind === 'BASE_STUDY')
        .map((related) => ({ ...related, throughId, ...(familyId && { familyId }) })),
    ),
  );
  return found.flat();
}

/** The parts of a service that works on an image: they do so, too. */
function partsOf({ memory }: GraphContext, whole: Related): Related[] {
  return partsBeside(memory, whole.codeId)
    .filter(({ kind }) => kind === 'PART')
    .map(({ codeId, familyId }) => ({
      ...whole,
      codeId,
      throughId: whole.codeId,
      ...(familyId && { familyId }),
    }));
}

const asParts: Partial<Record<Related['kind'], string>> = {
  WHOLE: 'reports the whole of',
  PART: 'reports a part of',
  SIBLING: 'reports another part of',
};

/** How a code is related, as a sentence. */
export function relatedInWords(context: GraphContext, related: RelatedFact): string {
  const { codeId, kind, relation, familyId, throughId, ofId, asOf } = related;
  const service = familyId ? nameOf(context, familyId) : '';
  if (!relation)
    return `${lastPart(codeId)} ${asParts[kind]} the service ${lastPart(ofId)} belongs to: ${service}.`;
  const says = sentenceOf(context, at(relation, asOf));
  if (!throughId) return says;
  const [what, part] = kind === 'BASE_STUDY' ? ['makes the image', ofId] : ['works on the image', codeId];
  return `${lastPart(codeId)} ${what}: ${says} ${lastPart(throughId)} is the whole of which ${lastPart(part)} is a part.`;
}

export const RelatedCode = builder.objectRef<RelatedFact>('RelatedCode').implement({
  description:
    'A code that is related to another, and what shows it: a statement, the parts of one service, or both.',
  fields: (t) => ({
    code: t.field({
      type: BillingCode,
      description: 'The related code.',
      resolve: ({ codeId, asOf }, _args, context) => mustHave(context, billingCode, codeId, asOf),
    }),
    kind: t.field({
      type: enumOf(RelatedCodeKind),
      description: 'How it is related to the code.',
      resolve: ({ kind }) => kind,
    }),
    text: t.string({
      description: 'How they are related, as a sentence.',
      resolve: (related, _args, context) => relatedInWords(context, related),
    }),
    statement: t.field({
      type: CodeRelation,
      nullable: true,
      description: 'The statement that says so; null where it follows from `family` alone.',
      resolve: ({ relation, asOf }) =>
        relation ? (at(relation, asOf) as FactOf<typeof codeRelation>) : null,
    }),
    family: t.field({
      type: ServiceFamily,
      nullable: true,
      description: 'The service of which both report the whole or a part; null where that is not the ground.',
      resolve: ({ familyId, asOf }, _args, context) =>
        familyId ? mustHave(context, serviceFamily, familyId, asOf) : null,
    }),
    through: t.field({
      type: BillingCode,
      nullable: true,
      description:
        'The code of the whole service, where the statement is about it and holds for its parts; null where the statement is about both codes.',
      resolve: ({ throughId, asOf }, _args, context) =>
        throughId ? mustHave(context, billingCode, throughId, asOf) : null,
    }),
  }),
});

/** The most parts that one service has. */
const partsAtMost = 10;

builder.objectField(BillingCode, 'relatedCodes', (t) =>
  t.field({
    type: [RelatedCode],
    description:
      'The codes that are related to it on the date of service, in both directions: what sources state, the whole and the other parts of its service, and the study whose image it works on. Code-pair edits and add-on edits are edges of their own.',
    ...grows({
      items: (sizes) => {
        const stated = mostOf(sizes, [
          { table: codeRelation, column: 'codeId' },
          { table: codeRelation, column: 'otherCodeId' },
        ]);
        return stated === undefined ? undefined : stated + partsAtMost;
      },
      eachOnce: false,
    }),
    resolve: ({ id, asOf }, _args, context) => relatedTo(context, id, asOf),
  }),
);
