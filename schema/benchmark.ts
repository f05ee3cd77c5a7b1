/** Money seen in the market and how much services are used. Neither says anything about coverage. */

import { rateBenchmark, utilization } from '../db/tables.ts';
import { BillingCode } from './code.ts';
import { related } from './edge.ts';
import { ServiceFamily } from './family.ts';
import { Payer } from './payer.ts';
import { statement } from './statement.ts';

const RateBenchmark = statement({ table: rateBenchmark });
const rates = { to: rateBenchmark, description: 'Amounts and distributions of amounts, by kind of money.' };
related(BillingCode, 'rateBenchmarks', RateBenchmark, { ...rates, by: 'subjectId' });
related(ServiceFamily, 'rateBenchmarks', RateBenchmark, { ...rates, by: 'subjectId' });
related(Payer, 'rateBenchmarks', RateBenchmark, { ...rates, by: 'payerId' });

const UtilizationStatement = statement({ table: utilization });
const use = { to: utilization, description: 'Counts, shares and rates of use.' };
related(BillingCode, 'utilization', UtilizationStatement, { ...use, by: 'subjectId' });
related(ServiceFamily, 'utilization', UtilizationStatement, { ...use, by: 'subjectId' });
related(Payer, 'utilization', UtilizationStatement, { ...use, by: 'payerId' });
