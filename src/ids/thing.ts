/** A thing as its page shows it: what the graph answered, sorted into what every page has and the rest. */

/** A reference to another thing. */
export interface ShownReference {
  readonly __typename: string;
  readonly id: string;
  readonly label?: string;
  readonly text?: string;
}

/** A citation as the page reads it. */
export interface ShownCitation {
  readonly role: string;
  readonly locator: string | null;
  readonly part: string | null;
  readonly url: string | null;
  readonly sourceLevel: string;
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly url: string | null;
    readonly officialUrl: string | null;
  };
}

/** A statement on a page of those about a thing. */
export interface ShownStatement extends ShownReference {
  readonly validity?: Validity;
  readonly citations?: readonly ShownCitation[];
}

/** When something holds, half-open. */
export interface Validity {
  readonly from: string | null;
  readonly to: string | null;
  readonly end: string;
}

/** A page of statements, or of what cites a source. */
export interface ShownPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly ShownStatement[];
}

/** What the operation of `document.ts` answers with. */
export type Answered = Readonly<Record<string, unknown>> & {
  readonly __typename: string;
  readonly id: string;
};

/** A thing, sorted. */
export interface ShownThing {
  readonly id: string;
  readonly type: string;
  /** What people call it: its label or title, the sentence of a statement. */
  readonly name: string;
  readonly text: string | null;
  readonly validity: Validity | null;
  readonly citations: readonly ShownCitation[];
  readonly statements: ShownPage | null;
  readonly citedBy: ShownPage | null;
  /** All other fields that are not null. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const sorted = new Set([
  '__typename',
  'id',
  'label',
  'text',
  'validity',
  'citations',
  'statements',
  'citedBy',
]);

/** Sorts what the graph answered. */
export function thingOf(answered: Answered): ShownThing {
  const { __typename: type, id } = answered;
  const { label, title, text = null, summary, note } = answered as Readonly<Record<string, string | null>>;
  const rest = Object.entries(answered).filter(([name, value]) => !sorted.has(name) && value !== null);
  return {
    ...{ id, type, text },
    name: label ?? title ?? text ?? summary ?? note ?? id,
    validity: (answered.validity ?? null) as Validity | null, // as it was selected, like what follows
    citations: (answered.citations ?? []) as readonly ShownCitation[],
    statements: (answered.statements ?? null) as ShownPage | null,
    citedBy: (answered.citedBy ?? null) as ShownPage | null,
    fields: Object.fromEntries(rest),
  };
}

/** Whether a value is a reference to a thing. */
export function isReference(value: unknown): value is ShownReference {
  return typeof value === 'object' && value !== null && '__typename' in value && 'id' in value;
}

/** The days of a validity in words. */
export function daysInWords({ from, to, end }: Validity): string {
  const since = from === null ? 'from a day that is not known' : `from ${from}`;
  if (to !== null) return `${since}, no longer on ${to}`;
  return end === 'OPEN' ? `${since}, going on` : `${since}; no end was seen`;
}
