/** What the tool on coverage asks of the graph. */

import type { CellState, PriorAuthorizationAnswer, UnknownReason } from '../../../db/enums/index.ts';
import { type Answering, releaseFields } from '../kit/answer-text.ts';
import type { LineName } from '../kit/arguments.ts';

/** The summary of the matrix; its rows only where payers are named. */
export const document = `query AssistantCoverage($input: MatrixInput!, $named: Boolean!) {
  ${releaseFields}
  coverageMatrix(input: $input) {
    asOf { dateOfService }
    tally { state count }
    rows @include(if: $named) {
      component { id reportedBy { code { code } } }
      cells { payer { slug } lineOfBusiness best { id } }
    }
    summary {
      sentence
      known {
        payer { slug } lineOfBusiness state priorAuthorization text citations
        components { id }
        best { id }
      }
      unknown { reason count nextStep text payers { slug } }
      citations { number text url }
    }
  }
}`;

/** Cells of a payer and line of business that share their answer. */
export interface KnownGroup {
  readonly payer: { readonly slug: string };
  readonly lineOfBusiness: LineName;
  readonly state: keyof typeof CellState.values;
  readonly priorAuthorization: keyof typeof PriorAuthorizationAnswer.values;
  readonly text: string;
  readonly citations: readonly number[];
  readonly components: readonly { readonly id: string }[];
  readonly best: { readonly id: string } | null;
}

interface Row {
  readonly component: {
    readonly id: string;
    readonly reportedBy: readonly { readonly code: { readonly code: string } }[];
  };
  readonly cells: readonly Pick<KnownGroup, 'payer' | 'lineOfBusiness' | 'best'>[];
}

/** What it answers. */
export interface CoverageResult extends Answering {
  readonly coverageMatrix: {
    /** Where payers are named: of all of them there would be too many. */
    readonly rows?: readonly Row[];
    readonly asOf: { readonly dateOfService: string };
    readonly tally: { state: KnownGroup['state']; count: number }[];
    readonly summary: {
      readonly sentence: string;
      readonly known: readonly KnownGroup[];
      readonly unknown: readonly {
        readonly reason: keyof typeof UnknownReason.values;
        readonly count: number;
        readonly nextStep: string | null;
        readonly text: string;
        readonly payers: readonly { readonly slug: string }[];
      }[];
      readonly citations: readonly {
        readonly number: number;
        readonly text: string;
        readonly url: string | null;
      }[];
    };
  };
}

/** The statement about the first of the codes that a group is about; the summary names that of its first component. */
export function statementFor(
  codes: readonly string[],
  group: KnownGroup,
  rows: readonly Row[],
): string | undefined {
  const ofGroup = rows.filter(({ component }) => group.components.some(({ id }) => id === component.id));
  const row = codes.flatMap((code) =>
    ofGroup.filter(({ component }) =>
      component.reportedBy.some((unit) => unit.code.code === code.split('-')[0]),
    ),
  )[0];
  const isSame = (cell: Row['cells'][number]) =>
    cell.payer.slug === group.payer.slug && cell.lineOfBusiness === group.lineOfBusiness;
  return row?.cells.find(isSame)?.best?.id;
}
