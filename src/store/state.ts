import type {
  BackendName,
  BackendReport,
  EpochReport,
  ExperimentProgress,
  Explanation,
  RunProgress,
  Trace,
  TrainProgress,
  TrainReport,
  TreeLevel,
} from '../engine/protocol';
import type { ReadOptions } from '../formats/format';
import type { ExperimentRun } from '../gnn/experiments/results';
import type { ExperimentSpec, Score } from '../gnn/experiments/specification';
import type { MeasureKey } from '../gnn/measures/descriptors';
import type { DistanceFigures } from '../graph/distance-figures';
import type { Edit } from '../graph/edits/edit';
import type { Condition } from '../graph/filter';
import type { Graph } from '../graph/graph';
import type { PlainGraph } from '../graph/plain';
import type { Sample } from '../graph/samples/sample';
import type { GraphSummary } from '../graph/summary';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import type {
  ColourEncoding,
  DatasetRef,
  EmbeddingScale,
  Lane,
  Session,
  SizeEncoding,
  SubStep,
  ViewSettings,
} from './session';

/**
 * Everything the views read. One zustand store holds it (`useStore`); it changes only through the actions in this folder.
 * `hop`, `focus`, `subStep`, `recipe`, `dataset`, `view` and the lanes in `companions` are the session; the rest is derived from
 * them or in flight.
 */
export interface State {
  // The session
  dataset: DatasetRef;
  recipe: Recipe;
  /** The hop asked for; views show `min(hop, trace.hops)`. */
  hop: number;
  /** Node index in focus, or null. */
  focus: number | null;
  /** Which part of the hop the node in focus is in the midst of; null shows the whole of it. Never at hop 0 or without focus. */
  subStep: SubStep | null;
  view: ViewSettings;
  /** What is compared with what is on screen: the lanes of the session after its first. */
  companions: readonly Companion[];

  // The graph on screen; null only before the first one
  graph: Graph | null;
  summary: GraphSummary | null;
  /** (N, 2) where the layout has the nodes now; a new array each time it moves. */
  positions: Float32Array | null;
  layout: { running: boolean; done: number; total: number };

  // The engine
  backend: BackendReport | null;
  /** Belongs to `graph` and `recipe`; null until computed. While a new one runs the old one stays if its graph is still shown. */
  trace: Trace | null;
  /** While `trace` shows the network as it learns: the trace of `recipe`, to go back to; else null. */
  setAside: Trace | null;
  /** The run in progress, or null. */
  run: RunProgress | null;
  /** Arithmetic of the focused node at the current hop; null when hop is 0 or there is no focus. */
  explanation: Explanation | null;
  /** The node whose field is compared with that of the focus, or null. */
  second: number | null;
  /** Indices of the nodes selected, ascending, one at least; null for none. */
  selection: Int32Array | null;
  /** Whether a drag over a view draws a lasso. */
  lasso: boolean;
  /** Whether the views are drawn by the processor. */
  softwareGraphics: boolean;
  /** The node under the pointer, or under the keyboard's focus in a list, and in which of them; null for none. */
  hovered: { node: number; by: 'graph' | 'embedding' | 'list' } | null;
  /** (N) hops from which the focus node hears each node (0 = itself, −1 = never), or null without focus. */
  hopsFromFocus: Int32Array | null;

  /** The load in progress (a fetch or a big file), or null. */
  loading: { title: string; received: number; total: number | null } | null;
  playing: boolean;
  inspector: Inspector;
  training: Training;
  laboratory: Laboratory;
  /** What stands in the inspector's place, or null for the inspector itself. */
  sidePanel: SidePanelName | null;
  notices: Notice[];
  canUndo: boolean;
  canRedo: boolean;
  page: Page;
}

/** A lane that is compared with what is on screen, and what is known of it; null where that is still to come. */
export interface Companion extends Lane {
  graph: Graph | null;
  trace: Trace | null;
  /** How much of its run is done, 0…1; null while it has none. */
  progress: number | null;
  /** Why it has no trace, for a person. */
  failure: string | null;
}

