/** Draft claims on the seeded graph, as tests write them: the line that matters, the rest filled in. */

import { type ClaimCheck, checkClaim } from '../../../db/claims/check/check.ts';
import type { Claim, ClaimLine } from '../../../db/claims/claim.ts';
import { memoryOf } from '../../../db/release/small-tables.ts';
import { noon, release } from '../../kit/graph.ts';

type Line = Partial<Omit<ClaimLine, 'index' | 'codeId' | 'diagnosisIds'>> & {
  readonly code: string;
  readonly diagnoses?: readonly string[];
};

/** A claim to Medicare unless it says otherwise. */
export function claim(lines: readonly Line[], values: Partial<Omit<Claim, 'lines'>> = {}): Claim {
  return {
    payerId: 'Payer:medicare',
    lineOfBusiness: null,
    claimForm: 'PROFESSIONAL_837P_CMS1500',
    ...values,
    lines: lines.map(({ code, diagnoses = ['M81.0'], ...line }, index) => ({
      index,
      codeId: `BillingCode:${/^[A-Z]/.test(code) ? 'HCPCS_LEVEL_II' : 'CPT'}:${code}`,
      modifiers: [],
      units: 1,
      placeOfService: '11',
      dateOfService: '2025-10-15',
      lastServiceOn: null,
      diagnosisIds: diagnoses.map((diagnosis) => `DiagnosisCode:ICD_10_CM:${diagnosis}`),
      ...line,
    })),
  };
}

/** What the seeded graph makes of a claim. */
export function check(asked: Claim): ClaimCheck {
  return checkClaim(
    {
      store: release.store,
      memory: memoryOf(release),
      knownAt: '2026-12-01T00:00:00Z',
      today: noon.toISOString().slice(0, 10),
      release: 'data version test',
    },
    asked,
  );
}

/** What one rule finds in a claim, and the lines on which it could not judge. */
export function byRule(rule: ClaimCheck['findings'][number]['rule'], asked: Claim) {
  const { findings, notChecked } = check(asked);
  return {
    found: findings.filter((finding) => finding.rule === rule),
    unjudged: notChecked.filter((left) => left.rule === rule),
  };
}
