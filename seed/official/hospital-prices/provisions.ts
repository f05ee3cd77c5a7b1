/** General contract provisions of a hospital's file, as template 3.0 has them: of whole claims, such as those above an amount. */

import type { Reading } from '../../load/format/format.ts';
import { objectsIn, text } from './json.ts';

/** Whose general contract provisions a file states, which can supersede its negotiated charges: payers, empty where it names none. Undefined where it states none. */
export function provisionsIn(stated: unknown): readonly string[] | undefined {
  const listed = objectsIn(stated).filter(({ provisions }) => text(provisions) !== '');
  if (listed.length > 0)
    return [...new Set(listed.map(({ payer_name }) => text(payer_name)).filter(Boolean))];
  return text(stated) === '' ? undefined : [];
}

/** Reports the general contract provisions of a file, which are of whole claims and no code, and returns what each price notes of them. */
export function withProvisions(payers: readonly string[], { report }: Pick<Reading, 'report'>): string {
  const whose = payers.length > 0 ? ` for ${payers.join(', ')}` : '';
  report?.(
    `It states general contract provisions${whose}, such as for claims above an amount. They are not kept as statements: each price notes that there are some, read them in the file.`,
  );
  return `The file states general contract provisions${whose}, which can supersede its negotiated charges.`;
}
