/** What the workflow view shows, kept in its address. */

import { address, readDay, today } from './address.ts';

/** A workflow, and whose answer stands at its steps. */
export interface ShownWorkflow {
  readonly slug: string;
  /** The slug of the payer. */
  readonly payer?: string;
  /** Date of service. */
  readonly on?: string;
}

const firstPayer = 'aetna';
const firstWorkflow = 'tbs-remote';

/** The address of a workflow. */
export const workflowAddress = ({ slug, payer = firstPayer, on = today }: ShownWorkflow): string =>
  address(`/workflow/${encodeURIComponent(slug)}`, {
    payer: payer === firstPayer ? undefined : payer,
    on: on === today ? undefined : on,
  });

/** What an address shows of a workflow. */
export const readWorkflow = (slug: string | undefined, search: string): Required<ShownWorkflow> => ({
  slug: slug || firstWorkflow,
  payer: new URLSearchParams(search).get('payer') || firstPayer,
  on: readDay(search),
});
