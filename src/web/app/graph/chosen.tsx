/** What was chosen in the picture: its name, and what can be done with it. */

import { kindOf } from '../search/places.ts';
import { Acts, type ActsOn } from './acts.tsx';
import { type DrawnThing, longName } from './shown.ts';

interface Props {
  readonly thing: DrawnThing | undefined;
  readonly acts: ActsOn;
}

/** The thing, or how to choose one. */
export function Chosen({ thing, acts }: Props) {
  return (
    <div className="chosen-thing" aria-live="polite">
      {thing ? (
        <>
          <strong>{longName(thing)}</strong> <span className="aside">{kindOf({ entity: thing })}</span>
          <Acts thing={thing} acts={acts} />
        </>
      ) : (
        <span className="aside">Nothing is chosen in the picture.</span>
      )}
    </div>
  );
}
