/** How payers are written in price files: the brands that reviewed rules know, and every name that a file states. */

import { linkTable, orNull, text, textList } from '../kit/table.ts';

export const payerBrand = linkTable({
  name: 'payer_brand',
  description:
    'A brand by which price files write payers, with the rule that knows it. A brand is a way of writing, not a payer: companies of one brand may be different payers, and the licensees of an association are.',
  cluster: ['slug'],
  columns: {
    slug: text('Short name, such as uhc; unique.'),
    label: text('Name.'),
    spellings: textList(
      'The words by which a stated name is of this brand: each in lower case, and found as whole words in this order.',
    ),
    reason: text('Why these words and no others.'),
    seen: textList('Names as price files write them, each with the hospital and the day of its file.'),
  },
});

export const statedPayer = linkTable({
  name: 'stated_payer',
  description:
    'A payer in the words of a price file, once for all amounts that state it: filters by name and brand read these few rows and not every amount.',
  cluster: ['stated'],
  columns: {
    stated: text('The name as price files write it.'),
    folded: text('The same in lower case.'),
    brand: orNull(text('The slug of the one brand whose words are in it; null where none is, or several.')),
  },
});
