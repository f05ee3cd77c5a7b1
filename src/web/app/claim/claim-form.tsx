/** A draft claim as pasted text and as a form; each is the other, line by line. */

import { useState } from 'react';
import { PayerChoice } from '../../parts/payer-choice.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { DraftClaim } from '../address.ts';
import { type DraftLine, readLines, writeLines } from './claim-lines.ts';

interface Props {
  readonly draft: DraftClaim;
  readonly go: (next: DraftClaim) => void;
}

const empty: DraftLine = { code: '', modifiers: [], units: 1, diagnoses: [] };

/** The text, the lines in fields, payer and day. */
export function ClaimForm({ draft, go }: Props) {
  const [text, setText] = useState(draft.lines);
  const { lines } = readLines(text);
  const change = (index: number, part: Partial<DraftLine>) =>
    setText(
      writeLines([
        ...lines.slice(0, index),
        { ...(lines[index] ?? empty), ...part },
        ...lines.slice(index + 1),
      ]),
    );
  return (
    <form
      className="claim"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        go({
          lines: text.trim(),
          payer: String(form.get('payer')).trim() || draft.payer,
          on: String(form.get('on')) || draft.on,
        });
      }}
    >
      <label>
        Lines, as text
        <textarea
          rows={Math.max(3, lines.length + 1)}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder="77092-26 x1 M81.0 11"
          spellCheck={false}
        />
      </label>
      {lines.length > 0 && (
        <Scroll label="The same lines in fields">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">Code</th>
                <th scope="col">Modifiers</th>
                <th scope="col">Units</th>
                <th scope="col">Diagnoses</th>
                <th scope="col">Place</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, i) => (
                <LineFields key={i} number={i + 1} line={line} change={(part) => change(i, part)} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <div className="row">
        <PayerChoice slug={draft.payer} required />
        <label>
          Date of service
          <input name="on" type="date" defaultValue={draft.on} required />
        </label>
        <button type="submit" className="main">
          Check
        </button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly number: number;
  readonly line: DraftLine;
  readonly change: (part: Partial<DraftLine>) => void;
}

const words = (text: string) =>
  text
    .toUpperCase()
    .split(/[\s,-]+/)
    .filter(Boolean);

/** Fields are taken when one leaves them, so that half a word is no line. */
function LineFields({ number, line, change }: LineProps) {
  const { code, modifiers, units, diagnoses, placeOfService } = line;
  const field = (name: string, value: string, width: number, take: (text: string) => void) => (
    <td>
      <input
        key={value}
        aria-label={`${name} of line ${number}`}
        defaultValue={value}
        size={width}
        spellCheck={false}
        onBlur={({ target }) => target.value !== value && take(target.value)}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">{number}</th>
      {field('Code', code, 7, (text) => change({ code: words(text)[0] ?? code }))}
      {field('Modifiers', modifiers.join(' '), 7, (text) => change({ modifiers: words(text) }))}
      {field('Units', String(units), 4, (text) => change({ units: Number(text) || 1 }))}
      {field('Diagnoses', diagnoses.join(' '), 14, (text) =>
        change({
          diagnoses: text
            .toUpperCase()
            .split(/[\s,]+/)
            .filter(Boolean),
        }),
      )}
      {field('Place', placeOfService ?? '', 4, (text) => change({ placeOfService: text.trim() }))}
    </tr>
  );
}
