/** The mark of a kind: its shape in its colour, as the picture draws it. */

import type { ThingKind } from './kinds.ts';

/** Corners of a polygon around the middle of a box of 16. */
const corners = (count: number, turned = 0): string =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * (i + turned)) / count - Math.PI / 2;
    return `${8 + 7 * Math.cos(angle)},${8 + 7 * Math.sin(angle)}`;
  }).join(' ');

const star = Array.from({ length: 10 }, (_, i) => {
  const angle = (Math.PI * i) / 5 - Math.PI / 2;
  const far = i % 2 === 0 ? 7.5 : 3.4;
  return `${8 + far * Math.cos(angle)},${8 + far * Math.sin(angle)}`;
}).join(' ');

const polygons = {
  triangle: corners(3),
  diamond: corners(4),
  rectangle: corners(4, 0.5),
  pentagon: corners(5),
  hexagon: corners(6, 0.5),
  octagon: corners(8, 0.5),
  star,
  rhomboid: '1,2 10.5,2 15,14 5.5,14',
  vee: '1,1 8,5.3 15,1 8,15',
};

/** Its shape, for the eye alone: the word stands beside it. */
export function KindMark({ name, shape }: Pick<ThingKind, 'name' | 'shape'>) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`kind-mark kind-${name}`}>
      {shape === 'ellipse' ? <circle cx="8" cy="8" r="6.5" /> : <polygon points={polygons[shape]} />}
    </svg>
  );
}
