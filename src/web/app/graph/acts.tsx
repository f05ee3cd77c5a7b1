/** What can be done with a thing of the picture: see its view, open or fold what is around it, see the graph around it. */

import { Link } from 'wouter';
import { placeOf } from '../search/places.ts';
import { type DrawnThing, longName } from './shown.ts';

/** What the view does with things. */
export interface ActsOn {
  /** Ids of the things whose neighbours are shown, the one in the middle first. */
  readonly open: readonly string[];
  /** Whether no more can be opened. */
  readonly full: boolean;
  /** Opens what is around a thing, or folds it. */
  readonly toggle: (id: string) => void;
  /** The address of the graph around it. */
  readonly around: (id: string) => string;
}

/** The links and the button. */
export function Acts({ thing, acts }: { readonly thing: DrawnThing; readonly acts: ActsOn }) {
  const { open, full, toggle, around } = acts;
  const isOpen = open.includes(thing.id);
  const name = longName(thing);
  const place = placeOf({ entity: thing });
  return (
    <span className="acts">
      {!place.startsWith('/graph/') && (
        <Link href={place} aria-label={`View of ${name}`}>
          View
        </Link>
      )}
      {thing.id !== open[0] && (
        <>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Fold' : 'Open'} what is around ${name}`}
            disabled={full && !isOpen}
            onClick={() => toggle(thing.id)}
          >
            {isOpen ? 'Fold' : 'Open'}
          </button>
          <Link href={around(thing.id)} aria-label={`Graph around ${name}`}>
            Graph
          </Link>
        </>
      )}
    </span>
  );
}
