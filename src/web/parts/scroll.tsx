/** What may be wider than the screen: it scrolls by itself, by keyboard too. */

import type { ReactNode } from 'react';

/** A table, or what else is wide; `label` says what it is. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
