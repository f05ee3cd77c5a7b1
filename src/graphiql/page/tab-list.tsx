/**
 * The list of GraphiQL's tabs, in the place of a package that animates dragging and is a tenth of the page. Tabs of examples
 * are called by their questions, and where tabs are out of sight buttons say so and lead to them.
 */

import {
  Children,
  type ComponentProps,
  cloneElement,
  createContext,
  isValidElement,
  type Ref,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';

type GroupProps = ComponentProps<'ul'> & {
  readonly values?: unknown;
  readonly axis?: unknown;
  readonly onReorder?: unknown;
};
type ItemProps = Omit<ComponentProps<'li'>, 'value'> & {
  readonly value?: { readonly query?: string | null };
  readonly dragElastic?: unknown;
  readonly dragConstraints?: unknown;
};

/** A side of the tabs that are in sight. */
type Side = 'before' | 'after';

/** Questions by the query that asks them. */
const Questions = createContext<ReadonlyMap<string, string>>(new Map());

/** Gives the tabs below it their questions. */
export const TabQuestions = Questions.Provider;

/** Replaces the `Reorder` of framer-motion; tabs stay in the order in which they were opened. */
export const Reorder = { Group, Item };

function Group({ values, axis: _axis, onReorder: _onReorder, ref, ...rest }: GroupProps) {
  const list = useRef<HTMLUListElement>(null);
  const [hidden, setHidden] = useState({ before: 0, after: 0 });
  useEffect(() => {
    const ul = list.current;
    if (!ul) return undefined;
    const look = () => {
      const { left, right } = ul.getBoundingClientRect();
      const places = [...ul.children].map((tab) => tab.getBoundingClientRect());
      const before = places.filter((place) => place.left < left - 1).length;
      const after = places.filter((place) => place.right > right + 1).length;
      setHidden((last) => (last.before === before && last.after === after ? last : { before, after }));
    };
    const observer = new ResizeObserver(look);
    for (const element of [ul, ...ul.children]) observer.observe(element);
    ul.addEventListener('scroll', look);
    look();
    return () => {
      observer.disconnect();
      ul.removeEventListener('scroll', look);
    };
  }, [values]);
  const shown = useRef<Element>(null);
  useEffect(() => {
    const active = list.current?.querySelector('[aria-selected="true"]') ?? null;
    if (active !== shown.current) active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    shown.current = active;
  });
  /** Shows the next tab that is cut off on a side, and those beside it. */
  const show = (where: Side) => {
    const { left = 0, right = 0 } = list.current?.getBoundingClientRect() ?? {};
    const tabs = [...(list.current?.children ?? [])];
    const next =
      where === 'after'
        ? tabs.find((tab) => tab.getBoundingClientRect().right > right + 1)
        : tabs.findLast((tab) => tab.getBoundingClientRect().left < left - 1);
    next?.scrollIntoView({
      behavior: 'smooth',
      block: 'nearest',
      inline: where === 'after' ? 'start' : 'end',
    });
  };
  const overflows = hidden.before + hidden.after > 0;
  return (
    <div className="tab-list">
      <ul {...rest} ref={merged(list, ref)} />
      {overflows && <More count={hidden.before} where="before" show={show} />}
      {overflows && <More count={hidden.after} where="after" show={show} />}
    </div>
  );
}

function Item({
  value,
  dragElastic: _dragElastic,
  dragConstraints: _dragConstraints,
  children,
  ...rest
}: ItemProps) {
  const question = useContext(Questions).get(value?.query ?? '');
  const named = Children.map(children, (child) =>
    question && isValidElement<{ title?: string }>(child) && child.props.title
      ? cloneElement(child, { title: question }, question)
      : child,
  );
  return <li {...rest}>{named}</li>;
}

interface MoreProps {
  readonly count: number;
  readonly where: Side;
  readonly show: (where: Side) => void;
}

/** How many tabs are out of sight on a side, as a button that leads to them; without any it keeps its place, so that nothing moves. */
function More({ count, where, show }: MoreProps) {
  const label = `${count} more ${count === 1 ? 'tab' : 'tabs'} ${where} these`;
  return (
    <button
      type="button"
      className="more-tabs"
      aria-label={label}
      title={label}
      style={{ visibility: count > 0 ? 'visible' : 'hidden' }}
      onClick={() => show(where)}
    >
      {where === 'before' ? `‹ ${count}` : `${count} ›`}
    </button>
  );
}

function merged(own: { current: HTMLUListElement | null }, given: Ref<HTMLUListElement> | undefined) {
  return (element: HTMLUListElement | null) => {
    own.current = element;
    if (typeof given === 'function') given(element);
    else if (given) given.current = element;
  };
}
