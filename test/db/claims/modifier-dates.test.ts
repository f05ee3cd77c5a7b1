/** The claim check by the days on which a modifier stands, on synthetic days. */

import { expect, test } from 'vitest';
import * as t from '../../../db/tables/index.ts';
import { type Case, findings } from './claim-world.ts';

const ended: Case = {
  table: t.modifierValidity,
  values: { modifierId: 'Modifier:HCPCS_MODIFIER:JG' },
  rule: 'CODE_VALIDITY',
  line: { modifiers: ['JG'] },
};
const active = { codeStatus: 'ACTIVE', validFrom: '2018-01-01', validTo: '2025-01-01' };
const deleted = { codeStatus: 'DELETED', validFrom: '2025-01-01' };
const line = (dateOfService: string): Case => ({ ...ended, line: { modifiers: ['JG'], dateOfService } });

test('a modifier that had ended by the day is found', () => {
  expect(findings(line('2025-06-01'), active, [deleted])).toMatchObject([
    {
      severity: 'ERROR',
      message: expect.stringMatching(/Modifier JG was taken out .* from 2025-01-01/),
      because: ['ModifierValidity:synthetic/1'],
    },
  ]);
});

test('a modifier that stood on the day, or another one, passes', () => {
  expect(findings(line('2024-12-31'), active, [deleted])).toEqual([]);
  expect(findings({ ...ended, line: { modifiers: ['TC'] } }, active, [deleted])).toEqual([]);
});
