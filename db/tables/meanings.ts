/** What codes and modifiers mean in the releases of their code set: a code that is given out again means another thing. */

import { lastPart } from '../kit/id-parts.ts';
import { origin, ref, statementTable, text } from '../kit/table.ts';
import { envelope } from './envelope.ts';

const label = text('Short description in the release.');
const description = text('Long description in the release; several meanings follow one another.');
const release = origin(text('The release in which it was read, such as HCPC2026_OCT.'));

export const codeMeaning = statementTable({
  name: 'code_meaning',
  type: 'CodeMeaning',
  description:
    'What a code reports by a release of its code set. Only public descriptions: those of HCPCS Level II, never of CPT.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId'],
  exclusiveBy: ['codeId'],
  columns: { codeId: ref('billing_code', 'The code.'), label, description, release },
  sentence: (row) => `${row.release}: ${lastPart(row.codeId)} reports "${row.description}".`,
});

export const modifierMeaning = statementTable({
  name: 'modifier_meaning',
  type: 'ModifierMeaning',
  description: 'What a modifier of HCPCS Level II means by a release of it.',
  envelope,
  subject: 'modifierId',
  walkedBy: ['modifierId'],
  exclusiveBy: ['modifierId'],
  columns: { modifierId: ref('modifier', 'The modifier.'), label, description, release },
  sentence: (row) => `${row.release}: modifier ${lastPart(row.modifierId)} means "${row.description}".`,
});
