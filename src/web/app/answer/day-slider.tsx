/** The date of service on a line, with the days marked on which an answer changes, and those on which something happened. */

import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { DaysDocument } from '../../graph/graphql.ts';
import { counted, dayInWords } from '../../parts/words.ts';
import { type Question, today } from '../address.ts';

interface Props {
  readonly question: Pick<Question, 'codes' | 'payers' | 'on' | 'known'>;
  readonly go: (on: string) => void;
}

const dayMs = 86_400_000;
const numberOf = (day: string) => Math.round(Date.parse(day) / dayMs);
const dayOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

/** Milliseconds of rest after which a day is queried. */
const rest = 250;

/** Days that the line goes back at most: what lies further back is reached by steps. */
const longest = 3_650;

/** The slider, and steps from one change of an answer to the next. */
export function DaySlider({ question: { codes, payers, on, known }, go }: Props) {
  const input = {
    codes,
    ...(payers.length > 0 && { payers }),
    // The day does not matter, so that a step asks nothing anew.
    ...(known && { asOf: { knownAt: `${known}T23:59:59Z` } }),
  };
  const [{ data }] = useQuery({ query: DaysDocument, variables: { codings: codes, input } });
  const changes = new Map((data?.coverageChangeDays ?? []).map(({ day, cells }) => [day, cells]));
  const events = (data?.billingCodes ?? []).flatMap((code) => code?.events.nodes ?? []);
  const eventDays = [...new Set(events.map(({ happenedOn }) => happenedOn))];
  const days = [...new Set([...changes.keys(), ...eventDays])].sort();
  const [day, setDay] = useState(on);
  useEffect(() => setDay(on), [on]);
  useEffect(() => {
    if (day === on) return;
    const timer = setTimeout(() => go(day), rest);
    return () => clearTimeout(timer);
  }, [day, on, go]);

  const earliest = Math.max(numberOf(days[0] ?? on), numberOf(today) - longest);
  const first = Math.min(earliest, numberOf(on)) - 60;
  const last = Math.max(numberOf(today), numberOf(days.at(-1) ?? today), numberOf(on)) + 30;
  const steps = [...changes.keys()];
  const earlier = steps.findLast((other) => other < day);
  const later = steps.find((other) => other > day);
  const here = [
    ...new Map(
      events.filter(({ happenedOn }) => happenedOn === day).map((event) => [event.id, event]),
    ).values(),
  ];
  const changed = changes.get(day);
  return (
    <div className="days">
      <button type="button" disabled={!earlier} onClick={() => earlier && setDay(earlier)}>
        <span aria-hidden="true">←</span> Change before
      </button>
      <div className="line">
        <input
          type="range"
          aria-label="Date of service"
          aria-valuetext={dayInWords(day)}
          min={first}
          max={last}
          value={numberOf(day)}
          onChange={({ target }) => setDay(dayOf(Number(target.value)))}
        />
        <div className="marks" aria-hidden="true">
          {days
            .filter((other) => numberOf(other) >= first)
            .map((other) => (
              <i
                key={other}
                className={changes.has(other) ? 'change' : ''}
                style={{ left: `${((numberOf(other) - first) / (last - first)) * 100}%` }}
              />
            ))}
        </div>
      </div>
      <button type="button" disabled={!later} onClick={() => later && setDay(later)}>
        Change after <span aria-hidden="true">→</span>
      </button>
      <output>
        <strong>{dayInWords(day)}</strong>
        {day === today && ', today'}
        {changed && ` · ${counted(changed, 'answer')} ${changed === 1 ? 'is' : 'are'} new on this day`}
        {here.map(({ id, summary }) => (
          <span key={id}> · {summary}</span>
        ))}
      </output>
    </div>
  );
}
