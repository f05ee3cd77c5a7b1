/** The fee schedule of the seed adds up, and a row that is typed wrong is found. */

import { expect, test } from 'vitest';
import { openStore } from '../../../db/kit/store.ts';
import { trial } from '../kit/seed-trial.ts';

const found = `
  select rule, group_concat(m.statement_id, ' ' order by m.statement_id) as members
  from conflict c join conflict_member m on m.conflict_id = c.id
  where c.kind in ('FEE_SCHEDULE_SUMS', 'FEE_SCHEDULE_OUTSIDE_CODE') group by c.id order by c.id`;

test('the rows of the seed add up and keep within the life of their codes; one that does not is named with those it should agree with', async () => {
  const seed = trial();
  seed.takeBuilt();
  const sound = openStore(seed.database);
  expect(sound.all(found)).toEqual([]);
  sound.close();

  seed.change(
    'data/fees/fee-schedule.csv',
    '77091,,2022-01-01,2022-12-31,RVU22A RVU22B RVU22C RVU22D,A,0.00,0.82,,0.82,yes,0.01,',
    '77091,,2022-01-01,2022-12-31,RVU22A RVU22B RVU22C RVU22D,A,0.01,0.81,,0.81,yes,0.01,',
  );
  seed.change(
    'data/fees/fee-schedule.csv',
    '77080,26,2023-01-01,2023-12-31,RVU23A RVU23B RVU23C RVU23D,A,0.20,0.07,,0.07,,0.01,',
    '77080,26,2023-01-01,2023-12-31,RVU23A RVU23B RVU23C RVU23D,A,0.20,0.06,,0.06,,0.02,',
  );
  await seed.build();
  const broken = openStore(seed.database);
  expect(broken.all(found)).toEqual([
    {
      rule: 'fee-component-sums',
      members:
        'FeeScheduleEntry:CPT:77089/2022-01-01 FeeScheduleEntry:CPT:77090/2022-01-01 FeeScheduleEntry:CPT:77091/2022-01-01 FeeScheduleEntry:CPT:77092/2022-01-01',
    },
    {
      rule: 'fee-split-sums',
      members:
        'FeeScheduleEntry:CPT:77080/2023-01-01 FeeScheduleEntry:CPT:77080/26/2023-01-01 FeeScheduleEntry:CPT:77080/TC/2023-01-01',
    },
  ]);
  broken.close();
});
