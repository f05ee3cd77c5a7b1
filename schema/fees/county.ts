/** Counties of the localities of the Medicare physician fee schedule. */

import { localitiesOfCounty } from '../../db/fees/county-locality.ts';
import { localityCounty } from '../../db/tables/index.ts';
import { codeGiven } from '../codes/code-given.ts';
import { statement } from '../evidence/statement.ts';
import { AsOfInput, rootAsOf } from '../kit/as-of.ts';
import { builder } from '../kit/builder.ts';
import { connections } from '../kit/edge-to-many.ts';
import { at } from '../kit/fact.ts';
import { grows } from '../kit/growth.ts';
import { Jurisdiction } from '../policies/payer.ts';

const LocalityCounty = statement({ table: localityCounty });
connections(LocalityCounty, localityCounty, {
  jurisdictionId: [
    Jurisdiction,
    'counties',
    'The counties that the locality holds on the date of service, as the file by county names them.',
  ],
});

builder.queryField('localitiesOfCounty', (t) =>
  t.field({
    type: [LocalityCounty],
    description:
      'The localities in which a county may lie. Where a row names it, the rows that do; else those that may mean it: a name of similar spelling, all counties of the state, or all others. Several localities: the ZIP code decides, see `Jurisdiction.zipCodes`. Empty where no file by county was loaded for the day, or it does not hold the state.',
    args: {
      county: t.arg.string({
        required: true,
        description: 'Name, with or without "County", such as "Los Angeles".',
      }),
      state: t.arg.string({ required: true, description: 'State or territory, two letters, such as "CA".' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'Day and state of knowledge for everything below.',
      }),
    },
    ...grows({ items: (sizes) => sizes.most(localityCounty, 'countyState') }),
    resolve: (_root, { county, state, asOf: given }, context) => {
      const asOf = rootAsOf({ asOf: given }, context);
      const wanted = { county, state: codeGiven('state', 'STATE', state) };
      return localitiesOfCounty(context.store, wanted, asOf).map((row) => at(row, asOf));
    },
  }),
);
