/** Files of prices that payers list. What is in them is known only where one was loaded. */

import { priceFile } from '../../db/tables/index.ts';
import { statement } from '../evidence/statement.ts';
import { related } from '../kit/edge-to-many.ts';
import { Payer } from '../policies/payer.ts';

related(Payer, 'priceFiles', statement({ table: priceFile }), {
  to: priceFile,
  by: 'payerId',
  description: 'The files of prices that its tables of contents list. Listed is not loaded.',
});
