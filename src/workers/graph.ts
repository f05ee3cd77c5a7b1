/** The graph as worker threads load it. */

import { contextsWithRates } from '../rates-context.ts';
import { readConfig } from '../settings.ts';

export { schema } from '../../schema/index.ts';

export const context = contextsWithRates(readConfig(process.env));
