/** Files of prices that payers list. What is in them is known only where one was loaded. */

import { priceFile } from '../db/tables.ts';
import { related } from './edge.ts';
import { Payer } from './payer.ts';
import { statement } from './statement.ts';

related(Payer, 'priceFiles', statement({ table: priceFile }), {
  to: priceFile,
  by: 'payerId',
  description: 'The files of prices that its tables of contents list. Listed is not loaded.',
});
