/** The ways from one thing to another: the shortest, hop by hop, each with the sentence that names both sides. */

import { Fragment } from 'react';
import type { CombinedError } from 'urql';
import { Link } from 'wouter';
import type { WaysQueryVariables } from '../../graph/graphql.ts';
import { WaysDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { counted } from '../../parts/words.ts';
import { graphiqlAddress } from '../address.ts';
import { placeOf } from '../search/places.ts';
import { type AnsweredWays, longName } from './shown.ts';

interface Props {
  readonly answer: AnsweredWays | undefined;
  readonly error: CombinedError | undefined;
  readonly from: string;
  readonly to: string;
  /** What was queried. */
  readonly query: WaysQueryVariables;
}

/** The ways, or that there is none. */
export function Ways({ answer, error, from, to, query }: Props) {
  const end = answer?.paths[0]?.nodes.at(-1);
  return (
    <section aria-labelledby="ways" className="ways">
      <h2 id="ways">
        Ways from {from} to {end ? longName(end) : to}
      </h2>
      {!answer && <Notice error={error} lines={3} />}
      {answer && answer.paths.length === 0 && (
        <p className="gap">No statements lead from one to the other in five steps or fewer on this day.</p>
      )}
      {answer?.paths.map(({ length, nodes, statements }) => (
        <details key={nodes.map(({ id }) => id).join(' ')} className="way" open={answer.paths.length === 1}>
          <summary>
            {nodes.map((thing, i) => (
              <Fragment key={thing.id}>
                {i > 0 && ' → '}
                {longName(thing)}
              </Fragment>
            ))}{' '}
            <span className="aside">{counted(length, 'step')}</span>
          </summary>
          <ol>
            {statements.map((statement, i) => {
              const thing = nodes[i + 1];
              return (
                <li key={statement.id}>
                  <Sentence {...statement} />
                  {thing && (
                    <>
                      leads to <Link href={placeOf({ entity: thing })}>{longName(thing)}</Link>
                    </>
                  )}
                </li>
              );
            })}
          </ol>
        </details>
      ))}
      {answer && !answer.complete && (
        <p className="aside">The search reached its limit: there may be further ways, and shorter ones.</p>
      )}
      <p>
        <a href={graphiqlAddress(WaysDocument.text, query)}>Open the ways in GraphiQL</a>
      </p>
    </section>
  );
}
