/** The claim check: a draft claim in, cited findings out, and what could not be judged. */

import { type CheckContext, type ClaimCheck, checkClaim } from '../db/claim/check.ts';
import type { Claim, ClaimLine, Finding, NotChecked } from '../db/claim/claim.ts';
import { ClaimForm, ClaimRule, ClaimVerdict, FindingSeverity, LineOfBusiness } from '../db/enums.ts';
import { type AsOf, parseDay } from '../db/time.ts';
import { AsOfInput, AsOfType, rootAsOf } from './as-of.ts';
import { builder } from './builder.ts';
import { codeId } from './code.ts';
import type { GraphContext } from './context.ts';
import { diagnosisId } from './diagnosis.ts';
import { enumOf } from './enums.ts';
import { badInput, parsed, unknownId } from './errors.ts';
import { anyOne } from './fact.ts';
import { idOf } from './id.ts';
import { CitationRef, citationsOf } from './source.ts';

type Dated<T> = T & { readonly asOf: AsOf };

const maxLines = 50;

const ClaimLineInput = builder.inputType('ClaimLineInput', {
  description: 'A line of a draft claim.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Billing code as text, such as "77090".' }),
    modifiers: t.stringList({
      required: false,
      defaultValue: [],
      description: 'Two-character modifiers, such as ["26"].',
    }),
    units: t.int({ required: false, defaultValue: 1, description: 'Units, from 1 to 999.' }),
    placeOfService: t.string({ required: false, description: 'Two digits as text, such as "11".' }),
    diagnoses: t.stringList({
      required: false,
      defaultValue: [],
      description: 'ICD-10-CM codes, such as ["M81.0"].',
    }),
    dateOfService: t.field({
      type: 'Date',
      required: false,
      description: 'Day of the service; default: that of `asOf`, else today.',
    }),
    lastServiceOn: t.field({
      type: 'Date',
      required: false,
      description: 'Day of the last service of this kind, for frequency rules.',
    }),
  }),
});

const ClaimInput = builder.inputType('ClaimInput', {
  description: 'A draft claim. It takes no patient data, and none is wanted.',
  fields: (t) => ({
    payer: t.id({ required: false, description: 'Id of the payer, such as Payer:medicare.' }),
    lineOfBusiness: t.field({
      type: enumOf(LineOfBusiness),
      required: false,
      description: 'Line of business; needed where the payer has several.',
    }),
    claimForm: t.field({
      type: enumOf(ClaimForm),
      required: false,
      defaultValue: 'PROFESSIONAL_837P_CMS1500',
      description: 'Kind of claim.',
    }),
    lines: t.field({ type: [ClaimLineInput], required: true, description: `Lines, from 1 to ${maxLines}.` }),
  }),
});

const ClaimFinding = builder.objectRef<Dated<Finding>>('ClaimFinding').implement({
  description: 'Something to look at before the claim goes out. It always cites what it rests on.',
  fields: (t) => ({
    rule: t.field({
      type: enumOf(ClaimRule),
      description: 'The rule that found it.',
      resolve: ({ rule }) => rule,
    }),
    severity: t.field({
      type: enumOf(FindingSeverity),
      description: 'How serious it is.',
      resolve: ({ severity }) => severity,
    }),
    line: t.int({ description: 'Index of the line, counted from 0.', resolve: ({ line }) => line }),
    message: t.string({ description: 'What is wrong.', resolve: ({ message }) => message }),
    fix: t.string({
      nullable: true,
      description: 'What to do; null when nothing can be advised.',
      resolve: ({ fix }) => fix,
    }),
    because: t.field({
      type: [builder.nodeInterfaceRef()],
      description:
        'The statements that it rests on, and entities where a property of theirs decides. Never empty.',
      resolve: async ({ because, asOf }, _args, context) =>
        (await Promise.all(because.map((id) => anyOne(context, id, asOf)))).filter((fact) => fact !== null),
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The citations of all of `because`. Never empty.',
      resolve: async ({ because, asOf }, _args, context) =>
        (await Promise.all(because.map((id) => citationsOf(context, { id, asOf })))).flat(),
    }),
  }),
});

const ClaimNotChecked = builder.objectRef<NotChecked>('ClaimNotChecked').implement({
  description: 'Something that could not be judged. It is no finding, and it is no clearance.',
  fields: (t) => ({
    rule: t.field({
      type: enumOf(ClaimRule),
      description: 'The rule that could not judge.',
      resolve: ({ rule }) => rule,
    }),
    line: t.int({ description: 'Index of the line, counted from 0.', resolve: ({ line }) => line }),
    reason: t.string({ description: 'Why not.', resolve: ({ reason }) => reason }),
  }),
});

