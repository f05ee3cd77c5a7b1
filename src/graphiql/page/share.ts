/** Links to a query: `?query=…&variables=…`, the same form in which a program may GET an answer. */

/** A tab as a link describes it. */
export interface LinkedTab {
  readonly query: string;
  readonly variables: string | null;
}

/** The tab in an address; undefined where it has no query. */
export function linkedTab(address: URL): LinkedTab | undefined {
  const query = address.searchParams.get('query');
  return query ? { query, variables: address.searchParams.get('variables') } : undefined;
}

/** The address that opens a query and its variables in a tab. */
export function linkTo(page: URL, query: string, variables: string): string {
  const link = new URL(page.pathname, page);
  link.searchParams.set('query', query);
  if (variables.trim()) link.searchParams.set('variables', variables);
  return link.href;
}
