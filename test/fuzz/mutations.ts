/** Mutations of a file: what a bad disk, a bad editor or a bad export makes of it. */

import fc from 'fast-check';

/** A mutation, by its name. */
export interface Mutated {
  readonly how: string;
  readonly bytes: Buffer;
}

type Random = (below: number) => number;

/** Changes the lines of a text. */
const lined = (change: (lines: string[], random: Random) => void) => (bytes: Buffer, random: Random) => {
  const lines = bytes.toString('latin1').split('\n');
  change(lines, random);
  return Buffer.from(lines.join('\n'), 'latin1');
};

/** Puts something before or in place of one of the matches. */
const replaced = (what: RegExp, by: (match: string) => string) => (bytes: Buffer, random: Random) => {
  const text = bytes.toString('latin1');
  const matches = [...text.matchAll(what)];
  const found = matches[random(matches.length)];
  if (!found) return bytes;
  const after = found.index + found[0].length;
  return Buffer.from(text.slice(0, found.index) + by(found[0]) + text.slice(after), 'latin1');
};

const separators = [',', '\t', '|', '$'];

const mutations = {
  'a byte changed': (bytes: Buffer, random: Random) => {
    const copy = Buffer.from(bytes);
    copy[random(copy.length)] = random(256);
    return copy;
  },
  'a NUL byte': (bytes: Buffer, random: Random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)]);
  },
  'cut short': (bytes: Buffer, random: Random) => bytes.subarray(0, random(bytes.length)),
  'a part left out': (bytes: Buffer, random: Random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(200))]);
  },
  'a line twice': lined((lines, random) => {
    const at = random(lines.length);
    lines.splice(at, 0, lines[at] ?? '');
  }),
  'two lines swapped': lined((lines, random) => {
    const [one, other] = [random(lines.length), random(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
  }),
  'a line left out': lined((lines, random) => void lines.splice(random(lines.length), 1)),
  'columns swapped': lined((lines, random) => {
    const separator =
      separators.find((each) => lines.filter((line) => line.includes(each)).length > lines.length / 2) ?? ',';
    const [one, other] = [random(12), random(12)];
    for (const [i, line] of lines.entries()) {
      const cells = line.split(separator);
      if (cells.length <= Math.max(one, other)) continue;
      [cells[one], cells[other]] = [cells[other] ?? '', cells[one] ?? ''];
      lines[i] = cells.join(separator);
    }
  }),
  'a minus': replaced(/(?<![\w.-])\d+\.\d+/g, (number) => `-${number}`),
  'a minus over a blank': replaced(/(?<=\s) \d+\.\d+/g, (number) => `-${number.slice(1)}`),
  'a huge number': replaced(/(?<![\w.-])\d+\.\d+/g, () => '99999999999999999999.99'),
  'an exponent': replaced(/(?<![\w.-])\d+\.\d+/g, () => '1e400'),
  'a date of no day': replaced(/20\d\d-?\d\d-?\d\d/g, (date) =>
    date.replace(/\d\d$/, '31').replace(/\d\d(?=-?31$)/, '02'),
  ),
  'a bracket': replaced(
    /[[\]{}"]/g,
    (bracket) => ({ '[': '{', ']': '}', '{': '[', '}': ']' })[bracket] ?? '',
  ),
  'the end of another encoding': (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0xc3, 0x28, 0xff])]),
} satisfies Record<string, (bytes: Buffer, random: Random) => Buffer>;

/** A mutation of these bytes. */
export function mutated(bytes: Buffer): fc.Arbitrary<Mutated> {
  const names = Object.entries(mutations);
  return fc.gen().map((g) => {
    const [how, mutate] = g(fc.constantFrom, ...names);
    const random: Random = (below) => g(fc.nat, { max: Math.max(0, below - 1) });
    return { how, bytes: mutate(bytes, random) };
  });
}
