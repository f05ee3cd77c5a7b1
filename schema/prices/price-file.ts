/** Files of prices that payers list. What is in them is known only where one was loaded. */

import { priceFile } from '../../db/tables/index.ts';
import { statement } from '../evidence/statement.ts';
import { connections } from '../kit/edge-to-many.ts';
import { Payer } from '../policies/payer.ts';

connections(statement({ table: priceFile }), priceFile, {
  payerId: [
    Payer,
    'priceFiles',
    'The files of prices that its tables of contents list. Listed is not loaded.',
  ],
});
