/** A section of a view: what it holds, or that nothing is known, and for which other days something is. */

import './section.css';
import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly title: string;
  /** What is stated for other days, in the server's words. */
  readonly none: string | undefined;
  readonly children: ReactNode;
}

/** The section; where nothing is in it, why. */
export function Section({ id, title, none, children }: Props) {
  const [first] = Array.isArray(children) ? children : [children];
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="section">
      <h2 id={`${id}-title`}>{title}</h2>
      {!first && <p className="gap">Nothing is known here for this day. {none}</p>}
      {children}
    </section>
  );
}

interface TextsProps {
  readonly of: readonly { readonly text: string }[];
  /** How many there are in all. */
  readonly total?: number;
}

/** Sentences of the server, each once. */
export function Texts({ of, total = 0 }: TextsProps) {
  const texts = [...new Set(of.map(({ text }) => text))];
  return (
    <>
      <ul className="texts">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {total > of.length && (
        <p className="aside">
          The first {of.length} of {total.toLocaleString('en-US')}; GraphiQL gives the rest a page at a time.
        </p>
      )}
    </>
  );
}
