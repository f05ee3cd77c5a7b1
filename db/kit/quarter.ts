/** Quarters of the calendar, in which most official files are released. */

/** The quarter of a month, both from one. */
export const quarterOf = (month: number) => Math.ceil(month / 3);

/** The first day of a quarter, from one to four. */
export function firstOfQuarter(year: string | number, quarter: string | number): string {
  return `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01`;
}

/** The first day of the quarter after that of a day. */
export function quarterAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const quarter = quarterOf(month);
  return quarter === 4 ? `${year + 1}-01-01` : firstOfQuarter(year, quarter + 1);
}
