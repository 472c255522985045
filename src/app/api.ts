import { version } from '../../package.json';
import type {
  BackendName,
  BackendReport,
  EmbeddingMatrix,
  EngineMemory,
  Explanation,
  Influence,
  MeasureRow,
  Predictions,
  TrainProgress,
  TrainReport,
  Weights,
} from '../engine/protocol';
import type { ReadOptions } from '../formats/format';
import type { Edit } from '../graph/edits/edit';
import { parseEdits } from '../graph/edits/parse-edits';
import { indexOfNode } from '../graph/node-index';
import type { PlainGraph } from '../graph/plain';
import type { GraphSummary } from '../graph/summary';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import { type Drawn, type SceneName, sceneHandle } from '../scene/handles';
import { actions } from '../store/actions';
import { currentSession } from '../store/current-session';
import { engine } from '../store/engine-link';
import { fromHash } from '../store/permalink';
import { parseSession, type Session } from '../store/session';
import type { State } from '../store/state';
import { useStore } from '../store/store';
import { openWeightsFile, showWeights, train, weightsFile } from '../store/training';
import { addressOf } from './address-of';
import { type HopscopeEvent, on } from './events';
import { parseKind } from './exports/kinds';

/**
 * The scripting API, `window.hopscope`: what a teacher types in the console, and what the end-to-end tests use.
 * Every call checks its arguments and throws or rejects with an `Error` that says what was wrong and what would be
 * right; a rejected call changes nothing.
 */
export interface HopscopeApi {
  readonly version: string;
  /** Resolves when the first trace is complete. */
  readonly ready: Promise<void>;
  backend(): BackendReport;
  /** Moves to another backend and recomputes the trace; rejects with why it is not to be had. */
  setBackend(name: BackendName): Promise<void>;

  /**
   * Shows a graph under the current recipe: a catalogue id, a file or blob in any format Hopscope reads, an address, or
   * a plain graph. Where the graph cannot give the recipe's input, the input becomes the default one.
   */
  load(source: string | File | Blob | URL | PlainGraph, options?: LoadOptions): Promise<GraphSummary>;
  graph(): GraphSummary;
  recipe(): Recipe;
  /** Computes a recipe on the graph shown; missing fields take that convolution's defaults, not the current recipe's. */
  run(recipe?: Partial<Recipe>): Promise<TraceSummary>;
  /** The hop on screen; with `k`, goes there first. */
  hop(k?: number): number;

  /** H at hop k, row-major, nodes in the order they were loaded. */
  embedding(k: number): Promise<EmbeddingMatrix>;
  /** One row a hop, 0…K; null where a measure was not computed, never NaN. */
  measures(): MeasureRow[];
  /** (N, 3) PCA scores at hop k and the share of the variance each component explains. */
  projection(k: number): { data: Float32Array; explained: [number, number, number] };
  /** The arithmetic of one node (id or index) at hop k ≥ 1. */
  explain(node: string | number, k: number): Promise<Explanation>;
  /** How much each node moves one node (id or index) at hop k. */
  influence(node: string | number, k: number): Promise<Influence>;

  /** (N, classes) what the last hop, or the decoder, says of each node; null when the graph has no classes. */
  logits(): Promise<EmbeddingMatrix | null>;
  /** What the network on screen says of each node: the class's index and its probability; null where nothing was learned. */
  predictions(): Predictions | null;
  /**
   * Trains the recipe on screen and shows the trace of the weights kept; what the task leaves out takes its default. The
   * network of each of `report.kept.epochs` is a run of the same recipe with `weights: { kind: 'trained', epoch }`.
   */
  train(task?: Partial<TaskSpec>, onProgress?: (progress: TrainProgress) => void): Promise<TrainReport>;
  /** Stops what is being computed; a training then resolves with the best so far. */
  cancel(): void;
  /** The parameters of the trace on screen as a safetensors file, by PyTorch Geometric's names. */
  weights(): Promise<Uint8Array>;
  /** Shows the trace of the recipe on screen with these weights: a safetensors file, or tensors by name. */
  setWeights(file: Blob | Uint8Array | Record<string, { shape: number[]; data: ArrayLike<number> }>): Promise<void>;

  /** Makes edits to the graph on screen and recomputes; rejects, and changes nothing, when one cannot be made. */
  edit(edits: Edit[]): Promise<GraphSummary>;
  /** What all edits so far change at hop k; null for a graph without edits. */
  difference(k: number): HopDifference | null;

