/** The date of service on a line, with the days on which something happened marked. */

import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { EventsDocument } from '../../graph/graphql.ts';
import { dayInWords } from '../../parts/words.ts';
import { today } from '../address.ts';

interface Props {
  readonly codes: readonly string[];
  readonly on: string;
  readonly go: (on: string) => void;
}

const dayMs = 86_400_000;
const numberOf = (day: string) => Math.round(Date.parse(day) / dayMs);
const dayOf = (number: number) => new Date(number * dayMs).toISOString().slice(0, 10);

/** Milliseconds of rest after which a day is queried. */
const rest = 250;

/** The slider, and steps from one event to the next. */
export function DaySlider({ codes, on, go }: Props) {
  const [{ data }] = useQuery({ query: EventsDocument, variables: { codings: codes } });
  const events = (data?.billingCodes ?? []).flatMap((code) => code?.events.nodes ?? []);
  const days = [...new Set(events.map(({ happenedOn }) => happenedOn))].sort();
  const [day, setDay] = useState(on);
  useEffect(() => setDay(on), [on]);
  useEffect(() => {
    if (day === on) return;
    const timer = setTimeout(() => go(day), rest);
    return () => clearTimeout(timer);
  }, [day, on, go]);

  const first = numberOf(days[0] && days[0] < on ? days[0] : on) - 60;
  const last = Math.max(numberOf(today), numberOf(days.at(-1) ?? today), numberOf(on)) + 30;
  const earlier = days.findLast((other) => other < day);
  const later = days.find((other) => other > day);
  const here = [
    ...new Map(
      events.filter(({ happenedOn }) => happenedOn === day).map((event) => [event.id, event]),
    ).values(),
  ];
  return (
    <div className="days">
      <button type="button" disabled={!earlier} onClick={() => earlier && setDay(earlier)}>
        <span aria-hidden="true">←</span> Event before
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
          {days.map((other) => (
            <i key={other} style={{ left: `${((numberOf(other) - first) / (last - first)) * 100}%` }} />
          ))}
        </div>
      </div>
      <button type="button" disabled={!later} onClick={() => later && setDay(later)}>
        Event after <span aria-hidden="true">→</span>
      </button>
      <output>
        <strong>{dayInWords(day)}</strong>
        {day === today && ', today'}
        {here.map(({ id, summary }) => (
          <span key={id}> · {summary}</span>
        ))}
      </output>
    </div>
  );
}
