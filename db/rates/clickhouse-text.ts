/** Values in the text of ClickHouse: in statements, and in rows that are inserted. Its parameters came after the version we test. */

/** What a statement can hold as a value; a list in a list is a tuple. */
export type Literal = string | number | readonly Literal[];

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};

const special = /[\\'\t\n\r\0]/;
const everySpecial = new RegExp(special, 'g');

const escaped = (text: string) =>
  special.test(text) ? text.replace(everySpecial, (character) => escapes[character] ?? '') : text;

/** A value in a statement. */
export function literal(value: Literal): string {
  if (typeof value === 'string') return `'${escaped(value)}'`;
  if (typeof value !== 'number') return `(${value.map(literal).join(', ')})`;
  if (!Number.isSafeInteger(value)) throw new RangeError(`No whole number: ${value}`);
  return String(value);
}

/** A condition: the columns have one of these values. None has one of no values, for which there is no literal. */
export function within(columns: string, values: readonly Literal[]): string {
  return values.length > 0 ? `${columns} in ${literal(values)}` : '0';
}

const field = (value: string | number | null) =>
  typeof value === 'number' ? value : value === null ? '\\N' : escaped(value);

/** A row of TabSeparated. */
export function tabSeparated(values: readonly (string | number | null)[]): string {
  const [first = null, ...others] = values;
  let row = `${field(first)}`;
  for (const value of others) row += `\t${field(value)}`;
  return `${row}\n`;
}
