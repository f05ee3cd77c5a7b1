/** What payers agreed on that is not about one code: rates for the rest of a code system, arrangements for several codes, modifiers. */

import * as e from '../enums/index.ts';
import { lastPart } from '../kit/id-parts.ts';
import { decimal, oneOf, orNull, ref, statementTable, text, textList, whole } from '../kit/table.ts';
import { envelope } from './envelope.ts';
import { rateBenchmark } from './prices.ts';
import { counted } from './sentences.ts';

/** The columns of amounts, for rates that are about other things than one code. */
const { subjectId: _one, ...amounts } = rateBenchmark.columns;

export const defaultRate = statementTable({
  name: 'default_rate',
  type: 'DefaultRate',
  description:
    'A rate that a payer publishes for all codes of a system that its file does not list one by one. Never a coverage statement.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'system'],
  columns: {
    ...amounts,
    payerId: ref('payer', 'The payer that reports it.'),
    system: oneOf(e.CodeSystem, 'The code system whose other codes it is for.'),
    scopeStated: text('The scope as the file writes it, code type and code: CPT CSTM-00.'),
    codesRead: orNull(
      textList(
        'The codes that were chosen when the file was loaded, to which alone the default is applied: whether the file lists others was not kept. Null where all were loaded.',
      ),
    ),
  },
  sentence: (row, nameOf) =>
    `For every code of ${row.system.replaceAll('_', ' ')} that ${nameOf(row.payerId)} does not list: ${rateBenchmark.sentence({ ...row, subjectId: '' }, nameOf)}`,
});

export const paymentArrangement = statementTable({
  name: 'payment_arrangement',
  type: 'PaymentArrangement',
  description:
    'One amount that a payer publishes for several codes together, a bundle or a capitation, as seen from one of its codes. The amount is that of the whole arrangement, not of this code.',
  envelope,
  subject: 'codeId',
  walkedBy: ['codeId', 'payerId'],
  columns: {
    ...amounts,
    codeId: ref('billing_code', 'A code that the arrangement names: its own, or one of its members.'),
    arrangementSystem: text(
      'The type of its own code, as the file writes it: CPT, or LOCAL for a code of the payer.',
    ),
    arrangementCode: text('Its own code, as the file writes it.'),
    label: orNull(
      text(
        'Its name in the words of the payer; null where its own code is of a public system or has no name.',
      ),
    ),
    members: textList(
      'The codes that it bundles or covers, with their types as the file writes them: CPT 77091.',
    ),
  },
  sentence: (row, nameOf) => {
    const members = (JSON.parse(row.members) as string[]).length; // the form of the column
    return `${lastPart(row.codeId)} is in the arrangement ${row.arrangementSystem} ${row.arrangementCode} of ${members} codes: ${rateBenchmark.sentence({ ...row, subjectId: '' }, nameOf)}`;
  },
});

export const payerModifierRule = statementTable({
  name: 'payer_modifier_rule',
  type: 'PayerModifierRule',
  description:
    'What a payer pays a hospital where a modifier is appended, whatever the code: a rule of the hospital’s price file. Rules of a modifier on one code are ModifierRule.',
  envelope,
  subject: 'modifierId',
  walkedBy: ['modifierId', 'payerId'],
  columns: {
    modifierId: ref('modifier', 'The modifier; one of several where they count together.'),
    modifiers: textList('All modifiers that the rule needs, sorted; it is stated under each of them.'),
    payerId: orNull(ref('payer', 'The payer; null where `payerStated` names one that is not in the graph.')),
    payerStated: orNull(text('The payer in the words of the file; null where it names none.')),
    network: orNull(text('The plan in the words of the file; null where it names none.')),
    facility: orNull(text('The hospital, as it names itself; null where the file does not name it.')),
    careSetting: orNull(
      oneOf(e.CareSetting, 'Inpatient or outpatient; null where the file does not state it.'),
    ),
    amount: orNull(decimal(2, 'US dollars that the file gives for the modifier; null where it gives none.')),
    percentage: orNull(
      decimal(
        2,
        'Percent that the file gives for the modifier, of what `wording` says; null where it gives none.',
      ),
    ),
    wording: orNull(
      text(
        'What it changes, in the words of the hospital: its note or formula; null where the file has none.',
      ),
    ),
  },
  sentence: (row) => {
    const modifiers = (JSON.parse(row.modifiers) as string[]).join(' and '); // the form of the column
    const whose = [row.payerStated, row.network, row.facility].filter(Boolean).join(', ');
    return `With modifier ${modifiers} (${whose || 'no payer named'}): ${row.wording ?? 'an amount or a percentage without words'}`;
  },
});

export const listedPlan = statementTable({
  name: 'listed_plan',
  type: 'ListedPlan',
  description:
    'That a payer’s table of contents lists price files for a plan. Listed is not loaded: what the plan pays is not known from it.',
  envelope,
  subject: 'payerId',
  walkedBy: ['payerId', 'planKey'],
  columns: {
    payerId: ref('payer', 'The payer whose table of contents it is.'),
    planId: text(
      'The number of the plan as the file writes it: an EIN of the sponsor or a HIOS id, such as 16-1531026; empty where it has none.',
    ),
    planKey: text('The same, letters and digits alone, by which it is looked up.'),
    planIdType: orNull(text('What the number is, in capitals: EIN or HIOS; null where not stated.')),
    name: text('The plan as the file names it; empty where it has no name.'),
    marketType: orNull(text('The market in small letters: group or individual; null where not stated.')),
    sponsor: orNull(text('The sponsor, such as the employer; null where not stated.')),
    issuer: orNull(text('The issuer; null where not stated.')),
    files: whole('How many price files the table of contents lists for it.'),
    fileSets: textList('The marks of the sets of files that are listed for it.'),
  },
  sentence: (row, nameOf) =>
    `${nameOf(row.payerId)} lists ${counted(row.files)} price files for the plan ${row.name || 'without a name'} (${[row.planIdType, row.planId].filter(Boolean).join(' ') || 'no number'}). Listed is not loaded.`,
});
