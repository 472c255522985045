import { version } from '../../package.json';
import type { Weights } from '../engine/protocol';
import { parseEdits } from '../graph/edits/parse-edits';
import { indexOfNode } from '../graph/node-index';
import type { PlainGraph } from '../graph/plain';
import type { GraphSummary } from '../graph/summary';
import { sceneHandle } from '../scene/handles';
import { actions } from '../store/actions';
import { currentSession } from '../store/current-session';
import { engine } from '../store/engine-link';
import { parseSession } from '../store/parse-session';
import { fromHash } from '../store/permalink';
import type { Session } from '../store/session';
import type { State } from '../store/state';
import { useStore } from '../store/store';
import { openWeightsFile, showWeights, train, weightsFile } from '../store/training';
import { addressOf } from './address-of';
import type { HopDifference, HopscopeApi, LoadOptions, TraceSummary } from './api';
import { on } from './events';
import { parseKind } from './exports/kinds';

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
    experiment: async (spec, onProgress) => {
      if (onProgress !== undefined && typeof onProgress !== 'function') {
        throw new Error(`experiment: ${written(onProgress)} is no function to tell of the progress`);
      }
      await ready;
      const { experimentBy } = await import('../store/provided-experiments');
      const { chooseExperiment, runChosen } = await import('../store/laboratory');
      const { specification, view } =
        typeof spec === 'string' ? experimentBy(spec) : { specification: spec, view: undefined };
      await chooseExperiment(specification, view);
      return structuredClone(await runChosen(onProgress));
    },
    cancel: () => {
      actions.cancelRun();
      // Fetched by what is under way in it; a page without an experiment never needs it.
      if (useStore.getState().laboratory.live) {
        void import('../store/laboratory').then(({ cancelExperiment }) => cancelExperiment());
      }
    },
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
