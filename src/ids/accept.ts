/** Which of some media types a client accepts best, by its Accept header (RFC 9110, 12.5.1). */

interface Range {
  readonly type: string;
  readonly subtype: string;
  readonly quality: number;
}

function rangesIn(header: string): readonly Range[] {
  return header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const [type, subtype] = range.split('/');
    if (!type || !subtype) return [];
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return [{ type, subtype, quality: quality === undefined ? 1 : Number(quality) || 0 }];
  });
}

/** How exactly a range names a type: 0 where it does not. */
function exactness({ type, subtype }: Range, media: string): number {
  if (`${type}/${subtype}` === media) return 3;
  if (subtype === '*' && media.startsWith(`${type}/`)) return 2;
  return type === '*' && subtype === '*' ? 1 : 0;
}

/** The type that is accepted best, the first of those that are alike; undefined where none is. Without a header all are. */
export function acceptedOf<T extends string>(header: string | undefined, types: readonly T[]): T | undefined {
  if (!header?.trim()) return types[0];
  const ranges = rangesIn(header);
  const rated = types.map((media) => {
    const fitting = ranges.map((range) => ({ range, exact: exactness(range, media) }));
    const best = fitting.filter(({ exact }) => exact > 0).sort((a, b) => b.exact - a.exact)[0];
    return { media, quality: best?.range.quality ?? 0 };
  });
  const most = Math.max(...rated.map(({ quality }) => quality));
  return most > 0 ? rated.find(({ quality }) => quality === most)?.media : undefined;
}
