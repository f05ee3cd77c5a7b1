/** Two payers side by side: what each states of a service that the other does not, or states otherwise. */

import { useQuery } from 'urql';
import { TwoPayersDocument } from '../../graph/graphql.ts';
import { Notice } from '../../parts/notice.tsx';
import { graphiqlAddress } from '../address.ts';

interface Props {
  /** Slugs of the payers. */
  readonly left: string;
  readonly right: string;
  /** The names of payers by their slugs. */
  readonly names: ReadonlyMap<string, string>;
  readonly family: { readonly slug: string; readonly label: string };
  readonly asOf: { readonly dateOfService: string; readonly knownAt?: string };
}

/** What each of the two states, in columns. */
export function TwoPayers({ left, right, names, family, asOf }: Props) {
  const variables = { left, right, family: family.slug, asOf };
  const [{ data, error }] = useQuery({ query: TwoPayersDocument, variables });
  const difference = error ? undefined : data?.comparePayers;
  if (!difference) return <Notice error={error} lines={4} />;
  const { removed, added, changed, unchangedCount } = difference;
  const columns = [
    { slug: left, own: [...removed, ...changed.map(({ before }) => before)] },
    { slug: right, own: [...added, ...changed.map(({ after }) => after)] },
  ];
  return (
    <section aria-label={`Where they differ on ${family.label}`} className="two">
      {columns.map(({ slug, own }) => (
        <div key={slug}>
          <h2>
            {names.get(slug) ?? slug} on {family.label}
          </h2>
          {own.length === 0 && <p className="gap">It states nothing of its own that was read.</p>}
          <ul className="texts">
            {own.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="aside">
        {unchangedCount > 0 && `They state ${unchangedCount} alike. `}
        <a href={graphiqlAddress(TwoPayersDocument.text, variables)}>This comparison in GraphiQL</a>
      </p>
    </section>
  );
}
