/** Sites of service as people name them, and the places of service they are billed under. */

import { z } from 'zod';
import * as tables from '../../../db/tables/index.ts';
import { cite, listed, sources } from '../../kit/citations.ts';
import { entry } from '../../kit/entry.ts';
import { envelope } from '../../kit/envelope.ts';
import { placeOf } from '../../kit/files.ts';
import { placeId, siteId } from '../../kit/ids.ts';
import { source } from '../../kit/reader.ts';
import { slug, text } from '../../kit/value-types.ts';

const record = z.strictObject({
  slug,
  label: text,
  description: text,
  places: z.array(text).min(1),
  sources,
});

/** No source makes the mapping; the sources are those that name the site. */
const ours = 'Mapped by this project from the wording.';

export default source(
  'data/care/sites.yaml',
  z.strictObject({ sites: z.array(record) }),
  function* (data, soFar) {
    for (const found of data.sites) {
      const { slug, label, description } = found;
      const id = siteId(slug);
      const citations = listed(found.sources);
      yield entry(tables.siteOfService, { id, slug, label, description }, placeOf(found));
      yield* cite(id, citations, soFar);
      for (const [index, code] of found.places.entries()) {
        const mapping = `SitePlaceMapping:${slug}/${code}`;
        const shared = envelope(found, soFar, { citations, knowledge: 'ENTAILMENT', notes: [ours] });
        yield entry(
          tables.sitePlace,
          { ...shared, id: mapping, siteId: id, placeId: placeId(code) },
          placeOf(found.places, index),
        );
        yield* cite(mapping, citations, soFar);
      }
    }
  },
);
