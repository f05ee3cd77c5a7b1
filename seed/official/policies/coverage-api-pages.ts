/** Pages of the CMS Coverage API as the tables of the coverage database: each page is recognised by the fields of its rows. */

import { FileError } from '../../load/format/file.ts';
import { listedOnly, type McdPages, type McdRow, mcdRow } from './mcd-tables.ts';

type Fields = Readonly<Record<string, string>>;

/** A table of the export that a row belongs to, with its cells. */
interface Placed {
  readonly table: string;
  readonly cells: Fields;
}

/** What stands for a character in texts that the API escapes as HTML, often twice. */
const entities: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    sol: '/',
    sect: '§',
    reg: '®',
    trade: '™',
  },
  ...{
    ndash: '–',
    mdash: '—',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    lpar: '(',
    rpar: ')',
    comma: ',',
  },
  ...{
    colon: ':',
    semi: ';',
    period: '.',
    num: '#',
    percnt: '%',
    plus: '+',
    ast: '*',
    equals: '=',
    NewLine: '\n',
  },
};

function unescaped(text: string): string {
  const once = text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    const number = /^#(x?)([0-9a-f]+)$/i.exec(name);
    if (!number) return entities[name] ?? whole;
    const point = Number.parseInt(number[2] ?? '', number[1] ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
  return once === text ? text : unescaped(once);
}

function fieldsOf(row: unknown): Fields | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.toLowerCase(),
      typeof value === 'string' ? unescaped(value) : typeof value === 'number' ? String(value) : '',
    ]),
  );
}

/** The tables of what a document has, by a field that only their rows have. */
const ofDocument = [
  ['hcpc_code_id', 'x_hcpc_code'],
  ['icd10_covered_group', 'x_icd10_covered'],
  ['icd10_noncovered_group', 'x_icd10_noncovered'],
  ['related_num', 'related_documents'],
  ['rev_hist_date', 'x_revision_history'],
  ['contractor_type_id', 'x_contractor'],
] as const;

function ofData(cells: Fields): Placed | undefined {
  const kind = 'article_id' in cells ? 'article' : 'lcd_id' in cells ? 'lcd' : undefined;
  if (kind && 'title' in cells) return { table: kind, cells };
  const [, suffix] = (kind && ofDocument.find(([field]) => field in cells)) ?? [];
  // The paragraphs of groups of codes name a group and no code.
  const group = suffix?.startsWith('x_icd10') && !('icd10_code_id' in cells);
  if (suffix && !group) return { table: `${kind}_${suffix}`, cells };
  if ('contractor_name' in cells && 'contractor_id' in cells)
    return {
      table: 'contractor',
      cells: { ...cells, contractor_type_id: cells.contractor_type_id ?? cells.contract_type_id ?? '' },
    };
  if ('publication_number' in cells && 'document_display_id' in cells)
    return {
      table: 'ncd_trkg',
      cells: {
        ncd_id: cells.document_id ?? '',
        ncd_vrsn_num: cells.document_version ?? '',
        ncd_mnl_sect: cells.document_display_id ?? '',
        ncd_mnl_sect_title: cells.title ?? '',
        ncd_efctv_dt: cells.effective_date ?? '',
        ncd_trmntn_dt: cells.effective_end_date ?? '',
      },
    };
  return undefined;
}

/** Each contractor of a report is followed by its contracts in parentheses. */
function contractorsNamed(cell: string): readonly string[] {
  return cell
    .split(/\([^()]*\)/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

/** A row of a report on local documents: the document, and its contractors by name. */
function ofReport(cells: Fields): readonly Placed[] {
  const kind = ({ LCD: 'lcd', ARTICLE: 'article' } as const)[
    (cells.document_type ?? '').toUpperCase() as 'LCD' | 'ARTICLE'
  ];
  if (!kind || !('contractor_name_type' in cells)) return [];
  const ids = { [`${kind}_id`]: cells.document_id ?? '', [`${kind}_version`]: cells.document_version ?? '' };
  const document = {
    ...ids,
    title: cells.title ?? '',
    display_id: cells.document_display_id ?? '',
    [kind === 'lcd' ? 'rev_eff_date' : 'article_eff_date']: cells.effective_date ?? '',
    date_retired: cells.retirement_date ?? '',
    [listedOnly]: '1',
  };
  return [
    { table: kind, cells: document },
    ...contractorsNamed(cells.contractor_name_type ?? '').flatMap((name) => {
      const key = { contractor_id: name, contractor_type_id: 'report', contractor_version: '' };
      return [
        { table: 'contractor', cells: { ...key, contractor_name: name } },
        { table: `${kind}_x_contractor`, cells: { ...ids, ...key } },
      ];
    }),
  ];
}

/** The pages of a file: one, or several in a list. */
function pagesOf(path: string, content: unknown): readonly (readonly unknown[])[] {
  return (Array.isArray(content) ? content : [content]).map((page: unknown, at) => {
    const data = typeof page === 'object' && page !== null && 'data' in page ? page.data : undefined;
    if (Array.isArray(data)) return data;
    throw new FileError(
      { path },
      `Page ${at + 1} has no list "data". Expected a page as the Coverage API answers it, {"meta": …, "data": […]}, or several of them in a list.`,
    );
  });
}

/** The tables that the pages of a file make, and how many rows are of pages that are not read. */
export function tablesIn(path: string, content: unknown): McdPages & { readonly notRead: number } {
  const tables = new Map<string, McdRow[]>();
  const reported: { readonly placed: Placed; readonly line: number; readonly at: string }[] = [];
  let notRead = 0;
  const add = ({ table, cells }: Placed, line: number, at: string) => {
    const rows = tables.get(table) ?? [];
    rows.push(mcdRow({ path, line, at }, (column) => cells[column] ?? ''));
    tables.set(table, rows);
  };
  for (const [page, rows] of pagesOf(path, content).entries())
    for (const [index, row] of rows.entries()) {
      const cells = fieldsOf(row);
      const at = `page ${page + 1} row ${index + 1}`;
      const line = index + 1;
      const placed = cells && ofData(cells);
      const report = cells && !placed ? ofReport(cells) : [];
      if (placed) add(placed, line, at);
      else if (report.length > 0) reported.push(...report.map((each) => ({ placed: each, line, at })));
      else notRead += 1;
    }
  // The page of a document tells more than the report that lists it.
  const keyOf = (text: (column: string) => string, table: string) =>
    `${table} ${text(`${table}_id`)} ${text(`${table}_version`)}`;
  const own = new Set(
    ['lcd', 'article'].flatMap((table) => (tables.get(table) ?? []).map((row) => keyOf(row.text, table))),
  );
  for (const { placed, line, at } of reported) {
    const known = own.has(keyOf((column) => placed.cells[column] ?? '', placed.table));
    if (!known) add(placed, line, at);
  }
  return { tables, notRead };
}
