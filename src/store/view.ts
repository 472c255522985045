import type { MeasureKey } from '../gnn/measures/descriptors';
import { type FieldName, fieldOf } from '../graph/field';
import type { Condition } from '../graph/filter';
import type { Graph } from '../graph/graph';
import { indexOfNode } from '../graph/node-index';
import { currentSession } from './current-session';
import { editsOf } from './edited';
import { remember } from './history';
import { sameJson } from './same-json';
import {
  type ColourEncoding,
  DEFAULT_MEASURES,
  type EmbeddingScale,
  MEASURE_KEYS,
  type SizeEncoding,
  type ViewSettings,
} from './session';
import { useStore } from './store';

/** How things are shown: nothing here changes what is computed. */

/** @param kind changes of one kind in a row are undone as one. */
export function changeView(change: Partial<ViewSettings>, kind = 'view'): void {
  const { view } = useStore.getState();
  const next = { ...view, ...change };
  if (sameJson(next, view)) return;
  remember(currentSession(), kind);
  useStore.setState({ view: next });
}

export const setColour = (colour: ColourEncoding): void => changeView({ colour });

export const setScale = (scale: EmbeddingScale): void => changeView({ scale });

export const setSize = (size: SizeEncoding): void => changeView({ size: size === 'degree' ? undefined : size });

export const setFilter = (filter: Condition[]): void =>
  changeView({ filter: filter.length > 0 ? filter : undefined }, 'filter');

export function setMeasures(keys: readonly MeasureKey[]): void {
  const measures = MEASURE_KEYS.filter((key) => keys.includes(key));
  changeView({ measures: sameJson(measures, DEFAULT_MEASURES) ? undefined : measures });
}

/** Keys of the measures that the timeline shows. */
export function shownMeasures({ measures }: ViewSettings): readonly MeasureKey[] {
  return measures ?? DEFAULT_MEASURES;
}

/** @param within in per cent; null for as near as usual. */
export const setCollapseWithin = (within: number | null): void =>
  changeView({ collapseWithin: within ?? undefined }, 'collapse');

export const setHulls = (hulls: boolean): void => changeView({ hulls: hulls || undefined });

/** The view for another graph: without what is said of where the nodes of this one are. */
export function viewElsewhere(view: ViewSettings): ViewSettings {
  return { ...view, layoutIterations: undefined, pins: undefined };
}

/** Where the graph view has its nodes: 0 in the layout, 1 in the embedding, between them on the way. */
export function setMorph(morph: number): void {
  if (!(morph >= 0 && morph <= 1)) throw new Error(`morph is ${morph}; it should be a number from 0 to 1`);
  changeView({ morph: morph === 0 ? undefined : morph }, 'morph');
}

export function morphOf({ morph }: ViewSettings): number {
  return morph ?? 0;
}

/** From the layout all the way to the embedding, or back. */
export function toggleMorph(): void {
  setMorph(morphOf(useStore.getState().view) < 0.5 ? 1 : 0);
}

/**
 * The view without what it can no longer show: fields the graph does not have, reach of no node, what nothing predicts.
 * @param predicting whether predictions are on screen or being computed.
 */
export function viewOf(view: ViewSettings, graph: Graph, focus: number | null, predicting: boolean): ViewSettings {
  const knows = (field: FieldName) => fieldOf(graph, field) !== null;
  const { colour, size, filter, hulls, pins } = view;
  const here = pins && Object.entries(pins).filter(([id]) => indexOfNode(graph, id) !== undefined);
  const shows = {
    embedding: true,
    reach: focus !== null,
    prediction: graph.labels !== null && predicting,
    confidence: graph.labels !== null && predicting,
    change: editsOf(graph).length > 0,
  };
  const shown = colour in shows ? shows[colour as keyof typeof shows] : knows(colour as FieldName);
  const kept = filter?.filter(({ field }) => knows(field));
  return {
    ...view,
    colour: shown ? colour : 'embedding',
    size: size !== undefined && (size === 'equal' || knows(size)) ? size : undefined,
    filter: kept && kept.length > 0 ? kept : undefined,
    hulls: hulls && knows('class') ? hulls : undefined,
    pins: here && here.length > 0 ? Object.fromEntries(here) : undefined,
  };
}
