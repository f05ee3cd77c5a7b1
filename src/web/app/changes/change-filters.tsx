/** What changes are wanted: of a payer, a code, a kind, since a day. */

import { PayerChoice } from '../../parts/payer-choice.tsx';
import { changeKinds, eventKinds } from '../../parts/thing-words.ts';
import type { WantedChanges } from '../things.ts';

interface FiltersProps {
  readonly wanted: WantedChanges;
  readonly go: (next: WantedChanges) => void;
}

/** The form; sent, it changes the address. */
export function ChangeFilters({ wanted, go }: FiltersProps) {
  const { payer, code, kind, since } = wanted;
  return (
    <form
      className="question"
      key={`${payer} ${code} ${kind} ${since}`}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? '').trim() || undefined;
        go({
          payer: text('payer'),
          code: text('code')?.toUpperCase(),
          kind: text('kind'),
          since: text('since'),
        });
      }}
    >
      <PayerChoice slug={payer} />
      <label>
        Code
        <input name="code" defaultValue={code} size={8} autoComplete="off" spellCheck={false} />
      </label>
      <label>
        Kind
        <select name="kind" defaultValue={kind ?? ''}>
          <option value="">All</option>
          <optgroup label="What payers and others did">
            {Object.entries(eventKinds).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </optgroup>
          <optgroup label="What this graph came to know">
            {Object.entries(changeKinds).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        Since
        <input name="since" type="date" defaultValue={since} />
      </label>
      <button type="submit" className="main">
        Show
      </button>
    </form>
  );
}
