/** What a hospital's file states of modifiers without a code: the rules of its payers' plans. Names of modifiers are dropped. */

import { createHash } from 'node:crypto';
import { isCode } from '../../../db/codes/code-shapes.ts';
import { isPlaceholder } from '../../../db/prices/placeholder.ts';
import { payerModifierRule } from '../../../db/tables/index.ts';
import { modifierId, payerId } from '../../kit/ids.ts';
import type { CsvRecord } from '../../load/format/file.ts';
import { type Extracted, type Reading, statement } from '../../load/format/format.ts';
import { modifierCell } from '../kit/modifier-cell.ts';
import { placeholderModifier } from '../kit/placeholder-modifier.ts';
import { priceIn, shareIn, unreadable } from '../prices/price.ts';
import type { Shared } from '../prices/price-statement.ts';
import { careSettingIn, statedText } from '../prices/price-words.ts';
import { type AgreedField, type ChargeColumns, nameOf } from './columns.ts';
import { objectsIn, text } from './json.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a plan pays with a modifier, or with several together. Texts are empty where missing. */
export interface PricedModifier {
  readonly modifiers: readonly string[];
  readonly setting: string;
  readonly payer: string;
  readonly plan: string;
  readonly dollar: unknown;
  readonly percentage: unknown;
  readonly wording: string;
  readonly line: number;
  readonly at: string;
  /** Whether it is in a list of its own, beside the items that are counted as rows. */
  readonly besideRows: boolean;
}

export interface ModifierRules {
  add(rules: readonly PricedModifier[]): void;
  stated(shared: Shared): Generator<Extracted, void>;
}

/** The modifiers of a cell, words that are none among them: a rule of such words is reported. */
export function modifiersIn(value: unknown): readonly string[] {
  const { modifiers, unread } = modifierCell(value);
  return [...modifiers, ...unread];
}

/** Collects the rules of a file; rules of modifiers of no known form are reported. */
export function modifierRules({
  from,
  skip,
  payerNamed,
  rows,
}: Pick<Reading, 'from' | 'skip' | 'payerNamed' | 'rows'>): ModifierRules {
  const collected = new Map<
    string,
    PricedModifier & { readonly amount: number | null; readonly percentage: number | null }
  >();

  function figureIn(value: unknown, read: typeof priceIn): number | null {
    const found = read(value === '' ? null : value);
    const isShare = read === shareIn;
    if (found === unreadable) skip('price that is none', String(value));
    else if (found === null || (found > 0 && !isPlaceholder(found, isShare))) return found;
    else skip('placeholder or zero in place of a figure', String(value));
    return null;
  }

  return {
    add(rules) {
      if (rules.length === 0) skip('modifier without a payer');
      for (const rule of rules) {
        const { line: _line, at: _at, besideRows: _beside, ...said } = rule;
        const figures = {
          amount: figureIn(rule.dollar, priceIn),
          percentage: figureIn(rule.percentage, shareIn),
        };
        if (figures.amount === null && figures.percentage === null && rule.wording === '')
          skip('modifier without a figure or words');
        else if (rule.modifiers.length === 0 || !rule.modifiers.every((each) => isCode('MODIFIER', each)))
          skip('modifier that is not of the form of one');
        else if (collected.has(JSON.stringify(said))) rows?.joins();
        else {
          collected.set(JSON.stringify(said), { ...rule, ...figures });
          rows?.states();
        }
      }
    },
    *stated({ facility, population }) {
      const named = new Set<string>();
      for (const [said, rule] of collected) {
        const { modifiers, payer, plan, setting, line, at, besideRows } = rule;
        const { amount, percentage } = rule;
        const known = payer === '' ? undefined : payerNamed?.(payer);
        const values = {
          modifiers: JSON.stringify(modifiers),
          payerId: known === undefined ? null : payerId(known),
          payerStated: payer || null,
          network: plan || null,
          facility,
          careSetting: careSettingIn(setting),
          amount,
          percentage,
          wording: rule.wording || null,
        };
        for (const modifier of modifiers) {
          if (!named.has(modifier)) yield placeholderModifier(modifier, line);
          named.add(modifier);
          const id = modifierId(modifier);
          const keyOf = (whose: string) =>
            `${id.slice('Modifier:'.length)}/${createHash('sha256')
              .update(JSON.stringify([whose, said]))
              .digest('hex')
              .slice(0, 16)}`;
          // A hospital may change its name.
          const keys = { key: keyOf(population), continues: keyOf('') };
          yield statement(
            payerModifierRule,
            { ...keys, from, line, at, besideRows },
            { modifierId: id, ...values },
          );
        }
      }
    },
  };
}

/** The cells of a row with its modifiers: files use any of these names. */
export function modifierCells(cell: (name: string) => string): readonly string[] {
  return ['modifiers', 'modifier', 'modifier_code'].map(cell);
}

/** The rules of a row of modifiers without a code. Notes of a plan have headings of their own in the wide layout. */
export function modifierRow(
  { cells, line }: CsvRecord,
  { places, plans }: ChargeColumns,
): readonly PricedModifier[] {
  const at = (place: number | undefined) => (place === undefined ? '' : (cells[place]?.trim() ?? ''));
  const cell = (name: string) => at(places.get(name));
  const shared = {
    modifiers: modifiersIn(modifierCells(cell)),
    setting: cell('setting'),
    ...{ line, at: `line ${line}`, besideRows: false },
  };
  const ruleOf = (payer: string, plan: string, of: (field: AgreedField) => string, notes: string) => {
    const [dollar, percentage] = [of('negotiated_dollar'), of('negotiated_percentage')];
    const words = [of('negotiated_algorithm'), notes, cell('additional_generic_notes')];
    const wording = words.map(statedText).filter(Boolean).join(' ');
    return [dollar, percentage, wording].some(Boolean) && payer + plan !== ''
      ? [{ ...shared, payer, plan, dollar, percentage, wording }]
      : [];
  };
  return plans.length > 0
    ? plans.flatMap(({ payer, plan, places: own }) => {
        const notes = cell(nameOf(`additional_payer_notes|${payer}|${plan}`));
        return ruleOf(payer, plan, (field) => at(own.get(field)), notes);
      })
    : ruleOf(cell('payer_name'), cell('plan_name'), (field) => cell(`standard_charge|${field}`), '');
}

/** The rules in `modifier_information` of a JSON file, a list for each of its items. */
export function modifierInformation(root: Json): readonly (readonly PricedModifier[])[] {
  return objectsIn(root.modifier_information).map(({ code, setting, modifier_payer_information }, index) =>
    objectsIn(modifier_payer_information).map((each, place) => ({
      modifiers: modifiersIn(code),
      setting: text(setting),
      payer: text(each.payer_name),
      plan: text(each.plan_name),
      dollar: null,
      percentage: null,
      wording: statedText(text(each.description)),
      line: index + 1,
      at: `modifier_information[${index}].modifier_payer_information[${place}]`,
      besideRows: true,
    })),
  );
}
