/** Sentences of a report that follow from entities of the graph: each names what it follows from, and adds nothing to it. */

import { diagnosesListed } from '../../db/codes/diagnoses-listed.ts';
import { ComponentRole } from '../../db/enums/index.ts';
import type { AsOf } from '../../db/kit/as-of.ts';
import { lastPart } from '../../db/kit/id-parts.ts';
import {
  type coverage,
  policyVersion,
  serviceComponent,
  serviceFamily,
  workflow,
  workflowStep,
} from '../../db/tables/index.ts';
import { counted, inWords } from '../../db/tables/sentences.ts';
import { relatedInWords, relatedTo } from '../codes/related-code.ts';
import { builder } from '../kit/builder.ts';
import type { GraphContext } from '../kit/context.ts';
import { at, type Fact, type FactOf, mustHave, nameOf } from '../kit/fact.ts';
import { citing, grows } from '../kit/growth.ts';
import { loaderOf } from '../kit/loader.ts';
import { CitationRef, citationsOf, sourceOf } from '../kit/source.ts';
import { type Gap, propertiesOf, propertyInWords, recordedGaps } from './report-gap.ts';
import { factsOf, type Section, type SectionKey, sectionKeys, titleOf } from './report-section.ts';

/** A sentence and the things that it follows from. */
export interface Derived {
  readonly text: string;
  readonly from: readonly Fact[];
}

type Rule = (section: Section, context: GraphContext) => Promise<Derived[]>;

/** The words of a value of a closed list within a sentence. */
const within = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

/** A code that files alone bring has no words of its own: its label repeats it. */
const hasOwnWords = ({ code }: Section) => !code.label.endsWith(` ${code.code}`);

const summary: Rule = async (section, context) => {
  const { code, asOf } = section;
  const family = code.familyId ? await mustHave(context, serviceFamily, code.familyId, asOf) : undefined;
  const isMore = family && family.description !== code.description;
  return [
    ...(hasOwnWords(section)
      ? [{ text: `${code.code} is ${code.label}: ${code.description}`, from: [code] }]
      : []),
    ...(isMore
      ? [{ text: `It belongs to the service ${family.label}: ${family.description}`, from: [family] }]
      : []),
    ...(await payersInShort(section, context)),
  ];
};

/** Which payers state what, in one sentence; the statements are in the section on payers. */
async function payersInShort({ code, asOf }: Section, context: GraphContext): Promise<Derived[]> {
  const facts = await factsOf({ key: 'PAYERS_COVERED', code, asOf }, context);
  const stated = facts.flatMap((fact) => {
    const row = fact as FactOf<typeof coverage>; // those that have the column are statements on coverage
    return row.covered ? [row] : [];
  });
  if (stated.length === 0) return [];
  const answers = [...Map.groupBy(stated, ({ covered }) => covered)].map(([covered, of]) => {
    const payers = new Set(of.map(({ payerId }) => nameOf(context, payerId)));
    return `${inWords(covered ?? '')} by ${[...payers].join(', ')}`;
  });
  return [{ text: `Stated by payers: ${answers.join('; ')}.`, from: stated }];
}

/** The components that a code puts on a claim line, with the modifier that names each. */
function units({ code, asOf }: Section, context: GraphContext) {
  return context.memory.unitsWith(code.id).flatMap((unit) => {
    const component = context.memory.get(serviceComponent.name, unit.componentId);
    return component ? [{ ...unit, component: at(component, asOf) }] : [];
  });
}

/** "77092" alone, "77086 with modifier 26" where one names the part. */
function reportedAs(code: string, modifierId: string | null): string {
  return modifierId ? `${code} with modifier ${lastPart(modifierId)}` : code;
}

const serviceType: Rule = async (section, context) =>
  Promise.all(
    units(section, context).map(async ({ modifierId, component }) => {
      const family = await mustHave(context, serviceFamily, String(component.familyId), section.asOf);
      const role = ComponentRole.values[component.role as keyof typeof ComponentRole.values];
      const text = `${reportedAs(section.code.code, modifierId)} reports ${within(role)} (service: ${family.label}).`;
      return { text, from: [component, family] };
    }),
  );

const modifiers: Rule = async (section, context) => {
  const found = units(section, context);
  const named = found.filter(({ modifierId }) => modifierId !== null);
  const [alone] = found;
  if (named.length === 0 && alone) {
    const text = `${section.code.code} reports its part by itself; no modifier names a part of it.`;
    return [{ text, from: [alone.component] }];
  }
  return named.map(({ modifierId, component }) => ({
    text: `Modifier ${lastPart(modifierId ?? '')} on ${section.code.code} names the component ${nameOf(context, component.id)}.`,
    from: [component],
  }));
};

const stepsBilling = loaderOf((context, codes: readonly string[]) => {
  const found: string[][] = codes.map(() => []);
  const sql = `select k.key as "slot", w.step_id as "id" from json_each(:codes) k
    cross join workflow_step_code w where w.code_id = k.value order by 1, 2`;
  const rows = context.store.all<{ slot: number; id: string }>(sql, { codes: JSON.stringify(codes) });
  for (const { slot, id } of rows) found[slot]?.push(id);
  return found;
});

const list = (texts: string) => (JSON.parse(texts) as string[]).join('; '); // the form of the column

