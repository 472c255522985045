import { MEASURES, type MeasureKey } from '../gnn/measures/descriptors';
import type { Edit } from '../graph/edits/edit';
import type { FieldName } from '../graph/field';
import type { Condition } from '../graph/filter';
import type { Sample } from '../graph/samples/sample';
import type { Recipe } from '../recipe/recipe';

/**
 * A session is the whole of what a person sees, as small plain JSON: the address carries it, undo restores it,
 * `hopscope.session()` returns it.
 */
export interface Session {
  version: 1;
  /** The first is on screen and what everything acts on; the others are compared with it. */
  lanes: Lanes;
  hop: number;
  /** Id of the node in focus, or null. */
  focus: string | null;
  /** Id of the second node, whose field is compared with that of the focus; absent for none. */
  second?: string;
  /** Ids of the nodes selected, one at least; absent for none. */
  selection?: readonly string[];
  /** Which part of the hop the node in focus is in the midst of; absent for the whole of it. */
  subStep?: SubStep;
  view: ViewSettings;
}

/** What the inspector shows of the node in focus. */
export const INSPECTOR_TABS = ['arithmetic', 'tree', 'reach', 'what-if'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

export const SUB_STEPS = ['message', 'aggregate', 'update'] as const;
export type SubStep = (typeof SUB_STEPS)[number];

/** A model on a graph. */
export interface Lane {
  dataset: DatasetRef;
  recipe: Recipe;
}

export type Lanes = [Lane, ...Lane[]];

export const MOST_LANES = 4;

/** Where a graph is from, of one too large to be seen whole which part of it is meant, and what was changed in it to see what would be. */
export type DatasetRef = WholeRef & { sample?: Sample; edits?: readonly Edit[] };

export type WholeRef =
  /** A catalogue entry with its parameters (sliders, seed). */
  | { kind: 'catalogue'; id: string; parameters?: Record<string, number> }
  /** A graph fetched from an address. */
  | { kind: 'url'; url: string }
  /**
   * A graph of the visitor's own. `key` finds it again in this browser; `data` carries the graph itself when it is
   * small enough for a link.
   */
  | { kind: 'own'; name: string; key: string; data?: string };

export interface ViewSettings {
  colour: ColourEncoding;
  scale: EmbeddingScale;
  /** Seed of the layout's start positions. */
  layoutSeed: number;
  /** What the area of the nodes grows with; absent for the degree. */
  size?: SizeEncoding;
  /** What must hold of a node for it to be shown in full; absent for nothing. */
  filter?: Condition[];
  /** Whether each class has its outline drawn; absent for no. */
  hulls?: true;
  /** Places, in the layout's numbers, of nodes that were put there by hand, by their ids; absent for none. */
  pins?: Record<string, [number, number]>;
  /** How far the graph view has its nodes on the way from layout to embedding, 0…1; absent for 0. */
  morph?: number;
  /** Iterations of the layout, where it was stopped early or continued; absent for as many as usual, none where the graph came with coordinates. */
  layoutIterations?: number;
  /** Keys of the measures that the timeline shows; absent for the usual ones. */
  measures?: readonly MeasureKey[];
  /** What the inspector shows; absent for the arithmetic. */
  tab?: InspectorTab;
  /** How near rows have to be to be called collapsed, in per cent of their length; absent for as near as usual. */
  collapseWithin?: number;
}

export const COLOUR_ENCODINGS = [
  'embedding',
  'class',
  'reach',
  'degree',
  'prediction',
  'confidence',
  'change',
] as const;
/** One of these, or `@` and the name of a node attribute. */
export type ColourEncoding = (typeof COLOUR_ENCODINGS)[number] | `@${string}`;

export type SizeEncoding = 'equal' | FieldName;

export const EMBEDDING_SCALES = ['true', 'zoomed'] as const;
export type EmbeddingScale = (typeof EMBEDDING_SCALES)[number];

export const MEASURE_KEYS = MEASURES.map(({ key }) => key);

/** What the timeline shows until someone chooses. */
export const DEFAULT_MEASURES: readonly MeasureKey[] = ['dirichlet', 'mad', 'effectiveRank', 'reach'];

export const DEFAULT_VIEW: ViewSettings = { colour: 'embedding', scale: 'true', layoutSeed: 1 };
