/** Which gaps are wanted: of a payer, a service, what is not known, and why. */

import type { GapsPageQuery } from '../../graph/graphql.ts';
import { PayerChoice } from '../../parts/payer-choice.tsx';
import { gapProperties } from '../../parts/thing-words.ts';
import { reasons, sentence } from '../../parts/words.ts';
import type { WantedGaps } from '../things.ts';

interface FiltersProps {
  readonly wanted: WantedGaps;
  readonly families: NonNullable<GapsPageQuery['serviceFamilies']>;
  readonly go: (next: WantedGaps) => void;
}

/** The form; sent, it changes the address. */
export function GapFilters({ wanted, families, go }: FiltersProps) {
  const { payer, family, property, reason } = wanted;
  return (
    <form
      className="question"
      key={`${payer} ${family} ${property} ${reason} ${families.length}`}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? '') || undefined;
        go({
          payer: text('payer'),
          family: text('family'),
          property: text('property'),
          reason: text('reason'),
        });
      }}
    >
      <PayerChoice slug={payer} />
      <Choice
        name="family"
        label="Service"
        chosen={family}
        of={families.map(({ slug, label }) => [slug, label])}
      />
      <Choice
        name="property"
        label="What is not known"
        chosen={property}
        of={Object.entries(gapProperties)}
      />
      <Choice
        name="reason"
        label="Why"
        chosen={reason}
        of={Object.entries(reasons).map(([value, words]) => [value, sentence(words)])}
      />
      <button type="submit" className="main">
        Show
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly of: readonly (readonly [value: string, words: string])[];
}

function Choice({ name, label, chosen, of }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen ?? ''}>
        <option value="">All</option>
        {chosen && of.every(([value]) => value !== chosen) && <option value={chosen}>{chosen}</option>}
        {of.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
