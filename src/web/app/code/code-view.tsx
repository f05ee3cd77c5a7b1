/** The view of a code: its parts as a picture, what is paid, the rules, the rates, who does it, and the report. */

import './code.css';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { CodeDocument } from '../../graph/later.ts';
import { Notice } from '../../parts/notice.tsx';
import { Section, Texts } from '../../parts/section.tsx';
import { Tools } from '../../parts/tools.tsx';
import { counted, dayInWords, lines, sentence } from '../../parts/words.ts';
import { answerAddress, codeAddress, codesIn, firstPayers, readDay } from '../address.ts';
import { graphAddress } from '../graph-address.ts';
import { changesAddress, gapsAddress } from '../things.ts';
import { workflowAddress } from '../workflow-address.ts';
import { ComponentPicture } from './component-picture.tsx';
import { ModifierRules } from './modifier-rules.tsx';
import { Report } from './report.tsx';
import type { ShownCode } from './shown-code.ts';

const YearAmounts = lazy(() => import('./year-amounts.tsx'));
const RateTable = lazy(() => import('./rate-table.tsx'));

/** The same day some years earlier; in a year that lacks it, the day before. */
function yearsBefore(day: string, years: number): string {
  const earlier = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier;
}

/** The code in the address, on its day. */
export default function CodeView() {
  const { code = '' } = useParams<{ code: string }>();
  const [, navigate] = useLocation();
  const on = readDay(useSearch());
  const asOf = { dateOfService: on };
  const year = (years: number) => ({ dateOfService: yearsBefore(on, years) });
  const variables = { code, asOf, year1: year(1), year2: year(2), year3: year(3), year4: year(4) };
  const [{ data, error, fetching }, again] = useQuery({ query: CodeDocument, variables });
  const found = error ? undefined : data?.billingCode;
  return (
    <>
      <form
        className="question"
        key={`${code} ${on}`}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const [next = code] = codesIn(String(form.get('code')));
          navigate(codeAddress(next, String(form.get('on')) || on));
        }}
      >
        <label>
          Code
          <input name="code" defaultValue={code} required autoComplete="off" spellCheck={false} />
        </label>
        <label>
          Date of service
          <input name="on" type="date" defaultValue={on} required />
        </label>
        <button type="submit" className="main">
          Show
        </button>
      </form>
      {found ? (
        <div className={fetching ? 'stale-answer' : ''} aria-busy={fetching}>
          <CodeOf code={found} on={on} />
          <Tools query={CodeDocument} variables={variables} />
        </div>
      ) : (
        <>
          <h1>{code}</h1>
          <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={14} />
        </>
      )}
    </>
  );
}

const gapInWords = ({ payer, lineOfBusiness, note }: ShownCode['gaps']['nodes'][number]) => ({
  text: [[payer?.label, lineOfBusiness && lines[lineOfBusiness]].filter(Boolean).join(', '), note]
    .filter(Boolean)
    .join(': '),
});