  session(): Session;
  /** Shows a session, or the session in an address or its hash. */
  open(session: Session | string): Promise<void>;
  /** The address that brings back what is on screen. */
  share(): string;
  /**
   * What is on screen as a file: a picture such as `'graph.png'` or `'timeline.svg'`, data such as `'embedding.npy'`,
   * `'measures.csv'` or, of another hop, `'embedding@3.json'`, `'session.json'` or `'weights.safetensors'`.
   */
  export(kind: string): Promise<Blob>;
  /** What a view has on its canvas at this moment, a tween evaluated. */
  drawn(view: SceneName): Drawn;
  /** Where a view has a node, in CSS pixels of the browser's viewport: where to point to hit it. */
  viewportOf(view: SceneName, node: string | number): { x: number; y: number };
  /** What the engine holds at this moment. Between runs that is no tensor: the trace is kept beside the device. */
  memory(): Promise<EngineMemory>;
  /** Calls `listener` at each event; @returns how to stop. */
  on(event: HopscopeEvent, listener: (detail: unknown) => void): () => void;
}

export interface LoadOptions extends ReadOptions {
  /** Sliders of a generated graph, by name. */
  parameters?: Record<string, number>;
}

/** What edits change at one hop, for the nodes that are there with and without them. */
export interface HopDifference {
  /** Their ids. */
  nodes: string[];
  /** ‖h′ − h‖ of each. */
  moved: Float32Array;
  /** ‖h‖ of each without the edits. */
  length: Float32Array;
}

export interface TraceSummary {
  hops: number;
  nodes: number;
  /** Columns of H at each hop 0…K. */
  widths: number[];
  /** What H⁰ is, in words. */
  input: string;
  backend: BackendName;
  milliseconds: number;
}

export function createApi(ready: Promise<void>): HopscopeApi {
  return {
    version,
    ready,
    backend: () => present(useStore.getState().backend, 'the engine is starting: await hopscope.ready first'),
    setBackend: async (name) => {
      if (!['webgpu', 'wasm', 'cpu'].includes(name)) {
        throw new Error(`setBackend: ${written(name)} is none of "webgpu", "wasm" and "cpu"`);
      }
      await ready;
      await actions.changeBackend(name);
    },
    load: async (source, options) => {
      await ready;
      await loadFrom(source, options);
      return summary();
    },
    graph: summary,
    recipe: () => structuredClone(useStore.getState().recipe),
    run: async (recipe = {}) => {
      await ready;
      await actions.runRecipe(recipe);
      return traceSummary(shown());
    },
    hop: (k) => {
      if (k !== undefined) actions.goToHop(hopOf(k, 0, useStore.getState()));
      return useStore.getState().hop;
    },
    embedding: async (k) => {
      const hop = hopOf(k, 0, shown());
      return (await engine()).embedding(hop);
    },
    measures: () => structuredClone(present(shown().trace, NOTHING_YET).measures),
    projection: (k) => {
      const state = shown();
      const { projections, explained } = present(state.trace, NOTHING_YET);
      const hop = hopOf(k, 0, state);
      return { data: projections[hop].slice(), explained: [...explained[hop]] };
    },
    explain: async (node, k) => {
      const state = shown();
      const index = nodeOf(node, state);
      const hop = hopOf(k, 1, state);
      return (await engine()).explain(index, hop);
    },
    influence: async (node, k) => {
      const state = shown();
      const index = nodeOf(node, state);
      const hop = hopOf(k, 0, state);
      return (await engine()).influence(index, hop, () => true);
    },
    logits: async () => {
      const { graph } = shown();
      return graph?.labels ? (await engine()).logits() : null;
    },
    predictions: () => structuredClone(present(shown().trace, NOTHING_YET).predictions),
    train: async (task = {}, onProgress) => {
      await ready;
      return train(task, onProgress);
    },
    cancel: actions.cancelRun,
    weights: async () => {
      shown();
      return weightsFile();
    },
    setWeights: async (file) => {
      await ready;
      if (file instanceof File) await openWeightsFile(file);
      else if (file instanceof Blob) await openWeightsFile(new File([file], 'weights'));
      else if (file instanceof Uint8Array) await openWeightsFile(new File([file.slice()], 'weights'));
      else await showWeights(tensorsIn(file));
    },
    edit: async (edits) => {
      await ready;
      await actions.edit(parseEdits(edits, 'edits'));
      return summary();
    },
    difference: (k) => {
      const state = shown();
      return differenceAt(state, hopOf(k, 0, state));
    },
    session: () => structuredClone(currentSession()),
    open: async (target) => {
      const session = typeof target === 'string' ? sessionIn(target) : parseSession(target);
      await ready;
      await actions.open(session);
    },
    share: () => addressOf(currentSession()),
    export: async (kind) => {
      parseKind(kind);
      await ready;
      const { exportAs } = await import('./exports/export');
      return exportAs(kind, addressOf(currentSession()));
    },
    drawn: (view) => sceneHandle(view).drawn(),
    viewportOf: (view, node) => sceneHandle(view).viewportOf(nodeOf(node, useStore.getState())),
    memory: async () => (await engine()).memory(),
    on,
  };
}

