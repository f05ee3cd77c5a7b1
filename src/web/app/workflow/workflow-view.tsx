/** The view of a workflow: who does what, where, what each step bills, and what a payer says of it. */

import './workflow.css';
import { useQuery } from 'urql';
import { useLocation, useParams, useSearch } from 'wouter';
import { StepAnswersDocument, WorkflowStepsDocument } from '../../graph/later.ts';
import { Citations } from '../../parts/citations.tsx';
import { Legend } from '../../parts/legend.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PayerChoice } from '../../parts/payer-choice.tsx';
import { Tools } from '../../parts/tools.tsx';
import { reasons, sentence } from '../../parts/words.ts';
import { csvAddress, graphiqlAddress } from '../address.ts';
import { readWorkflow, type ShownWorkflow, workflowAddress } from '../workflow-address.ts';
import { Lanes } from './lanes.tsx';
import type { AnsweredSteps, AnsweredWorkflow } from './steps.ts';

/** The workflow in the address, on its day, with the answer of its payer. */
export default function WorkflowView() {
  const [, navigate] = useLocation();
  const { slug: named } = useParams<{ slug?: string }>();
  const shown = readWorkflow(named, useSearch());
  const { slug, payer, on } = shown;
  const [{ data, error, fetching }, again] = useQuery({ query: WorkflowStepsDocument, variables: { slug } });
  const workflow = error ? undefined : (data?.workflow ?? undefined);
  const codes = [...new Set(workflow?.steps.flatMap(({ codes }) => codes.map(({ code }) => code)))];
  const variables = { input: { codes, payers: [payer], asOf: { dateOfService: on } } };
  const pause = codes.length === 0;
  const [answer, askAgain] = useQuery({ query: StepAnswersDocument, variables, pause });
  const answers = answer.error ? undefined : (answer.data?.coverageMatrix ?? undefined);
  return (
    <>
      <WorkflowForm
        key={`${slug} ${payer} ${on}`}
        shown={shown}
        workflows={data?.workflows ?? []}
        go={(next) => navigate(workflowAddress(next))}
      />
      <h1>{workflow?.label ?? slug}</h1>
      {workflow ? (
        <div
          className={fetching || answer.fetching ? 'stale-answer' : ''}
          aria-busy={fetching || answer.fetching}
        >
          <p className="lead">{workflow.description}</p>
          {answers && <p className="compared">{answers.summary.sentence}</p>}
          {!answers && !pause && (
            <Notice
              error={answer.error}
              again={() => askAgain({ requestPolicy: 'network-only' })}
              lines={3}
            />
          )}
          <Lanes workflow={workflow} answers={answers} on={on} />
          {answers && <Unknown answers={answers} />}
          <WhereFrom workflow={workflow} />
          <Legend />
          <Tools
            query={StepAnswersDocument}
            variables={variables}
            csv={csvAddress({ codes, payers: [payer], on })}
          />
          <p>
            <a href={graphiqlAddress(WorkflowStepsDocument.text, { slug })}>Open the steps in GraphiQL</a>
          </p>
        </div>
      ) : (
        <Notice error={error} again={() => again({ requestPolicy: 'network-only' })} lines={14} />
      )}
    </>
  );
}

interface FormProps {
  readonly shown: Required<ShownWorkflow>;
  readonly workflows: readonly { readonly id: string; readonly slug: string; readonly label: string }[];
  readonly go: (next: ShownWorkflow) => void;
}

function WorkflowForm({ shown, workflows, go }: FormProps) {
  return (
    <form
      className="row workflow-form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string) => String(form.get(name) ?? '').trim();
        go({
          slug: text('workflow') || shown.slug,
          payer: text('payer') || shown.payer,
          on: text('on') || shown.on,
        });
      }}
    >
      <label>
        Workflow
        {/* The key chooses anew once the workflows are there. */}
        <select key={workflows.length} name="workflow" defaultValue={shown.slug}>
          {workflows.every(({ slug }) => slug !== shown.slug) && (
            <option value={shown.slug}>{shown.slug}</option>
          )}
          {workflows.map(({ id, slug, label }) => (
            <option key={id} value={slug}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <PayerChoice slug={shown.payer} required />
      <label>
        Date of service
        <input name="on" type="date" defaultValue={shown.on} required />
      </label>
      <button type="submit" className="main">
        Show
      </button>
    </form>
  );
}

/** What is not known of the steps, by its reason, and what to ask. */
function Unknown({ answers: { summary } }: { readonly answers: AnsweredSteps }) {
  if (summary.unknown.length === 0) return null;
  return (
    <section aria-labelledby="unknown">
      <h2 id="unknown">What is not known, and what to ask</h2>
      <ul className="texts">
        {summary.unknown.map(({ reason, nextStep }) => (
          <li key={reason}>
            <strong>{sentence(reasons[reason])}.</strong> {nextStep}
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhereFrom({ workflow: { citations } }: { readonly workflow: AnsweredWorkflow }) {
  return (
    <details>
      <summary>Where the workflow comes from</summary>
      <Citations of={citations} />
    </details>
  );
}
