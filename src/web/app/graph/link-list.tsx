/** The picture as a list: every thing that is open, its neighbours by kind, and the sentence that links the two. */

import { Sentence } from '../../parts/sentence.tsx';
import { counted } from '../../parts/words.ts';
import { kindOf } from '../search/places.ts';
import { Acts, type ActsOn } from './acts.tsx';
import { KindMark } from './kind-mark.tsx';
import { kindOfType, kinds } from './kinds.ts';
import { type DrawnThing, longName, relationInWords, type Shown, type ShownLink } from './shown.ts';

interface Props extends Shown {
  readonly acts: ActsOn;
  /** Id of the thing that was chosen in the picture. */
  readonly chosen: string | undefined;
}

/** A neighbour, and the link that leads to it. */
interface Neighbour {
  readonly thing: DrawnThing;
  readonly link: ShownLink;
}

/** A section for each thing that is open, and the links among the others at the end. */
export function LinkList({ things, links, acts, chosen }: Props) {
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const others = links.filter(({ from, to }) => !acts.open.includes(from) && !acts.open.includes(to));
  return (
    <div className="around-list">
      {acts.open.flatMap((id, i) => {
        const middle = byId.get(id);
        if (!middle) return [];
        const near = links.flatMap((link): Neighbour[] => {
          const thing = byId.get(link.from === id ? link.to : link.to === id ? link.from : '');
          return thing ? [{ thing, link }] : [];
        });
        return (
          <section key={id} aria-labelledby={`around-${i}`}>
            <h2 id={`around-${i}`}>
              Around {longName(middle)} <Acts thing={middle} acts={acts} />
            </h2>
            <NeighboursOf near={near} acts={acts} chosen={chosen} />
          </section>
        );
      })}
      {others.length > 0 && (
        <details>
          <summary>{counted(others.length, 'link')} among the neighbours</summary>
          <ul className="texts">
            {others.map((link) => (
              <li key={`${link.from} ${link.to}`}>
                {nameOf(byId, link.from)} – {nameOf(byId, link.to)}:{' '}
                <span className="aside">{relationInWords(link)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const nameOf = (byId: ReadonlyMap<string, DrawnThing>, id: string) => {
  const thing = byId.get(id);
  return thing ? longName(thing) : id;
};

interface NeighboursProps {
  readonly near: readonly Neighbour[];
  readonly acts: ActsOn;
  readonly chosen: string | undefined;
}

function NeighboursOf({ near, acts, chosen }: NeighboursProps) {
  if (near.length === 0) return <p className="gap">Nothing that is shown is linked with it.</p>;
  const byKind = Map.groupBy(near, ({ thing }) => kindOfType(thing.__typename));
  return [...byKind]
    .sort(([one], [other]) => kinds.indexOf(one) - kinds.indexOf(other))
    .map(([kind, some]) => (
      <details key={kind.name} open className="kind">
        <summary>
          <KindMark name={kind.name} shape={kind.shape} />
          <h3>{kind.label}</h3> <span className="aside">{some.length}</span>
        </summary>
        <ul>
          {some.map(({ thing, link }) => (
            <li key={thing.id} className={thing.id === chosen ? 'chosen' : ''}>
              <div>
                <span className="thing">{longName(thing)}</span>{' '}
                <span className="aside">{kindOf({ entity: thing })}</span>
                <Acts thing={thing} acts={acts} />
              </div>
              <Why link={link} thing={thing} />
            </li>
          ))}
        </ul>
      </details>
    ));
}

/** Why two are linked: the sentence, which leads to its source, or the relation in words. */
function Why({ link, thing }: Neighbour) {
  const { relation, statement, statements } = link;
  const more = statement ? statements - 1 : statements;
  return (
    <>
      {statement && relation !== 'Citation' ? (
        <Sentence id={statement.id} text={statement.text} valueState={statement.valueState} />
      ) : (
        <p className="aside">{relationInWords(link, thing)}</p>
      )}
      {statement && more > 0 && <p className="aside">and {counted(more, 'further statement')}</p>}
    </>
  );
}
