/** Where a statement comes from: each passage with its source, and a link to where it is published. */

import { Link } from 'wouter';
import { sourceAddress } from '../app/things.ts';
import type { CitedFragment } from '../graph/graphql.ts';
import { roles } from './words.ts';

/** The passages of a statement. */
export function Citations({ of }: { readonly of: readonly CitedFragment[] }) {
  return (
    <ul className="citations">
      {of.map(({ role, locator, url, source }) => (
        <li key={`${source.id} ${role} ${locator}`}>
          <Source title={source.title} url={url ?? source.officialUrl} />
          {locator && <span className="locator">{locator}</span>}
          <span className="aside">
            {roles[role]}, {source.publisher}, read on {source.retrievedOn}
            {source.relayed && ', in a copy'}
            {source.relayed && source.officialUrl && (
              <>
                {' '}
                (<a href={source.officialUrl}>official address</a>)
              </>
            )}
            , <Link href={sourceAddress(source.id)}>what rests on it</Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The name of a source, as a link where it has an address. */
export function Source({ title, url }: { readonly title: string; readonly url: string | null }) {
  if (!url) return <cite>{title}</cite>;
  return (
    <cite>
      <a href={url} target="_blank" rel="noreferrer">
        {title}
      </a>
    </cite>
  );
}
