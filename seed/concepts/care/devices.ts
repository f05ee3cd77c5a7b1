/** Devices that perform a service, as cleared by the FDA. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope, envelopeKeys } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { familyId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { day, slug, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  family: slug,
  submission: text,
  label: text,
  maker: text,
  productCode: text,
  regulation: text,
  deviceClass: text,
  decided: day,
  summary: text,
  ...envelopeKeys,
  sources,
});

export default source(
  'data/care/devices.yaml',
  z.strictObject({ devices: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.devices) {
      const citations = listed(found.sources);
      const { submission, label, maker, productCode, regulation, deviceClass, summary } = found;
      const id = `DeviceClearance:${submission}`;
      const said = {
        submission,
        label,
        maker,
        productCode,
        regulation,
        deviceClass,
        decidedOn: found.decided,
        summary,
      };
      const row = { ...envelope(found, soFar, { citations }), id, familyId: familyId(found.family), ...said };
      yield entry(tables.deviceClearance, row, placeOf(found, 'family'));
      yield* cite(id, citations, soFar);
    }
  },
);