const steps: Rule = async ({ code, asOf }, context) => {
  const ids = await stepsBilling(context, code.id);
  return Promise.all(
    ids.map(async (id) => {
      const step = await mustHave(context, workflowStep, id, asOf);
      const path = await mustHave(context, workflow, step.workflowId, asOf);
      const text = `Step ${step.seq} of the workflow "${path.label}", ${step.label}, bills ${code.code}: done by the ${within(step.actorStated)}, from ${list(step.inputs)}, giving ${list(step.outputs)}.`;
      return { text, from: [step] };
    }),
  );
};

const related: Rule = async ({ code, asOf }, context) => {
  const found = (await relatedTo(context, code.id, asOf)).filter(
    ({ relation, throughId }) => !relation || throughId,
  );
  return Promise.all(
    found.map(async (one) => ({
      text: relatedInWords(context, one),
      from: [
        ...(one.relation ? [at(one.relation, asOf)] : []),
        ...(one.familyId ? [await mustHave(context, serviceFamily, one.familyId, asOf)] : []),
      ],
    })),
  );
};

const listsOnCodes = loaderOf((context, codes: readonly string[], asOf: AsOf) =>
  diagnosesListed(context.store, codes, asOf),
);

const diagnoses: Rule = async ({ code, asOf }, context) => {
  const found = await listsOnCodes(context, code.id, asOf);
  return Promise.all(
    found.map(async ({ versionId, effect, n }) => ({
      text: `${nameOf(context, versionId)}, which lists ${code.code}, lists ${counted(n)} diagnoses: ${inWords(effect)}. Which of its codes they are for is stated in prose only.`,
      from: [await mustHave(context, policyVersion, versionId, asOf)],
    })),
  );
};

/** What is not known of the code, a sentence for each thing, and the sections that nothing fills and no gap speaks of. */
const limitations: Rule = async ({ code, asOf }, context) => {
  const gaps = await recordedGaps({ code, asOf }, context);
  const alike = Map.groupBy(gaps, ({ property }) => property);
  const others = sectionKeys
    .filter((key) => key !== 'DATA_LIMITATIONS' && !propertiesOf[key].some((property) => alike.has(property)))
    .map((key): Section => ({ key, code, asOf }));
  const empty = await Promise.all(others.map((other) => isEmpty(other, context)));
  const titles = others.filter((_, slot) => empty[slot]).map(titleOf);
  const nothing = { text: `Nothing is known for: ${titles.join(', ')}.`, from: [code] };
  return [...(titles.length > 0 ? [nothing] : []), ...gapSentences(alike)];
};

/** Whether nothing fills a section on the day. */
export async function isEmpty(section: Section, context: GraphContext): Promise<boolean> {
  return (await factsOf(section, context)).length === 0 && (await derivedOf(section, context)).length === 0;
}

function gapSentences(alike: ReadonlyMap<Gap['property'], readonly Gap[]>): Derived[] {
  return [...alike].map(([property, of]) => {
    const payers = of.filter(({ payerId }) => payerId).length;
    const reasons = [...Map.groupBy(of, ({ reason }) => reason)].map(
      ([reason, { length }]) => `${inWords(reason)}${of.length > 1 ? ` ${counted(length)}` : ''}`,
    );
    const where = payers > 0 ? ` in ${counted(payers)} recorded gaps of payers` : '';
    return {
      text: `${propertyInWords(property)}: not known${where} (${reasons.join(', ')}).`,
      from: of,
    };
  });
}

const rules: Partial<Record<SectionKey, Rule>> = {
  SUMMARY: summary,
  SERVICE_TYPE: serviceType,
  CLINICAL_CONTEXT: steps,
  MODIFIERS: modifiers,
  DIAGNOSES: diagnoses,
  RELATED_CODES: related,
  DATA_LIMITATIONS: limitations,
};

/** Whether anything that a sentence follows from rests on a source that had been read by then. */
async function isKnown({ from }: Derived, context: GraphContext, { knownAt }: AsOf): Promise<boolean> {
  const rests = await Promise.all(
    from.map(async (fact) => {
      if (typeof (fact as Fact & { recordedFrom?: string }).recordedFrom === 'string') return true; // read as of then
      const cited = await citationsOf(context, fact);
      return cited.some((citation) => sourceOf(context, citation).retrievedOn <= knownAt.slice(0, 10));
    }),
  );
  return rests.some(Boolean);
}

/** The sentences of a section that follow from the graph as it was known. */
export async function derivedOf(section: Section, context: GraphContext): Promise<Derived[]> {
  const found = (await rules[section.key]?.(section, context)) ?? [];
  const known = await Promise.all(found.map((one) => isKnown(one, context, section.asOf)));
  return found.filter((_, slot) => known[slot]);
}

/** What a sentence may follow from: any node. */
const NodeRef = builder.nodeInterfaceRef();

export const DerivedSentence = builder.objectRef<Derived>('DerivedSentence').implement({
  description:
    'A sentence of a report that no source states in so many words: it follows from entities or statements of the graph and adds nothing to them.',
  fields: (t) => ({
    text: t.string({ description: 'The sentence.', resolve: ({ text }) => text }),
    from: t.field({
      type: [NodeRef],
      description: 'What it follows from, such as a component, a workflow step or gaps.',
      resolve: ({ from }) => [...from],
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where that comes from: the citations of the first thing that it follows from.',
      ...grows(citing),
      resolve: async ({ from: [first] }, _args, context) => (first ? citationsOf(context, first) : []),
    }),
  }),
});
