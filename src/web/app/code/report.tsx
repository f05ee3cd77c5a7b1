/** The report on a code: each section with its sentences, each sentence with its source, or what is not known and why. */

import { useQuery } from 'urql';
import type { CodeSectionsQuery } from '../../graph/graphql.ts';
import { CodeSectionsDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { counted, reasons } from '../../parts/words.ts';
import { graphiqlAddress } from '../address.ts';

type ReportSection = NonNullable<CodeSectionsQuery['codeReport']>['sections'][number];

/** The report, queried beside the view. */
export function Report({ code, on }: { readonly code: string; readonly on: string }) {
  const variables = { code, asOf: { dateOfService: on } };
  const [{ data, error }, again] = useQuery({ query: CodeSectionsDocument, variables });
  const sections = error ? undefined : data?.codeReport?.sections;
  return (
    <section id="report" aria-labelledby="report-title" className="section">
      <h2 id="report-title">Report</h2>
      {sections ? (
        sections.map((section, i) => <SectionOf key={section.key} section={section} open={i === 0} />)
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={12} />
      )}
      <p>
        <a href={graphiqlAddress(CodeSectionsDocument.text, variables)}>Open the report in GraphiQL</a>
      </p>
    </section>
  );
}

/** What a section holds, in a word. */
function known({ derived, statements, conflicts, gap }: ReportSection): string {
  const count = statements.totalCount + derived.length;
  const words = [
    count > 0 && counted(count, 'sentence'),
    conflicts.length > 0 && counted(conflicts.length, 'conflict'),
    gap && count === 0 && 'nothing known',
  ];
  return words.filter(Boolean).join(', ');
}

interface SectionProps {
  readonly section: ReportSection;
  /** Whether it is open at first. */
  readonly open: boolean;
}

function SectionOf({ section, open }: SectionProps) {
  const { title, derived, conflicts, gap, statements } = section;
  const { nodes, totalCount } = statements;
  return (
    <details className="chapter" open={open}>
      <summary>
        <h3>{title}</h3> <span className="aside">{known(section)}</span>
      </summary>
      {gap && (
        <p className="gap">
          <strong>Not known: {reasons[gap.reason]}.</strong> {gap.note}
        </p>
      )}
      {derived.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {conflicts.map(({ id, summary, resolutionReason }) => (
        <p key={id} className="conflict">
          <strong>Sources conflict.</strong> {summary} {resolutionReason}
        </p>
      ))}
      {nodes.map((statement) => (
        <Sentence key={statement.id} {...statement} />
      ))}
      {totalCount > nodes.length && (
        <p className="aside">
          The first {nodes.length} of {totalCount}; GraphiQL gives the rest a page at a time.
        </p>
      )}
    </details>
  );
}
