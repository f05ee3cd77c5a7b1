/** The form of the graph view: the thing in the middle, the other end of the ways, and the day. */

import type { Neighbours } from '../graph-address.ts';
import { ThingField } from './thing-field.tsx';

interface Props {
  readonly shown: Required<Neighbours>;
  readonly go: (next: Partial<Neighbours>) => void;
}

/** The fields; another thing in the middle begins anew. */
export function GraphForm({ shown, go }: Props) {
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? '').trim();
        const of = text('of') || shown.of;
        go({
          of,
          to: text('to') || undefined,
          on: text('on') || shown.on,
          ...(of !== shown.of && { open: [] }),
        });
      }}
    >
      <ThingField name="of" label="Around" value={shown.of} required />
      <ThingField name="to" label="Ways to (may be left out)" value={shown.to ?? ''} />
      <label>
        Date of service
        <input name="on" type="date" defaultValue={shown.on} required />
      </label>
      <button type="submit" className="main">
        Show
      </button>
    </form>
  );
}