/** The page around the session. */
export interface Page {
  dialog: 'keys' | 'palette' | 'share' | null;
  presenting: boolean;
  /** In a frame of another page, where there is little room. */
  embedded: boolean;
  /** Names of controls that the address takes off the screen. */
  hidden: ReadonlySet<string>;
}

export type SidePanelName = 'training' | 'laboratory' | 'comparison';

/** What the inspector shows of the node in focus. */
export interface Inspector {
  /** Nodes that a level of the tree has room for. */
  breadth: number;
  /** Of the node and hop looked at last; null before the first. */
  derivatives: Derivatives | null;
  /** How far apart the nodes of a graph are; `figures` is null while they are being measured. */
  distances: { graph: Graph; figures: DistanceFigures | null } | null;
}

/** What moves one node's embedding at one hop: what is there may be of another while the next is being computed. */
export interface Derivatives {
  tree: { node: number; hop: number; levels: TreeLevel[] } | null;
  /** (N) ‖∂h_v^(k)/∂h_u^(0)‖_F */
  influence: { node: number; hop: number; values: Float32Array } | null;
  /** 0…1 while being computed, else null. */
  progress: number | null;
  /** By hand. */
  stopped: boolean;
  /** Why there is none, for a person. */
  failure: string | null;
}

/** Learning: what is set for the next training, the one under way, and what came of the last. */
export interface Training {
  settings: TrainingSettings;
  live: LiveTraining | null;
  outcome: TrainingOutcome | null;
}

/** What was changed by hand; the rest follows from the graph and recipe on screen. */
export interface TrainingSettings {
  task: Partial<TaskSpec>;
  /** What of the recipe acts in training only. */
  recipe: Partial<Pick<Recipe, 'dropout' | 'dropEdge'>>;
  /** Whether trained or opened weights on screen are gone on from, or random ones taken instead. */
  goOn: boolean;
}

export interface LiveTraining {
  /** Of the network, every epoch from 0 so far. */
  curve: EpochReport[];
  /** What was heard last; null until the first epoch. */
  progress: TrainProgress | null;
  /** The epoch whose weights would be kept now. */
  bestEpoch: number;
  /** Every so many epochs so far the network can be looked at; 0 for none. */
  keptEvery: number;
  /** The epoch whose network is on screen; null before the first. */
  shownEpoch: number | null;
  paused: boolean;
}

export interface TrainingOutcome {
  report: TrainReport;
  task: TaskSpec;
  recipe: Recipe;
  /** What it learned on, which may no longer be on screen. */
  dataset: DatasetRef;
  graphName: string;
  classes: string[];
}

/** Experiments: many runs at once, beside what is on screen. */
export interface Laboratory {
  /** What is looked at; null before the first. */
  experiment: Experiment | null;
  /** The experiment under way, which is the one looked at; null for none. */
  live: LiveExperiment | null;
}

export interface Experiment {
  spec: ExperimentSpec;
  /** Made so far, in the specification's order. */
  runs: readonly ExperimentRun[];
  view: ExperimentView;
}

/** An accuracy, or a measure of the last hop. */
export type Quantity = Score | MeasureKey;

/** What of the runs is drawn. */
export interface ExperimentView {
  of: Quantity;
  against: 'depth' | Quantity;
  /** Whether measures are those before training or after. */
  when: 'untrained' | 'trained';
}

export interface LiveExperiment {
  /** The run under way; null until the first begins. */
  progress: ExperimentProgress | null;
  /** Null until there is something to judge by. */
  secondsLeft: number | null;
  paused: boolean;
}

/** A message to the person: what happened, where, and what to do. */
export interface Notice {
  id: number;
  kind: 'error' | 'warning' | 'info';
  title: string;
  detail: string;
  /** What can be done about it, where that is one thing. */
  action?: { label: string; run(): void };
}

