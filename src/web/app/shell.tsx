/** What all views stand in: name, search and ways to the views above, the release that answers below. */

import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { ReleaseDocument } from '../graph/graphql.ts';

const ways = [
  { href: '/', name: 'Answer', at: /^\/$/ },
  { href: '/code/77092', name: 'Code', at: /^\/code/ },
  { href: '/claim', name: 'Claim check', at: /^\/claim/ },
  { href: '/graph', name: 'Graph', at: /^\/graph/ },
  { href: '/workflow', name: 'Workflow', at: /^\/workflow/ },
  { href: '/changes', name: 'Changes', at: /^\/changes/ },
  { href: '/gaps', name: 'Gaps', at: /^\/gaps/ },
];

/** The frame of the page. */
export function Shell({ search, children }: { readonly search: ReactNode; readonly children: ReactNode }) {
  const [path] = useLocation();
  return (
    <>
      <a className="skip" href="#main">
        To the answer
      </a>
      <header className="top">
        <Link href="/" className="brand">
          Coverage Graph
        </Link>
        <nav aria-label="Views">
          {ways.map(({ href, name, at }) => (
            <Link key={href} href={href} aria-current={at.test(path) ? 'page' : undefined}>
              {name}
            </Link>
          ))}
          <a href="/graphql">GraphiQL</a>
        </nav>
        {search}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Release />
    </>
  );
}

function Release() {
  const [{ data }] = useQuery({ query: ReleaseDocument, variables: {} });
  const info = data?.graphInfo;
  return (
    <footer>
      <p>
        {info
          ? `Release ${info.dataVersion.slice(0, 12)}, built on ${info.builtAt.slice(0, 10)}. ${info.dateOfServiceNote ?? ''}`
          : '\u00a0'}
      </p>
      <p>
        Unknown is not "not covered", and a price is not coverage. No coverage decision and no advice: the
        payer's own policy decides.
      </p>
    </footer>
  );
}
