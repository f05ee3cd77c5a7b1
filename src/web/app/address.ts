/** What the page shows, kept in its address: a link to it, or the way back, shows the same. */

/** The day of a question where an address names none. */
export const today = new Date().toISOString().slice(0, 10);

/** The question of the answer view. */
export interface Question {
  readonly codes: readonly string[];
  /** Slugs of payers; none: all that decide. */
  readonly payers: readonly string[];
  /** Date of service, YYYY-MM-DD. */
  readonly on: string;
  /** As this graph knew it at the end of that day; undefined: as it knows it now. */
  readonly known?: string | undefined;
  /** The date of service to compare with. */
  readonly beside?: string | undefined;
  /** The cell that is open: payer, line of business and code, such as `aetna.COMMERCIAL.77092`. */
  readonly cell?: string | undefined;
}

/** The payers that the reports on the service name. */
export const firstPayers = ['aetna', 'cigna', 'uhc', 'bcbs', 'medicare'];

const firstCodes = ['77090', '77092'];

/** Words between commas or spaces. */
export const list = (text: string): readonly string[] => text.split(/[\s,;]+/).filter(Boolean);

/** Codes as people type them: separated by commas or spaces, in small letters or capitals. */
export const codesIn = (text: string): readonly string[] => list(text.toUpperCase());

const isDay = (text: string | null): text is string =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));

export const dayIn = (given: URLSearchParams, name: string): string | undefined => {
  const text = given.get(name);
  return isDay(text) ? text : undefined;
};

/** What an address asks for; whatever it leaves out is as on a first visit. */
export function readQuestion(search: string): Question {
  const given = new URLSearchParams(search);
  return {
    codes: given.has('codes') ? codesIn(given.get('codes') ?? '') : firstCodes,
    payers: given.has('payers') ? list(given.get('payers') ?? '') : firstPayers,
    on: dayIn(given, 'on') ?? today,
    known: dayIn(given, 'known'),
    beside: dayIn(given, 'beside'),
    cell: given.get('cell') ?? undefined,
  };
}

/** Parameters without those that are as on a first visit, commas left readable. */
export function address(path: string, given: Readonly<Record<string, string | undefined>>): string {
  const named = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = new URLSearchParams(named).toString().replaceAll('%2C', ',');
  return search ? `${path}?${search}` : path;
}

/** The address of a question. */
export function answerAddress({ codes, payers, on, known, beside, cell }: Question): string {
  return address('/', {
    codes: same(codes, firstCodes) ? undefined : codes.join(','),
    payers: same(payers, firstPayers) ? undefined : payers.join(','),
    on: on === today ? undefined : on,
    known,
    beside,
    cell,
  });
}

const same = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** The address of a code, on a day. */
export const codeAddress = (code: string, on = today): string =>
  address(`/code/${encodeURIComponent(code)}`, { on: on === today ? undefined : on });

/** The day in an address of a code. */
export const readDay = (search: string): string => dayIn(new URLSearchParams(search), 'on') ?? today;

/** A draft claim as its address has it. */
export interface DraftClaim {
  readonly payer: string;
  readonly on: string;
  /** Its lines as they are pasted, see `claim-lines.ts`. */
  readonly lines: string;
}

/** The draft in an address. */
export function readDraft(search: string): DraftClaim {
  const given = new URLSearchParams(search);
  return {
    payer: given.get('payer') ?? 'medicare',
    on: dayIn(given, 'on') ?? today,
    lines: given.get('lines') ?? '',
  };
}

/** The address of a draft claim. */
export const claimAddress = ({ payer, on, lines }: DraftClaim): string =>
  address('/claim', {
    payer: payer === 'medicare' ? undefined : payer,
    on: on === today ? undefined : on,
    lines: lines || undefined,
  });

/** The address at which GraphiQL opens an operation with its variables. */
export const graphiqlAddress = (text: string, variables: unknown): string =>
  `/graphql?${new URLSearchParams({ query: text, variables: JSON.stringify(variables, null, 2) })}`;

/** The address of the matrix as CSV. */
export function csvAddress({ codes, payers, on, known }: Question): string {
  return address('/export/matrix.csv', {
    codes: codes.join(','),
    payers: payers.length > 0 ? payers.join(',') : undefined,
    dateOfService: on,
    knownAt: known && `${known}T23:59:59Z`,
  });
}

/** Day and state of knowledge as the graph takes them. */
export const asOf = ({ on, known }: Pick<Question, 'on' | 'known'>) => ({
  dateOfService: on,
  ...(known && { knownAt: `${known}T23:59:59Z` }),
});
