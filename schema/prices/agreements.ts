/** What payers published for many codes at once: defaults of a code system, arrangements of several codes, rules of modifiers. */

import { inForce, live } from '../../db/kit/as-of.ts';
import { inList } from '../../db/kit/edge.ts';
import { folded } from '../../db/kit/folded.ts';
import {
  defaultRate,
  payer,
  payerModifierRule,
  paymentArrangement,
  rateBenchmark,
} from '../../db/tables/index.ts';
import { BillingCode } from '../codes/code.ts';
import { Modifier } from '../codes/modifier.ts';
import { statement } from '../evidence/statement.ts';
import { builder } from '../kit/builder.ts';
import { connections, type Filter } from '../kit/edge-to-many.ts';
import { checkList } from '../kit/errors.ts';
import { passing } from '../kit/growth.ts';
import { knownIds } from '../kit/reference.ts';
import { Payer } from '../policies/payer.ts';
import { listedEdge } from './listed-edge.ts';

const AgreementFilter = builder.inputType('AgreementFilter', {
  description: 'Which agreements to give. What is left out does not restrict.',
  fields: (t) => ({
    payers: t.idList({
      required: false,
      description:
        'Payers by slug or id, such as aetna; those of payers that are not in the graph are left out.',
    }),
    payerStatedContains: t.string({
      required: false,
      description:
        'Letters that are in the name of the payer as the file writes it, in any case, such as "aetna"; where the file names none, it is left out.',
    }),
    networks: t.stringList({
      required: false,
      description: 'Networks or plans, in the exact words of the files.',
    }),
    facilities: t.stringList({
      required: false,
      description: 'Hospitals, in the exact words of their price files.',
    }),
  }),
});

const filter: Filter = {
  type: AgreementFilter,
  where({ payers, payerStatedContains, networks, facilities }: typeof AgreementFilter.$inferInput, context) {
    const among = (column: string, name: string, values: readonly string[]) =>
      inList(column, name, checkList(`filter.${name}`, values));
    return [
      ...(payers ? [inList('payer_id', 'payers', knownIds(context, payer, 'filter.payers', payers))] : []),
      ...(payerStatedContains != null
        ? [
            {
              sql: 'instr(folded(t.payer_stated), :stated) > 0',
              params: { stated: folded(payerStatedContains) },
            },
          ]
        : []),
      ...(networks ? [among('network', 'networks', networks)] : []),
      ...(facilities ? [among('facility', 'facilities', facilities)] : []),
    ];
  },
};

const DefaultRate = statement({ table: defaultRate });
connections(
  DefaultRate,
  defaultRate,
  {
    payerId: [
      Payer,
      'defaultRates',
      'Rates that it publishes for all codes of a system that its files do not list.',
    ],
  },
  filter,
);

/** A network that lists the code has no default for it. What a hospital lists of a plan of that name is of another file. */
const defaultsOfCodes = (where: string) => `
  select k.key as "slot", t.id
  from json_each(:parents) k
  cross join billing_code c
  cross join ${defaultRate.name} t
  where c.id = k.value and t.system = c.system and ${where}
    and (t.codes_read is null or c.code in (select value from json_each(t.codes_read)))
    and ${inForce('t')}
    and not exists (
      select 1 from ${rateBenchmark.name} r
      where r.subject_id = c.id and r.payer_id = t.payer_id and r.network is t.network
        and r.facility is null and ${live('r')})
  order by k.key, t.id`;

listedEdge(BillingCode, 'defaultRates', DefaultRate, {
  description:
    'Rates of payers for all codes of its system that their files do not list, where the payer has no rate of its own for this code in the network. Empty: no such rate was loaded.',
  to: defaultRate,
  filter,
  growth: {
    items: (sizes) => sizes.most(defaultRate, 'system'),
    eachOnce: false,
    // Each is compared with the rates of the code.
    work: (sizes) => passing(20 * (sizes.most(defaultRate, 'system') ?? 0)),
  },
  sql: defaultsOfCodes,
});

const PaymentArrangement = statement({ table: paymentArrangement });
connections(
  PaymentArrangement,
  paymentArrangement,
  {
    codeId: [
      BillingCode,
      'paymentArrangements',
      'Bundles and capitations that name the code, as their own or as one of their members.',
    ],
    payerId: [
      Payer,
      'paymentArrangements',
      'Its bundles and capitations, once for each code that they name.',
    ],
  },
  filter,
);

const PayerModifierRule = statement({ table: payerModifierRule });
connections(
  PayerModifierRule,
  payerModifierRule,
  {
    modifierId: [
      Modifier,
      'payerRules',
      'What payers pay hospitals with the modifier whatever the code, from price files of hospitals.',
    ],
    payerId: [Payer, 'modifierRules', 'What it pays hospitals with a modifier whatever the code.'],
  },
  filter,
);
