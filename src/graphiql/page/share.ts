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

/** What GraphiQL stores of tabs, by its keys. */
const ofTabs = /:(?:tabState|query|variables|headers|operationName)$/;

/** Where a page that a link opened stores what it has: tabs only as long as it is open, so that they are those of the link and the visitor's own stay. */
export function storageOfLink(lasting: Storage): Storage {
  const tabs = new Map<string, string>();
  return {
    getItem: (key) => (ofTabs.test(key) ? (tabs.get(key) ?? null) : lasting.getItem(key)),
    setItem: (key, value) => (ofTabs.test(key) ? void tabs.set(key, value) : lasting.setItem(key, value)),
    removeItem: (key) => (ofTabs.test(key) ? void tabs.delete(key) : lasting.removeItem(key)),
    clear: () => tabs.clear(),
    key: (index) => lasting.key(index),
    length: lasting.length,
  };
}
