/** For whom, for what and by whom a service is done, as sources name it: things of their own, so that they are asked across codes. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { entityTable, oneOf, ref, statementTable, text } from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { inWords } from './sentences.ts';

export const serviceContext = entityTable({
  name: 'service_context',
  type: 'ServiceContext',
  description:
    'A kind of patient, an indication, a kind of interpreter or an audience that sources name together with codes. To be named is not to be covered, nor to be required.',
  inMemory: true,
  columns: {
    kind: oneOf(e.ServiceContextKind, 'What it is.'),
    slug: text('Short name, such as osteopenia; unique.'),
    label: text('Name.'),
    description: text('In our own words.'),
  },
  called: ({ kind, label }) => `${inWords(kind)}: ${label}`,
});

export const serviceContextStatement = statementTable({
  name: 'service_context_statement',
  type: 'ServiceContextStatement',
  description:
    'That a source names a patient, an indication, an interpreter or an audience together with a code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'contextId'],
  columns: {
    codeId: ref('billing_code', 'The code.'),
    contextId: ref('service_context', 'What is named with it.'),
    statedAs: text('The words of the source for it.'),
  },
  sentence: (row, nameOf) =>
    `Named with ${lastPart(row.codeId)}, ${nameOf(row.contextId)} ("${row.statedAs}").`,
});
