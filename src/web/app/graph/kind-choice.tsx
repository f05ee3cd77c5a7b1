/** The kinds of things: what their marks mean, and which of them are shown. */

import { KindMark } from './kind-mark.tsx';
import { kinds } from './kinds.ts';

interface Props {
  /** Names of the kinds that are shown; none: all. */
  readonly only: readonly string[];
  readonly choose: (only: readonly string[]) => void;
}

/** A button a kind: pressed, only that kind and others that are pressed are shown. */
export function KindChoice({ only, choose }: Props) {
  return (
    <fieldset className="kinds">
      <legend>Only neighbours of a kind</legend>
      {kinds.map(({ name, label, shape }) => (
        <button
          key={name}
          type="button"
          aria-pressed={only.includes(name)}
          onClick={() => choose(only.includes(name) ? only.filter((one) => one !== name) : [...only, name])}
        >
          <KindMark name={name} shape={shape} /> {label}
        </button>
      ))}
      {only.length > 0 && (
        <button type="button" onClick={() => choose([])}>
          All kinds
        </button>
      )}
    </fieldset>
  );
}
