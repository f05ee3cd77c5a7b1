/** The claim check by the ICD-10-CM release of the day of service, on synthetic releases. */

import { describe, expect, test } from 'vitest';
import * as t from '../../../db/tables/index.ts';
import { type Case, diagnosis, findings, type TestValues } from './claim-world.ts';

const stands: Case = {
  table: t.diagnosisValidity,
  values: { diagnosisId: diagnosis, title: 'Synthetic title' },
  rule: 'DIAGNOSIS',
  line: { diagnosisIds: [diagnosis] },
};
const fiscal2024: TestValues = { validFrom: '2023-10-01', validTo: '2024-10-01', release: 'FY2024' };
const fiscal2025: TestValues = { validFrom: '2024-10-01', validTo: '2025-10-01', release: 'FY2025' };

describe('a diagnosis', () => {
  test('that was a heading in the release of the day is found, whatever is held of it otherwise', () => {
    expect(findings(stands, { billable: 0, ...fiscal2025 })).toMatchObject([
      {
        severity: 'ERROR',
        because: ['DiagnosisValidity:synthetic/0'],
        message: expect.stringContaining('ICD-10-CM, FY2025'),
      },
    ]);
  });

  test('that could be billed on the day passes, though it was a heading in another release', () => {
    const another = { billable: 0, ...fiscal2024 };
    expect(findings(stands, { billable: 1, ...fiscal2025 }, [another])).toEqual([]);
  });

  test('that the release of the day no longer holds is found with the releases that do', () => {
    const other = { diagnosisId: 'DiagnosisCode:ICD_10_CM:M80', billable: 0, ...fiscal2025 };
    expect(findings(stands, { billable: 1, ...fiscal2024 }, [other])).toMatchObject([
      { severity: 'WARNING', message: expect.stringMatching(/M81\.0 does not stand .* 2025-06-01.*FY2024/) },
    ]);
  });

  test('of which no release of the day was loaded is judged by what is held', () => {
    expect(findings(stands, { billable: 1, ...fiscal2024 })).toEqual([]);
  });
});
