/** The text of an answer: paragraphs, lists cut to the room there is, the day and the release, and how to cite. */

/** What a document selects of the release that answers: see `releaseFields`. */
export interface Answering {
  readonly graphInfo: {
    readonly dateOfService: string;
    readonly dateOfServiceNote: string | null;
    readonly dataVersion: string;
    readonly builtAt: string;
  };
}

/** The release that answers, and the day that holds where a call names none. */
export const releaseFields = 'graphInfo { dateOfService dateOfServiceNote dataVersion builtAt }';

/** The items whose texts fit into so many characters, in their order, and how many are left out. */
export interface Fitted<T> {
  readonly shown: readonly T[];
  readonly lines: readonly string[];
  readonly left: number;
}

/** Takes items until the room is used up; always one, cut short where it alone is too long. */
export function fitted<T>(items: readonly T[], room: number, textOf: (item: T) => string): Fitted<T> {
  const lines: string[] = [];
  let used = 0;
  for (const item of items) {
    const line = shortened(textOf(item), room);
    used += line.length + 1;
    if (lines.length > 0 && used > room) break;
    lines.push(line);
  }
  return { shown: items.slice(0, lines.length), lines, left: items.length - lines.length };
}

/** A text of at most so many characters, cut between words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1))} …`;
}

/** The line that says what was left out, and how to get it; nothing where all is shown. */
export function leftOut({ shown, left }: Fitted<unknown>, what: string, way: string): readonly string[] {
  return left > 0 ? [`Shown: ${shown.length} of ${shown.length + left} ${what}. ${way}`] : [];
}

/** The paragraphs of an answer; empty ones are left out. */
export function paragraphs(...parts: readonly (string | readonly string[])[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .filter(Boolean)
    .join('\n\n');
}

/** The sources that a text cites by number. */
export function sourcesPart(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['Sources, to be quoted with what rests on them:', ...lines] : [];
}

/** For which day an answer is, and from which release. */
export function dayAndRelease({ graphInfo }: Answering, day: string | undefined): string {
  const { dateOfService, dateOfServiceNote, dataVersion, builtAt } = graphInfo;
  const note = day === undefined && dateOfServiceNote ? ` ${dateOfServiceNote}` : '';
  return `For services on ${day ?? dateOfService}, from release ${dataVersion.slice(0, 12)} of ${builtAt.slice(0, 10)}.${note}`;
}

/** The same for programs. */
export function answeredBy({ graphInfo }: Answering, day: string | undefined) {
  return { dateOfService: day ?? graphInfo.dateOfService, release: graphInfo.dataVersion };
}