const LOAD_OPTIONS = ['parameters', 'nodeTable', 'labelColumn', 'featureColumns', 'directed'];

async function loadFrom(source: unknown, options: LoadOptions = {}): Promise<void> {
  if (typeof options !== 'object' || options === null) {
    throw new Error(`load: the options are ${written(options)}; they should be an object`);
  }
  const unknown = Object.keys(options).find((name) => !LOAD_OPTIONS.includes(name));
  if (unknown !== undefined) {
    throw new Error(`load: there is no option ${written(unknown)}; there are ${LOAD_OPTIONS.join(', ')}`);
  }
  const { parameters, ...reading } = options;
  if (typeof source === 'string') return actions.loadCatalogue(source, parameters);
  if (source instanceof URL) return actions.loadAddress(source.href);
  if (source instanceof File) return actions.loadFiles([source], reading);
  if (source instanceof Blob) return actions.loadFiles([new File([source], 'graph')], reading);
  if (typeof source === 'object' && source !== null) return actions.loadPlain(source as PlainGraph);
  throw new Error(
    `load: ${written(source)} is no graph; give a catalogue id, a File, a Blob, a URL or { nodes, edges }`,
  );
}

/** Tensors by name, as a script writes them. */
function tensorsIn(given: unknown): Weights {
  if (typeof given !== 'object' || given === null) {
    throw new Error(
      `setWeights: ${written(given)} is no weights; give a safetensors file or { name: { shape, data } }`,
    );
  }
  return Object.fromEntries(
    Object.entries(given as Record<string, Partial<Weights[string]> | null>).map(([name, tensor]) => {
      if (!tensor || !Array.isArray(tensor.shape) || typeof tensor.data?.length !== 'number') {
        throw new Error(`setWeights: ${written(name)} should be { shape: number[], data: numbers }`);
      }
      return [name, { shape: tensor.shape, data: Float32Array.from(tensor.data) }];
    }),
  );
}

function sessionIn(address: string): Session {
  const start = address.indexOf('#');
  const session = start < 0 ? null : fromHash(address.slice(start));
  return present(session, `open: there is no session in ${written(address)}; it should hold one after a #`);
}

const NOTHING_YET = 'there is no trace yet: await hopscope.ready first';

function shown(): State {
  const state = useStore.getState();
  present(state.trace, NOTHING_YET);
  return state;
}

function summary(): GraphSummary {
  return structuredClone(present(useStore.getState().summary, 'there is no graph yet: await hopscope.ready first'));
}

function traceSummary(state: State): TraceSummary {
  const { hops, nodeCount, widths, inputDescription, backend, milliseconds } = present(state.trace, NOTHING_YET);
  return { hops, nodes: nodeCount, widths: [...widths], input: inputDescription, backend, milliseconds };
}

function differenceAt({ trace, graph }: State, hop: number): HopDifference | null {
  if (!trace || !graph || trace.difference === undefined) return null;
  const { nodes, moved, length } = present(trace.difference, `there is no difference: ${trace.notes.difference}`);
  const there = present(moved[hop], `hop ${hop} cannot be compared: without the edits it has other columns`);
  return { nodes: Array.from(nodes, (node) => graph.ids[node]), moved: there.slice(), length: length[hop].slice() };
}

function hopOf(k: unknown, first: number, state: State): number {
  const { hops } = present(state.trace, NOTHING_YET);
  if (!Number.isInteger(k) || (k as number) < first || (k as number) > hops) {
    const there = hops < first ? `no hop from ${first} on` : `hops ${first}…${hops}`;
    throw new Error(`hop ${written(k)} is not to be had: this trace has ${there}`);
  }
  return k as number;
}

function nodeOf(node: unknown, { graph }: State): number {
  const there = present(graph, 'there is no graph yet: await hopscope.ready first');
  if (typeof node === 'string') {
    return present(indexOfNode(there, node) ?? null, `there is no node with the id ${written(node)} in this graph`);
  }
  if (!Number.isInteger(node) || (node as number) < 0 || (node as number) >= there.nodeCount) {
    throw new Error(
      `there is no node ${written(node)}: nodes are numbered 0…${there.nodeCount - 1}, and ids are texts`,
    );
  }
  return node as number;
}

function present<T>(value: T | null, message: string): T {
  if (value === null) throw new Error(message);
  return value;
}

function written(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
