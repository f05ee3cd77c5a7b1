/** The links as a table to take away. */

import { csvLine } from '../../../kit/csv-line.ts';
import { longName, type Shown } from './shown.ts';

const heading = ['from', 'fromLabel', 'relation', 'to', 'toLabel', 'statements', 'statement', 'text'];

/** The address of the links as CSV: it holds them itself, as they are what is shown. */
export function tableOf({ things, links }: Shown): string {
  const names = new Map(things.map((thing) => [thing.id, longName(thing)]));
  const rows = links.map(({ from, to, relation, statements, statement }) => [
    from,
    names.get(from) ?? '',
    relation,
    to,
    names.get(to) ?? '',
    String(statements),
    statement?.id ?? '',
    statement?.text ?? '',
  ]);
  const text = [heading, ...rows].map(csvLine).join('');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
