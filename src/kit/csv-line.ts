/** A line of CSV as in RFC 4180, safe to open in a spreadsheet. */

/** The cells as one line, its end included. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

/** Beginnings that make a spreadsheet run a cell as a formula; some accept the full-width signs too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A quoted cell; one that a spreadsheet would run as a formula is made text. */
function quote(cell: string): string {
  const safe = formula.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
