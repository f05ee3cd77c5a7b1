/** Names of payers as price files write them, and the brand that is in one. */

/** A number in brackets at the end, which some hospital systems add from their own list of payers. */
const listNumber = /(?:\s*(?:\[\s*\d+\s*\]|\(\s*\d+\s*\)))+\s*$/;

/** A name as its words in lower case, without punctuation and without a number in brackets at the end. */
export function bareName(name: string): string {
  return name
    .replace(listNumber, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A brand and the words by which a stated name is of it. */
export interface BrandRule {
  readonly slug: string;
  readonly spellings: readonly string[];
}

/** The one brand whose words are in a stated name, as whole words; null where none is, or several. */
export function brandIn(rules: readonly BrandRule[], stated: string): string | null {
  const words = ` ${bareName(stated)} `;
  const found = rules.filter(({ spellings }) =>
    spellings.some((spelling) => words.includes(` ${spelling} `)),
  );
  return found.length === 1 ? (found[0]?.slug ?? null) : null;
}
