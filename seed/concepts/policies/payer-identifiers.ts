/** Identifiers of payers: by which numbers claims, filings and FHIR resources name them, and what was looked for in vain. */

import { z } from 'zod';
import * as e from '../../../db/enums/index.ts';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys, unknown } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { payerId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { slug, text, valueIn, word } from '../../kit/value-types.ts';

const record = z.strictObject({
  payer: slug,
  system: word(e.PayerIdentifierSystem),
  value: text.regex(/^[0-9A-Z-]+$/, 'Expected capitals and digits, such as 60054 or BCSNC.').optional(),
  assignedTo: text.optional(),
  usedFor: text.optional(),
  unknown: word(e.UnknownReason).optional(),
  ...envelopeKeys,
  sources,
});

export default source(
  'data/policies/payer-identifiers.yaml',
  z.strictObject({ identifiers: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.identifiers) {
      const place = placeOf(found, 'payer');
      if (found.value ? found.unknown || !found.assignedTo : !found.unknown || found.assignedTo) {
        soFar.report(
          placeOf(found, 'system'),
          'Write either `value` and `assignedTo`, the company or plan in the words of the source, or `unknown` with its reason.',
        );
      }
      const citations = listed(found.sources);
      const system = found.system.replaceAll('_', '-');
      const id = `PayerIdentifier:${found.payer}/${system}/${found.value ?? 'unknown'}`;
      const state = found.unknown ? unknown(valueIn(e.UnknownReason, found.unknown)) : undefined;
      const row = {
        ...envelope(found, soFar, { citations, state }),
        id,
        payerId: payerId(found.payer),
        system: valueIn(e.PayerIdentifierSystem, found.system),
        value: found.value ?? null,
        assignedTo: found.assignedTo ?? null,
        usedFor: found.usedFor ?? null,
      };
      yield entry(tables.payerIdentifier, row, place);
      yield* cite(id, citations, soFar);
    }
  },
);
