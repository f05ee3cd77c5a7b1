/** What a hook answers: for each order an update of it, with the coverage information that is new. */

import {
  assertionId,
  type CrdAssertion,
  type CrdExtension,
  crdExtension,
  crdUrl,
} from '../../schema/coverage/crd-extension.ts';
import type { RequestContext } from '../kit/request-context.ts';
import {
  answersTo,
  type CodeAnswer,
  type CodeQuestion,
  type FoundPayer,
  type HookQuery,
  payerOf,
} from './ask.ts';
import { coverageOf, type ReadCoverage } from './coverage.ts';
import { ordersOf, type ReadOrder } from './order.ts';
import { refused } from './outcome.ts';
import type { HookRequest } from './request.ts';

/** The most orders of one request: each is a part of one operation. */
const mostOrders = 20;

/** An answer of a hook. Coverage information is a system action and never a card, as CRD has it. */
export interface HookAnswer {
  readonly cards: readonly never[];
  readonly systemActions: readonly {
    readonly type: 'update';
    readonly description: string;
    readonly resource: object;
  }[];
}

/** Answers a request. */
export async function answerHook(
  request: HookRequest,
  ask: HookQuery,
  { release }: Pick<RequestContext, 'release'>,
  today: string,
): Promise<HookAnswer> {
  const coverage = coverageOf(request);
  const orders = ordersOf(request);
  if (orders.length > mostOrders)
    throw refused(
      'business-rule',
      'context.draftOrders',
      `context.draftOrders has ${orders.length} orders, the most is ${mostOrders}. Send them in several requests.`,
    );
  const placed = orders.some(({ state }) => state !== null);
  const payer = await payerOf(ask, coverage.payer, placed);
  if (!request.wanted) return { cards: [], systemActions: [] };
  const questions = orders.flatMap((order, place) => questionsOf(order, place, payer));
  const answers = await answersTo(ask, questions, coverage);
  const actions = orders.map((order, place) => {
    const own = questions.flatMap(
      (question, i) => (question.place === place ? { question, answer: answers[i] as CodeAnswer } : []), // an answer for each question
    );
    const billed = billedAs(order);
    const made = {
      id: assertionId(payer.slug, billed || 'no-code', order.day ?? today, release.info.hash),
      date: today,
      billingCodes: [],
      policyLinks: [],
    };
    return actionOf(order, coverage, informationOf(billed, own, payer, made));
  });
  return { cards: [], systemActions: actions.filter((action) => action !== undefined) };
}

/** The code of an order as it is billed, such as 77080-26; empty where it has none. */
function billedAs({ code }: ReadOrder): string {
  return code ? [code.code, ...code.modifiers].join('-') : '';
}

/** The questions about an order: its code of the payer, and before that of the contractor of its place, where one is known. */
function questionsOf({ code, day, state }: ReadOrder, place: number, payer: FoundPayer) {
  const payers = code ? [...contractorsIn(state, payer), payer.slug] : [];
  return payers.flatMap((slug) => (code ? { ...code, payer: slug, day, place } : []));
}

/** The contractor that decides in a state; none where the release knows none there, or several. */
function contractorsIn(state: string | null, { contractors = [] }: FoundPayer): readonly string[] {
  const there = contractors.filter(({ areas }) =>
    areas.nodes.some(({ jurisdiction }) => state !== null && jurisdiction.state === state),
  );
  return there.length === 1 ? there.map(({ slug }) => slug) : [];
}

/** The coverage information of an order: what the contractor of its place states goes before what its programme does. */
function informationOf(
  billed: string,
  own: readonly { readonly question: CodeQuestion; readonly answer: CodeAnswer }[],
  payer: FoundPayer,
  made: Pick<CrdAssertion, 'id' | 'date' | 'billingCodes' | 'policyLinks'>,
): readonly CrdExtension[] {
  if (billed === '')
    return [
      crdExtension({
        ...made,
        covered: 'conditional',
        infoNeeded: 'detail-code',
        reason: 'The order has no CPT or HCPCS code, and what is billed for it is not guessed.',
        needed: 'A CPT or HCPCS Level II code beside the clinical one.',
      }),
    ];
  const stated = own.find(
    ({ question, answer }) =>
      question.payer === payer.slug || answer.found.some(({ state }) => state !== 'UNKNOWN'),
  );
  if (stated && stated.answer.found.length > 0) return stated.answer.found.map(({ extension }) => extension);
  const nothing = `${billed} bills nothing that this release has a component for. That is no denial.`;
  return [
    crdExtension({
      ...made,
      covered: 'indeterminate',
      reason: stated?.answer.error ?? nothing,
      needed: '',
    }),
  ];
}

/** The update of an order with its coverage information; undefined where it has that already. */
function actionOf({ resource }: ReadOrder, { reference }: ReadCoverage, found: readonly CrdExtension[]) {
  const [first] = found;
  const idPart = first?.extension.find(({ url }) => url === 'coverage-assertion-id');
  const given = (resource.extension ?? []) as unknown as readonly CrdExtension[];
  // One assertion for an order and a Coverage, however many repetitions it has.
  const information = found.map(({ url, extension }) => ({
    url,
    extension: [
      { url: 'coverage', valueReference: { reference } },
      ...extension.map((part) => (part.url === 'coverage-assertion-id' && idPart ? idPart : part)),
    ],
  }));
  if (given.some((one) => one.url === crdUrl && isOf(one, reference, idPart?.valueString))) return undefined;
  const others = given.filter((one) => one.url !== crdUrl || !isOf(one, reference));
  return {
    type: 'update' as const,
    description: 'Adds what published policy of the payer says of the order.',
    resource: { ...resource, extension: [...others, ...information] },
  };
}

/** Whether coverage information is of a Coverage, and of an assertion where one is named. */
function isOf({ extension = [] }: CrdExtension, reference: string, id?: unknown): boolean {
  const of = extension.find(({ url }) => url === 'coverage')?.valueReference as
    | { readonly reference?: string }
    | undefined;
  const asserted = extension.find(({ url }) => url === 'coverage-assertion-id')?.valueString;
  return of?.reference === reference && (id === undefined || asserted === id);
}
