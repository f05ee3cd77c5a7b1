/** Citations numbered once over an answer. */

/** What a document selects of a citation: see `citationFields`. */
export interface CitedPassage {
  readonly locator: string | null;
  readonly url: string | null;
  readonly source: { readonly id: string; readonly title: string };
}

/** The fields of a citation that an answer cites it by. */
export const citationFields = 'locator url source { id title }';

/** A passage with its number. */
interface NumberedSource {
  readonly number: number;
  readonly url: string | null;
}

/** The citations of one answer, in the order in which the text comes to them. */
export interface Citations {
  /** The numbers of some citations, as the text prints them: `[1][2]`. */
  marks(cited: readonly CitedPassage[]): string;
  /** A line each, with number, source, passage and address. */
  lines(): readonly string[];
  list(): readonly NumberedSource[];
}

/** The most citations that one statement is marked with; the first is the one it rests on. */
const mostMarks = 3;

/** Begins to number. */
export function createCitations(): Citations {
  const found = new Map<string, CitedPassage & { readonly number: number }>();

  function numberOf(cited: CitedPassage): number {
    const key = JSON.stringify([cited.source.id, cited.locator, cited.url]);
    const known = found.get(key);
    if (known) return known.number;
    const number = found.size + 1;
    found.set(key, { ...cited, number });
    return number;
  }

  return {
    marks: (cited) => [...new Set(cited.slice(0, mostMarks).map(numberOf))].map((n) => `[${n}]`).join(''),
    lines: () =>
      [...found.values()].map(
        ({ number, source, locator, url }) =>
          `[${number}] ${[source.title, locator, url].filter(Boolean).join(', ')}`,
      ),
    list: () => [...found.values()].map(({ number, url }) => ({ number, url })),
  };
}