/** What a person can do. Each is also reachable by key, by `window.hopscope` or both. */
export interface Actions {
  /** Goes to hop k, clamped to 0…K. */
  goToHop(k: number): void;
  step(by: number): void;
  /** To the next or the last of a hop's three parts, for the node in focus. */
  stepWithin(by: 1 | -1): void;
  setSubStep(subStep: SubStep | null): void;
  setPlaying(playing: boolean): void;
  setFocus(node: number | null): void;
  /** Selects these nodes, or none. */
  select(nodes: readonly number[] | null): void;
  /** Selects all that the filter shows. */
  selectShown(): void;
  setLasso(lasso: boolean): void;
  setHovered(node: number | null, by: 'graph' | 'embedding' | 'list'): void;
  setColour(colour: ColourEncoding): void;
  setScale(scale: EmbeddingScale): void;
  /** Which measures the timeline shows. */
  setMeasures(keys: readonly MeasureKey[]): void;
  /** How near rows have to be to be called collapsed, in per cent of their length; null for as near as usual. */
  setCollapseWithin(within: number | null): void;
  setSize(size: SizeEncoding): void;
  /** Shows in full only the nodes of which all of it holds. */
  setFilter(filter: Condition[]): void;
  /** Outlines each class. */
  setHulls(hulls: boolean): void;
  /** Puts a node somewhere by hand, in the layout's numbers: the layout leaves it there. */
  pin(node: number, x: number, y: number): void;
  /** Pins a node where it is, or lets it go. */
  togglePin(node: number): void;
  /** Moves a node by so much, in the layout's numbers, and pins it there. */
  nudge(node: number, right: number, up: number): void;
  /** Lets the layout have all nodes again. */
  unpin(): void;
  /** Slides the graph view between layout (0) and embedding (1). */
  setMorph(morph: number): void;
  toggleMorph(): void;
  /** Loads a catalogue entry; resolves when its trace is complete, rejects (and leaves all as it was) otherwise. */
  loadCatalogue(id: string, parameters?: Record<string, number>): Promise<void>;
  /** Fetches a graph file; any format `loadFiles` reads. */
  loadAddress(url: string): Promise<void>;
  /** Files dropped, picked or pasted. One graph file, an edge list with its node table, or a session file. */
  loadFiles(files: File[], options?: ReadOptions): Promise<void>;
  loadPlain(plain: PlainGraph): Promise<void>;
  /** Shows a part of the graph on screen; rejects when that is a part already, or the sample is illegal. */
  takeSample(sample: Sample): Promise<void>;
  /** Shows the graph that the part on screen is of. */
  takeWhole(): Promise<void>;
  /** Takes the classes from a node attribute; the result is a graph of the visitor's own. */
  takeClassesFrom(column: string): Promise<void>;
  /** Makes further edits to the graph on screen and recomputes; rejects (and leaves all as it was) when one cannot be made. */
  edit(edits: readonly Edit[]): Promise<void>;
  /** Takes the last edit back. */
  uneditLast(): Promise<void>;
  /** Back to the graph without edits. */
  unedit(): Promise<void>;
  /** Changes some of the recipe and recomputes; rejects (and leaves all as it was) when the recipe is illegal. */
  changeRecipe(change: Partial<Recipe>): Promise<void>;
  /** Computes this recipe; fields it leaves out take that convolution's defaults. */
  runRecipe(recipe: Partial<Recipe>): Promise<void>;
  /** Moves to another backend and recomputes; rejects with why it is not to be had, and stays where it was. */
  changeBackend(name: BackendName): Promise<void>;
  open(session: Session): Promise<void>;
  cancelRun(): void;
  cancelLoading(): void;
  rerunLayout(): void;
  stopLayout(): void;
  continueLayout(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  dismissNotice(id: number): void;
}
