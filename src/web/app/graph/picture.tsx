/** The picture of a part of the graph, drawn by Cytoscape; the list beside it has the same for keyboards and screen readers. */

import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from 'cytoscape';
import { useEffect, useRef } from 'react';
import { kindOfType, kinds } from './kinds.ts';
import { type DrawnThing, many, type Shown, type ShownLink, shortName } from './shown.ts';

interface Props extends Shown {
  /** Ids of the things whose neighbours are shown, the one in the middle first. */
  readonly open: readonly string[];
  /** Id of the thing that was chosen. */
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
  readonly toggle: (id: string) => void;
}

/** Characters of a name that are drawn. */
const longest = 30;
/** Pixels between a thing and its neighbours at first. */
const radius = 200;

/** The picture, which is drawn anew where colours change, and goes on from where it was where things are added. */
export default function Picture({ things, links, open, chosen, choose, toggle }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Core>(undefined);
  const act = useRef({ choose, toggle });
  act.current = { choose, toggle };
  useEffect(() => {
    const container = box.current;
    if (!container) return;
    const core = cytoscape({
      container,
      style: styleOf(container),
      minZoom: 0.2,
      maxZoom: 3,
      boxSelectionEnabled: false,
      selectionType: 'single',
    });
    drawing.current = core;
    core.on('tap', 'node', ({ target }) => act.current.choose(target.id()));
    core.on('dbltap', 'node', ({ target }) => act.current.toggle(target.id()));
    core.on('tap', ({ target }) => target === core && act.current.choose(undefined));
    const colours = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => core.style(styleOf(container));
    colours.addEventListener('change', redraw);
    const size = new ResizeObserver(() => {
      core.resize();
      whole(core);
    });
    size.observe(container);
    // A wheel scrolls the page, unless a key says that it zooms.
    const wheel = (event: WheelEvent) => event.ctrlKey || event.metaKey || event.stopPropagation();
    container.addEventListener('wheel', wheel, { capture: true });
    return () => {
      colours.removeEventListener('change', redraw);
      container.removeEventListener('wheel', wheel, { capture: true });
      size.disconnect();
      core.destroy();
    };
  }, []);
  const content = [
    ...things.map(({ id }) => id),
    ...links.map(({ from, to, onWay }) => [from, to, onWay].join(' ')),
    ...open,
  ].join('\n');
  useEffect(() => drawing.current && draw(drawing.current, { things, links }, open), [content]);
  useEffect(() => {
    drawing.current?.nodes().forEach((node) => void node.toggleClass('chosen', node.id() === chosen));
  }, [chosen, content]);
  const zoom = (factor: number) => {
    const core = drawing.current;
    core?.zoom({
      level: core.zoom() * factor,
      renderedPosition: { x: core.width() / 2, y: core.height() / 2 },
    });
  };
  return (
    <figure className="net">
      {/* Cytoscape would add a style of its own, which the policy of the page refuses, unless it is there. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div
        ref={box}
        className="net-box"
        role="img"
        aria-label={`${things.length} things and ${links.length} links between them; the list has the same.`}
      />
      <figcaption className="tools">
        <button type="button" onClick={() => zoom(1.35)}>
          Zoom in
        </button>
        <button type="button" onClick={() => zoom(1 / 1.35)}>
          Zoom out
        </button>
        <button type="button" onClick={() => drawing.current && whole(drawing.current)}>
          Whole picture
        </button>
        <span className="aside">
          A click chooses a thing, two open or fold it. Names appear as one zooms in.
        </span>
      </figcaption>
    </figure>
  );
}

/** Puts what is new into the drawing, takes away what is gone, and finds places for all. */
function draw(core: Core, { things, links }: Shown, open: readonly string[]): void {
  const places = placesFor(core, things, links, open);
  const elements = [
    ...things.map((thing) => nodeOf(thing, open, places.get(thing.id))),
    ...links.map(edgeOf),
  ];
  core.batch(() => {
    const ids = new Set(elements.map(({ data }) => data.id));
    core.elements().forEach((element) => {
      if (!ids.has(element.id())) element.remove();
    });
    for (const element of elements) {
      const known = core.getElementById(String(element.data.id));
      if (known.empty()) core.add(element);
      else known.classes(String(element.classes));
    }
  });
  const isMany = things.length > many;
  core
    .layout({
      name: 'cose',
      animate: false,
      randomize: false,
      fit: false,
      nodeRepulsion: () => (isMany ? 6_000 : 9_000),
      idealEdgeLength: () => 60,
      nodeOverlap: 12,
      gravity: 1.2,
      nodeDimensionsIncludeLabels: true,
      numIter: isMany ? 400 : 900,
    })
    .run();
  fill(core);
}

/** Stretches the drawing to the shape of its box, which leaves more room for names. */
function fill(core: Core): void {
  const { w, h } = core.nodes().boundingBox();
  const stretch = Math.min(2.5, Math.max(0.4, core.width() / core.height() / (w / h)));
  if (core.nodes().length > 2)
    core.nodes().positions((node) => ({ x: node.position('x') * stretch, y: node.position('y') }));
  whole(core);
}

/** Shows the whole drawing, which a few things do not blow up. */
function whole(core: Core): void {
  core.fit(undefined, 24);
  if (core.zoom() > 1.5) {
    core.zoom(1.5);
    core.center();
  }
}

function nodeOf(thing: DrawnThing, open: readonly string[], position: ElementDefinition['position']) {
  const name = shortName(thing);
  const classes = [kindOfType(thing.__typename).name, open.includes(thing.id) && 'open'];
  return {
    group: 'nodes',
    data: {
      id: thing.id,
      name: name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name,
    },
    classes: classes.filter(Boolean).join(' '),
    ...(position && { position }),
  } satisfies ElementDefinition;
}

const edgeOf = ({ from, to, onWay }: ShownLink) =>
  ({
    group: 'edges',
    data: { id: from < to ? `${from} ${to}` : `${to} ${from}`, source: from, target: to },
    classes: onWay ? 'way' : '',
  }) satisfies ElementDefinition;

/** Where new things begin: around a neighbour that is there, those of a kind together. */
function placesFor(
  core: Core,
  things: readonly DrawnThing[],
  links: readonly ShownLink[],
  open: readonly string[],
) {
  const places = new Map<string, { x: number; y: number }>();
  core.nodes().forEach((node) => void places.set(node.id(), { ...node.position() }));
  for (const [i, id] of open.entries()) {
    const middle = places.get(id) ?? { x: i * 3 * radius, y: 0 };
    places.set(id, middle);
    const near = new Set(links.flatMap(({ from, to }) => (from === id ? to : to === id ? from : [])));
    const fresh = things
      .filter((thing) => near.has(thing.id) && !places.has(thing.id))
      .sort((one, other) => placeOfKind(one) - placeOfKind(other));
    for (const [at, thing] of fresh.entries()) {
      const angle = (2 * Math.PI * at) / fresh.length;
      places.set(thing.id, {
        x: middle.x + radius * 1.5 * Math.cos(angle),
        y: middle.y + radius * Math.sin(angle),
      });
    }
  }
  for (const [i, { id }] of things.entries())
    if (!places.has(id)) places.set(id, { x: radius * (1 + (i % 7)), y: radius * 2 + 60 * (i % 5) });
  return places;
}

const placeOfKind = ({ __typename }: DrawnThing) => kinds.indexOf(kindOfType(__typename));

/** The style of the drawing in the colours of the page as they are now. */
function styleOf(box: HTMLElement): StylesheetJson {
  const probe = box.appendChild(document.createElement('i'));
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const { fontFamily } = getComputedStyle(box);
  const style: StylesheetJson = [
    {
      selector: 'node',
      style: {
        width: 22,
        height: 22,
        label: 'data(name)',
        color: colour('ink'),
        'font-size': 11,
        'font-family': fontFamily,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-wrap': 'wrap',
        'text-max-width': '104px',
        'text-background-color': colour('raised'),
        'text-background-opacity': 0.8,
        'text-events': 'yes',
        'min-zoomed-font-size': 6,
        'border-width': 1,
        'border-color': colour('raised'),
      },
    },
    ...kinds.map(({ name, shape }) => ({
      selector: `node.${name}`,
      style: { shape, 'background-color': colour(`kind-${name}`) },
    })),
    {
      selector: 'node.open',
      style: { width: 34, height: 34, 'font-size': 14, 'font-weight': 700, 'border-color': colour('ink') },
    },
    { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': colour('focus') } },
    {
      selector: 'edge',
      style: { width: 1, 'line-color': colour('soft'), 'line-opacity': 0.45, 'curve-style': 'haystack' },
    },
    { selector: 'edge.way', style: { width: 4, 'line-color': colour('accent'), 'line-opacity': 1 } },
  ];
  // Printed as it was drawn, so that light words do not end on white paper.
  box.style.backgroundColor = colour('raised');
  probe.remove();
  return style;
}