const ClaimCheckResult = builder.objectRef<Dated<ClaimCheck>>('ClaimCheckResult').implement({
  description: 'What a claim check ends in.',
  fields: (t) => ({
    asOf: t.field({
      type: AsOfType,
      description: 'The state of knowledge; the day is that of lines that name none.',
      resolve: ({ asOf }) => asOf,
    }),
    verdict: t.field({
      type: enumOf(ClaimVerdict),
      description: 'The verdict.',
      resolve: ({ verdict }) => verdict,
    }),
    findings: t.field({
      type: [ClaimFinding],
      description: 'Findings, by line.',
      resolve: ({ findings, asOf }) => findings.map((finding) => ({ ...finding, asOf })),
    }),
    notChecked: t.field({
      type: [ClaimNotChecked],
      description: 'What could not be judged, and why, by line.',
      resolve: ({ notChecked }) => [...notChecked],
    }),
  }),
});

type LineShape = typeof ClaimLineInput.$inferInput;

function lineOf(line: LineShape, index: number, asOf: AsOf): ClaimLine {
  const at = `claim.lines[${index}]`;
  const modifiers = (line.modifiers ?? []).map((modifier) => modifier.trim().toUpperCase());
  for (const modifier of modifiers) {
    if (!/^[A-Z0-9]{2}$/.test(modifier))
      throw badInput(
        `${at}.modifiers`,
        `${at}.modifiers: ${JSON.stringify(modifier.slice(0, 20))} is no modifier. Give two characters, such as "26".`,
      );
  }
  const units = line.units ?? 1;
  if (units < 1 || units > 999)
    throw badInput(`${at}.units`, `${at}.units is ${units}: give a number from 1 to 999.`);
  const { placeOfService, dateOfService, lastServiceOn } = line;
  if (placeOfService && !/^\d\d$/.test(placeOfService)) {
    throw badInput(
      `${at}.placeOfService`,
      `${at}.placeOfService: ${JSON.stringify(placeOfService.slice(0, 20))} is no place of service. Give two digits as text, such as "11".`,
    );
  }
  if ((line.diagnoses ?? []).length > 12)
    throw badInput(`${at}.diagnoses`, `${at}.diagnoses holds more than 12, the most that a claim takes.`);
  return {
    index,
    codeId: codeId(`${at}.code`, { code: line.code }),
    modifiers,
    units,
    placeOfService: placeOfService ?? null,
    diagnosisIds: (line.diagnoses ?? []).map((code) => diagnosisId(`${at}.diagnoses`, code)),
    dateOfService: dateOfService
      ? parsed(`${at}.dateOfService`, () => parseDay(dateOfService))
      : asOf.dateOfService,
    lastServiceOn: lastServiceOn ? parsed(`${at}.lastServiceOn`, () => parseDay(lastServiceOn)) : null,
  };
}

function claimOf(input: typeof ClaimInput.$inferInput, asOf: AsOf, context: GraphContext): Claim {
  const { payer, lineOfBusiness, claimForm, lines } = input;
  if (lines.length === 0 || lines.length > maxLines) {
    throw badInput('claim.lines', `claim.lines holds ${lines.length} lines: give from 1 to ${maxLines}.`);
  }
  const payerId = payer ? idOf('Payer', 'claim.payer', payer) : null;
  if (payerId && !context.memory.get('payer', payerId)) {
    throw unknownId(
      'claim.payer',
      `claim.payer: this release holds no ${payerId}. List them with payers { id }.`,
    );
  }
  return {
    payerId,
    lineOfBusiness: lineOfBusiness ?? null,
    claimForm: claimForm ?? 'PROFESSIONAL_837P_CMS1500',
    lines: lines.map((line, index) => lineOf(line, index, asOf)),
  };
}

builder.queryField('checkClaim', (t) =>
  t.field({
    type: ClaimCheckResult,
    description:
      'Checks a draft claim against what the graph holds. An unknown code never passes as "no findings".',
    args: {
      claim: t.arg({ type: ClaimInput, required: true, description: 'The claim.' }),
      asOf: t.arg({
        type: AsOfInput,
        required: false,
        description: 'State of knowledge, and the day for lines that name none.',
      }),
    },
    resolve: (_root, args, context) => {
      const asOf = rootAsOf(args, context);
      const check: CheckContext = {
        store: context.store,
        memory: context.memory,
        knownAt: asOf.knownAt,
        today: context.now.toISOString().slice(0, 10),
        release: `data version ${context.release.info.hash.slice(0, 12)}`,
      };
      return { ...checkClaim(check, claimOf(args.claim, asOf, context)), asOf };
    },
  }),
);
