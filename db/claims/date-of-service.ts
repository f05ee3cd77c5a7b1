/** A date of service in the future cannot be judged: what will be in force is not known. */

import { nothing, type Rule, unjudged } from './claim.ts';

export const dateOfService: Rule = (line, _claim, { today }) =>
  line.dateOfService > today
    ? unjudged(
        'DATE_OF_SERVICE',
        line,
        `${line.dateOfService} lies after today (${today}); what will be in force then is not known.`,
      )
    : nothing;