function CodeOf({ code, on }: { readonly code: ShownCode; readonly on: string }) {
  const { family, modifierRules, siteRules, unitLimits, editsAsColumn1, editsAsColumn2 } = code;
  const edits = editsAsColumn1.totalCount + editsAsColumn2.totalCount;
  const elsewhere = new Map(code.otherDays.map(({ field, sentence }) => [field, sentence]));
  const years = [code.year4, code.year3, code.year2, code.year1, code.year0];
  const day = Number(on.slice(0, 4));
  const amounts = years.map((entries, i) => ({ year: day - 4 + i, entries }));
  const priced = amounts.filter(({ entries }) => entries.length > 0).length;
  const tiles = [
    ['parts', 'Parts', family ? counted(family.components.length, 'component') : ''],
    ['amounts', 'Amounts', priced ? counted(priced, 'year') : ''],
    ['modifiers', 'Modifiers', modifierRules.length ? counted(modifierRules.length, 'rule') : ''],
    ['sites', 'Sites', siteRules.length ? counted(siteRules.length, 'rule') : ''],
    ['limits', 'Edits, limits', edits + unitLimits.length ? counted(edits + unitLimits.length, 'rule') : ''],
    [
      'diagnoses',
      'Diagnoses',
      code.diagnosisSupport.totalCount ? String(code.diagnosisSupport.totalCount) : '',
    ],
    ['coverage', 'Coverage', code.coverage.totalCount ? counted(code.coverage.totalCount, 'statement') : ''],
    [
      'rates',
      'Rates',
      code.rateSummary.groups.totalCount ? counted(code.rateSummary.groups.totalCount, 'basis', 'bases') : '',
    ],
    ['use', 'Use', code.utilization.totalCount ? counted(code.utilization.totalCount, 'figure') : ''],
    ['workflow', 'Workflow', code.workflowSteps.length ? counted(code.workflowSteps.length, 'step') : ''],
    ['gaps', 'Not known', code.gaps.totalCount ? counted(code.gaps.totalCount, 'gap') : ''],
  ] as const;
  return (
    <>
      <h1>
        <span className="number">{code.code}</span> {code.label}
      </h1>
      <p className="lead">{code.description}</p>
      <p className="aside">
        On {dayInWords(on)} · <Link href={graphAddress({ of: code.id, on })}>The graph around it</Link>
      </p>
      <nav aria-label="Sections" className="tiles">
        {tiles.map(([id, name, found]) => (
          <a key={id} href={`#${id}`} className={found ? '' : 'empty'}>
            <strong>{name}</strong>
            <span>{found || 'nothing known'}</span>
          </a>
        ))}
        <a href="#report">
          <strong>Report</strong>
          <span>every sentence with its source</span>
        </a>
      </nav>
      <Section id="parts" title="The service and its parts" none={elsewhere.get('pcTcIndicator')}>
        {family && <ComponentPicture code={code.code} family={family} on={on} />}
      </Section>
      <Section id="amounts" title="Medicare amounts by year and setting" none={elsewhere.get('feeSchedule')}>
        {priced > 0 && (
          <Suspense fallback={<div className="skeleton table" />}>
            <YearAmounts years={amounts} />
          </Suspense>
        )}
      </Section>
      <Section id="modifiers" title="Modifiers" none={elsewhere.get('modifierRules')}>
        {modifierRules.length > 0 && <ModifierRules rules={modifierRules} />}
      </Section>
      <Section id="sites" title="Sites and places" none={elsewhere.get('siteRules')}>
        {siteRules.length > 0 && <Texts of={siteRules} />}
      </Section>
      <Section id="limits" title="Edits and limits" none={elsewhere.get('unitLimits')}>
        {unitLimits.length + edits > 0 && (
          <>
            <Texts of={unitLimits} />
            <Texts of={[...editsAsColumn1.nodes, ...editsAsColumn2.nodes]} total={edits} />
          </>
        )}
      </Section>
      <Section id="diagnoses" title="Diagnoses" none={elsewhere.get('diagnosisSupport')}>
        {code.diagnosisSupport.totalCount > 0 && (
          <Texts of={code.diagnosisSupport.nodes} total={code.diagnosisSupport.totalCount} />
        )}
      </Section>
      <Section id="coverage" title="Who says that it is covered, or not" none={elsewhere.get('coverage')}>
        {code.coverage.totalCount > 0 && <Texts of={code.coverage.nodes} total={code.coverage.totalCount} />}
        <p>
          <Link href={answerAddress({ codes: [code.code], payers: firstPayers, on })}>
            Ask the five payers of the reports
          </Link>{' '}
          or <Link href={answerAddress({ codes: [code.code], payers: [], on })}>all payers</Link>.
        </p>
      </Section>
      <Section id="rates" title="Published rates by payer and base" none={elsewhere.get('rateBenchmarks')}>
        {code.rateSummary.groups.nodes.length > 0 && (
          <Suspense fallback={<div className="skeleton table" />}>
            <RateTable groups={code.rateSummary.groups.nodes} total={code.rateSummary.groups.totalCount} />
          </Suspense>
        )}
      </Section>
      <Section id="use" title="Use" none={elsewhere.get('utilization')}>
        {code.utilization.totalCount > 0 && (
          <Texts of={code.utilization.nodes} total={code.utilization.totalCount} />
        )}
      </Section>
      <Section id="workflow" title="Steps of a workflow that bill it" none={undefined}>
        {code.workflowSteps.length > 0 && (
          <ol className="steps">
            {code.workflowSteps.map(({ id, order, label, actorStated, workflow }) => (
              <li key={id}>
                <strong>{label}</strong>{' '}
                <span className="aside">
                  step {order} of{' '}
                  <Link href={workflowAddress({ slug: workflow.slug, on })}>{workflow.label}</Link>, by{' '}
                  {actorStated}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {code.relatedCodes.length > 0 && (
        <Section id="related" title="Related codes" none={undefined}>
          <ul>
            {code.relatedCodes.map(({ kind, text, code }) => (
              <li key={`${kind} ${code.code} ${text}`}>
                <Link href={codeAddress(code.code, on)}>{code.code}</Link> {sentence(text)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="gaps" title="What is not known" none={undefined}>
        {code.gaps.totalCount > 0 && (
          <Texts of={code.gaps.nodes.map(gapInWords)} total={code.gaps.totalCount} />
        )}
        {family && family.basis !== 'PROPOSED' && (
          <p>
            <Link href={gapsAddress({ family: family.slug })}>The worklist of {family.label}</Link>, or{' '}
            <Link href={changesAddress({ code: code.code })}>what changed about {code.code}</Link>.
          </p>
        )}
      </Section>
      <Report code={code.code} on={on} />
    </>
  );
}
