/** The links of a page, or the addresses of downloads in a catalog in JSON. */

/** The path of the pages on which an agreement is accepted before the file in their query is fetched. */
const agreementPage = /^\/license\/([a-z]+)$|^\/apps\/([a-z]+)\/license\.asp$/i;

/** An address that a page leads to. */
export interface PageLink {
  readonly url: string;
  /** The agreement that the page puts before the file, such as `ama`; undefined where there is none. */
  readonly agreement: string | undefined;
}

const attribute = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const download = /"downloadURL"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** The links of a page in their order, absolute. */
export function linksOf(text: string, page: string): readonly PageLink[] {
  const found = [...text.matchAll(attribute)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replaceAll('&amp;', '&').trim(),
  );
  const listed = [...text.matchAll(download)].map(([, url = '']) => url.replaceAll('\\/', '/'));
  return [...found, ...listed].flatMap((each) => linkTo(each, page) ?? []);
}

/** An address, where it may lead through the page of an agreement; undefined where it is none of the web. */
export function linkTo(written: string, page?: string): PageLink | undefined {
  const url = URL.parse(written, page);
  if (url?.protocol !== 'https:') return undefined;
  const [, now, before] = agreementPage.exec(url.pathname) ?? [];
  const file = url.searchParams.get('file');
  if (!(now ?? before) || !file) return { url: url.href, agreement: undefined };
  const behind = URL.parse(file, url.href);
  return behind?.protocol === 'https:'
    ? { url: behind.href, agreement: (now ?? before ?? '').toLowerCase() }
    : undefined;
}

/** An address by which it is judged: without its query, and with the slashes that names have. What the page wrote is what is fetched. */
export const pathOf = (url: string) => url.replace(/[?#].*$/, '').replace(/%2f/gi, '/');
