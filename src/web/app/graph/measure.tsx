/** How much of what is near is shown, and how much is left out. */

import { counted } from '../../parts/words.ts';
import { most, type Neighbours } from '../graph-address.ts';
import { type AnsweredNeighbours, longName } from './shown.ts';

interface Props {
  readonly near: AnsweredNeighbours;
  readonly shown: Required<Neighbours>;
  readonly go: (next: Partial<Neighbours>) => void;
  /** The day, in words. */
  readonly on: string;
}

/** The numbers in a sentence, and a way to see more. */
export function Measure({ near: { nodes, around, leftOut, complete }, shown, go, on }: Props) {
  const neighbours = nodes.length - around.length;
  const names = new Map(nodes.map((thing) => [thing.id, longName(thing)]));
  const [middle, ...others] = around;
  const kind = shown.only.length > 0 ? ' of these kinds' : '';
  const next = Math.min(most, shown.first * 2);
  return (
    <>
      <p className="lead" role="status">
        {middle && middle.total === 0
          ? `On ${on} no statement, reference or citation of its own links it with another thing${kind}.`
          : `On ${on} ${counted(middle?.total ?? 0, 'thing')}${kind} ${middle?.total === 1 ? 'is' : 'are'} one step away.`}{' '}
        {leftOut > 0 &&
          `${counted(neighbours, 'neighbour')} shown, ${leftOut.toLocaleString('en-US')} left out.`}
        {!complete && ' There is more than was read: further neighbours may exist.'}
      </p>
      {others.length > 0 && (
        <p className="aside">
          {others
            .map(({ entity, total, given }) => `${names.get(entity.id)}: ${given} of ${total} shown`)
            .join('; ')}
        </p>
      )}
      {leftOut > 0 &&
        (shown.first < most ? (
          <p className="more-neighbours">
            <button type="button" onClick={() => go({ first: next })}>
              Show up to {next}
            </button>
          </p>
        ) : (
          <p className="aside">
            More than {most} cannot be read in one picture: choose kinds, or another thing.
          </p>
        ))}
    </>
  );
}
