/** What can be done with a view: copy its link, open its query in GraphiQL, take its table away, print it. */

import { useState } from 'react';
import { graphiqlAddress } from '../app/address.ts';

interface Props {
  /** The operation of the view. */
  readonly query: { readonly text: string };
  readonly variables: unknown;
  /** Where its table is as CSV. */
  readonly csv?: string;
}

/** The tools below a view. */
export function Tools({ query, variables, csv }: Props) {
  return (
    <div className="tools">
      <CopyLink />
      {csv && (
        <a href={csv} download>
          CSV
        </a>
      )}
      <a href={graphiqlAddress(query.text, variables)}>Open in GraphiQL</a>
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </div>
  );
}

/** Copies the address of the view, and says so. */
export function CopyLink() {
  const [result, setResult] = useState('');
  const copy = () =>
    // Where the page is not served over HTTPS there is no clipboard.
    Promise.resolve(navigator.clipboard?.writeText(location.href) ?? Promise.reject()).then(
      () => setResult('Link copied'),
      () => setResult('Not copied: take the link from the address bar'),
    );
  return (
    <>
      <button type="button" onClick={() => void copy()} onBlur={() => setResult('')}>
        {result === 'Link copied' ? '✓ Link copied' : 'Copy link'}
      </button>
      <output className={result === 'Link copied' ? 'unseen' : ''}>{result}</output>
    </>
  );
}
