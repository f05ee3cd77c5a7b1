/** The claim check: lines by form or as pasted text, the findings with what to mend, and what was not checked and why. */

import '../../parts/section.css';
import './claim.css';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocation, useSearch } from 'wouter';
import type { CheckClaimQuery, ClaimVerdict, FindingSeverity } from '../../graph/graphql.ts';
import { CheckClaimDocument } from '../../graph/later.ts';
import { Citations } from '../../parts/citations.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Tools } from '../../parts/tools.tsx';
import { counted } from '../../parts/words.ts';
import { claimAddress, type DraftClaim, readDraft } from '../address.ts';
import { ClaimForm } from './claim-form.tsx';
import { readLines } from './claim-lines.ts';

type Result = NonNullable<CheckClaimQuery['checkClaim']>;

const verdicts: Readonly<Record<ClaimVerdict, string>> = {
  NO_FINDINGS: 'Nothing was found that speaks against it.',
  FINDINGS: 'There is something to mend.',
  CANNOT_TELL: 'It cannot be judged: too little is known.',
};

const severities: Readonly<Record<FindingSeverity, { readonly name: string; readonly sign: string }>> = {
  ERROR: { name: 'Error', sign: '✕' },
  WARNING: { name: 'Warning', sign: '△' },
  INFO: { name: 'Note', sign: '○' },
};

/** An example for who comes with nothing. */
const example = '77092-26 x1 M81.0 11\n77080 x1 M81.0 11';

/** The form, and below it what was found. */
export default function ClaimView() {
  const [, navigate] = useLocation();
  const draft = readDraft(useSearch());
  const { lines, unread } = readLines(draft.lines);
  const go = (next: DraftClaim) => navigate(claimAddress(next));
  const variables = {
    claim: { payer: draft.payer, lines },
    asOf: { dateOfService: draft.on },
  };
  const pause = lines.length === 0;
  const [{ data, error, fetching }, again] = useQuery({ query: CheckClaimDocument, variables, pause });
  const result = error ? undefined : data?.checkClaim;
  return (
    <>
      <h1>Claim check</h1>
      <p className="lead">
        Paste the lines of a draft claim. Each is checked against published edits, limits, the fee schedule
        and what payers say. Send nothing that names a patient.
      </p>
      <ClaimForm key={`${draft.lines} ${draft.payer} ${draft.on}`} draft={draft} go={go} />
      {pause && (
        <p>
          <button type="button" onClick={() => go({ ...draft, lines: example })}>
            Try an example
          </button>
        </p>
      )}
      {unread.map(({ line, word }) => (
        <p key={`${line} ${word}`} className="gap" role="alert">
          Line {line}: "{word}" was not understood and is left out.
        </p>
      ))}
      {!pause &&
        (result ? (
          <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
            <ResultOf result={result} count={lines.length} />
            <Tools query={CheckClaimDocument} variables={variables} />
          </div>
        ) : (
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={8} />
        ))}
    </>
  );
}

function ResultOf({
  result: { verdict, findings, notChecked },
  count,
}: {
  readonly result: Result;
  readonly count: number;
}) {
  const order = Object.keys(severities);
  const sorted = [...findings].sort(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity) || one.line - other.line,
  );
  return (
    <>
      <p className="answer" role="status">
        {verdicts[verdict]}{' '}
        <span className="aside">
          {counted(findings.length, 'finding')} on {counted(count, 'line')}
        </span>
      </p>
      <ol className="findings">
        {sorted.map(({ line, rule, severity, message, fix, citations }) => (
          <li key={`${line} ${rule} ${message}`} className={severity}>
            <p>
              <strong className="severity">
                <span aria-hidden="true">{severities[severity].sign}</span> {severities[severity].name}
              </strong>{' '}
              <span className="aside">
                line {line + 1}, {rule.toLowerCase().replaceAll('_', ' ')}
              </span>
            </p>
            <p>{message}</p>
            {fix && (
              <p>
                <strong>To mend it:</strong> {fix}
              </p>
            )}
            {citations.length > 0 && <Citations of={citations} />}
          </li>
        ))}
      </ol>
      {notChecked.length > 0 && <NotChecked left={notChecked} />}
    </>
  );
}

function NotChecked({ left }: { readonly left: Result['notChecked'] }) {
  const [all, setAll] = useState(false);
  const reasons = [...Map.groupBy(left, ({ rule, reason }) => `${rule}\n${reason}`)];
  const also = (same: typeof left) => [...new Set(same.map(({ line }) => line + 1))].slice(1).join(', ');
  return (
    <section aria-labelledby="left">
      <h2 id="left">What was not checked, and why</h2>
      <ul className="texts">
        {(all ? reasons : reasons.slice(0, 6)).map(([key, same]) => (
          <li key={key}>
            {same[0]?.text} {also(same) && <span className="aside">The same of line {also(same)}.</span>}
          </li>
        ))}
      </ul>
      {!all && reasons.length > 6 && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {reasons.length}
        </button>
      )}
    </section>
  );
}
