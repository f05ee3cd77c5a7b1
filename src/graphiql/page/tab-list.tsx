/** A plain list for GraphiQL's tabs: the package that GraphiQL imports for it animates dragging and is a tenth of the page. */

import { type ComponentProps, createElement } from 'react';

type GroupProps = ComponentProps<'ul'> & {
  readonly values?: unknown;
  readonly axis?: unknown;
  readonly onReorder?: unknown;
};
type ItemProps = Omit<ComponentProps<'li'>, 'value'> & {
  readonly value?: unknown;
  readonly dragElastic?: unknown;
};

/** Replaces the `Reorder` of framer-motion; tabs stay in the order in which they were opened. */
export const Reorder = {
  Group: ({ values: _values, axis: _axis, onReorder: _onReorder, ...rest }: GroupProps) =>
    createElement('ul', rest),
  Item: ({ value: _value, dragElastic: _dragElastic, ...rest }: ItemProps) => createElement('li', rest),
};
