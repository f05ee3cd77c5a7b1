/** The report on a code: each section with its statements and their passages, or with what is not known and why. */

import { useQuery } from 'urql';
import { codesIn, type Shown } from './address.ts';
import { Citations } from './citations.tsx';
import { ReportDocument, type ReportQuery } from './graph/graphql.ts';
import { Notice } from './notice.tsx';
import { reasons, states } from './words.ts';

type Report = NonNullable<ReportQuery['codeReport']>;
type Section = Report['sections'][number];

interface Props {
  readonly shown: Shown;
  readonly go: (next: Shown) => void;
}

/** The form, and the report that it asks for. */
export function ReportView({ shown, go }: Props) {
  const variables = { code: shown.code, asOf: { dateOfService: shown.on } };
  const [{ data, error, fetching }] = useQuery({ query: ReportDocument, variables });
  return (
    <>
      <form
        key={`${shown.code} ${shown.on}`}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [code = ''] = codesIn(String(form.get('code')));
          go({ ...shown, code, on: String(form.get('on')) });
        }}
      >
        <label>
          Code
          <input name="code" defaultValue={shown.code} required autoComplete="off" />
        </label>
        <label>
          Date of service
          <input name="on" type="date" defaultValue={shown.on} required />
        </label>
        <button type="submit">Show the report</button>
      </form>
      {data?.codeReport && !error && !fetching ? (
        <ReportOf report={data.codeReport} on={shown.on} />
      ) : (
        <Notice error={error} />
      )}
    </>
  );
}

function ReportOf({ report: { code, sections }, on }: { readonly report: Report; readonly on: string }) {
  return (
    <>
      <h2>
        {code.code} on {on}
      </h2>
      <p>{code.description}</p>
      <nav aria-label="Sections" className="sections">
        {sections.map(({ key, title, derived, statements }) => (
          <a key={key} href={`#${key}`}>
            {title} <span className="aside">{statements.totalCount + derived.length || 'nothing known'}</span>
          </a>
        ))}
      </nav>
      {sections.map((section) => (
        <SectionOf key={section.key} section={section} />
      ))}
    </>
  );
}

function SectionOf({
  section: { key, title, derived, conflicts, gap, statements },
}: {
  readonly section: Section;
}) {
  const { nodes, totalCount } = statements;
  return (
    <section id={key} aria-labelledby={`${key}-title`}>
      <h3 id={`${key}-title`}>{title}</h3>
      {gap && (
        <p className="gap">
          <strong>Not known: {reasons[gap.reason]}.</strong> {gap.note}
        </p>
      )}
      {derived.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {conflicts.map(({ id, summary, resolutionReason }) => (
        <p key={id} className="gap">
          <strong>Sources conflict.</strong> {summary} {resolutionReason}
        </p>
      ))}
      <ul className="statements">
        {nodes.map(({ id, text, valueState, citations }) => (
          <li key={id}>
            <details>
              <summary>
                {valueState === 'UNKNOWN_VALUE' && <Unknown />}
                {text}{' '}
                <span className="aside">
                  {citations.length === 1 ? '1 source' : `${citations.length} sources`}
                </span>
              </summary>
              <Citations of={citations} />
              <p className="aside">{id}</p>
            </details>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p className="aside">
          The first {nodes.length} of {totalCount} statements. The graph gives the rest a page at a time.
        </p>
      )}
    </section>
  );
}

/** Before a statement that says that something is not known, lest it be read past. */
function Unknown() {
  const { name, sign } = states.UNKNOWN;
  return (
    <>
      <span className="state UNKNOWN">
        <span aria-hidden="true">{sign}</span> {name}
      </span>{' '}
    </>
  );
}
