import { memory } from '@tensorflow/tfjs-core';
import type { Checkpoint } from '../gnn/influence/checkpoint';
import type { Traced } from '../gnn/influence/pull-back';
import { TRACE_BUDGET } from '../gnn/models/budget';
import { toDense } from '../gnn/models/dense';
import { explainNode } from '../gnn/models/explain';
import { parameterSpecs, type StateDict } from '../gnn/models/parameters';
import { stackShape } from '../gnn/models/widths';
import { openWeights } from '../gnn/training/open-weights';
import { adjacencyOf } from '../graph/adjacency';
import { type DistanceFigures, distanceFigures } from '../graph/distance-figures';
import { distancesOf } from '../graph/distances';
import { applyEdits } from '../graph/edits/apply-edits';
import type { Edit } from '../graph/edits/edit';
import type { FeatureMatrix, Graph } from '../graph/graph';
import { firstRows } from '../graph/matrix-rows';
import { inputColumns } from '../recipe/combinations';
import { factsOf } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import { validateRecipe } from '../recipe/validate';
import { validateTask } from '../recipe/validate-task';
import { type Answers, createAnswers } from './answers';
import { openFastest, openNamed } from './backend-choice';
import { createDevice } from './device';
import { differenceBetween } from './difference';
import { createExperimenting } from './experimenting';
import { knownHops, type Run, sameRun } from './known-hops';
import { type LearnedWeights, learned, weightsOf } from './learned-weights';
import { createLearning } from './learning';
import type { OpenBackend } from './open-backend';
import type { EmbeddingMatrix, EngineCalls, RunProgress, Trace, TrainListeners, TrainReport, Wanted } from './protocol';
import { RunCancelled } from './run-cancelled';
import { axesOf, type Computed, computeTrace } from './trace';
import { createTurns } from './turns';
import { runUnedited, type Unavailable } from './unedited';

/** Longest the worker computes without listening for a cancel, in ms. */
const LISTEN_EVERY = 30;

/** The last run that finished, with what its answers need. */
interface Kept extends Computed, Run {
  /** What has been asked of how it moves with its input. */
  answers: Answers;
}

/**
 * The engine behind the door: one backend, one graph, one trace. Runs and trainings happen one at a time and the newest wins:
 * one that another, a new graph or a new backend overtakes rejects with `RunCancelled`.
 */
export function createEngineCalls(): EngineCalls {
  /** The graph that was set, and what runs are about: the same, or an edit of it. */
  let original: Graph | null = null;
  let graph: Graph | null = null;
  let edits: readonly Edit[] = [];
  let kept: Kept | null = null;
  /** The last run on the original, while an edit of it is looked at. */
  let baseline: Run | null = null;
  const learning = createLearning((looked) => {
    kept = { ...looked, backend: looked.trace.backend, start: null, answers: createAnswers(looked.graph.nodeCount) };
  });
  const experimenting = createExperimenting();
  let trained: LearnedWeights | null = null;
  let opened: StateDict | null = null;
  const hold = (paused: boolean): void => {
    learning.pause(paused);
    experimenting.pause(paused);
  };
  const turns = createTurns(() => hold(false));
  const { enqueue, overtake } = turns;
  const device = createDevice(turns);

  /** Gives messages that have come meanwhile their turn, now and then. @returns whether it did. */
  const listenerOn = (running: OpenBackend) => {
    let listened = performance.now();
    return async () => {
      running.check();
      if (performance.now() - listened <= LISTEN_EVERY) return false;
      // A task of its own, so that messages which arrived meanwhile are read first.
      await new Promise((resolve) => setTimeout(resolve));
      listened = performance.now();
      return true;
    };
  };

  const graphSet = (): Graph => {
    if (!graph) throw new Error('The engine has no graph yet: set one first.');
    return graph;
  };

  /** What a run or training is about; throws when it was overtaken before it began. */
  const begin = (ticket: number, recipe: Recipe) => {
    turns.check(ticket);
    const [on, running] = [graphSet(), device.started()];
    const checked = validateRecipe(recipe, factsOf(on));
    return { on, running, checked, start: namedWeights(checked) };
  };

  /** The weights a recipe speaks of; undefined where it draws them. */
  const namedWeights = ({ weights }: Recipe): StateDict | undefined => {
    if (weights.kind === 'trained') return weightsOf(trained, weights.epoch);
    if (weights.kind !== 'file') return undefined;
    if (opened) return opened;
    throw new Error('No weights have been opened yet: open a .safetensors file first, or take random weights.');
  };

  const compute = async (
    ticket: number,
    recipe: Recipe,
    onProgress: (progress: RunProgress) => void,
  ): Promise<Trace> => {
    const { on, running, checked, start } = begin(ticket, recipe);
    const listen = listenerOn(running);
    const ofEpoch = checked.weights.kind === 'trained' && checked.weights.epoch !== undefined;
    const checkpoint = async () => {
      await listen();
      turns.check(ticket);
    };
    const what = { recipe: checked, backend: running.name, start };
    try {
      const unedited = original && on !== original ? await baselineOf({ ...what, graph: original }, checkpoint) : null;
      const computed = await computeTrace(on, checked, {
        backend: running.name,
        onProgress,
        weights: start,
        onto: ofEpoch ? trained?.axes : null,
        // What is run again is computed again.
        known: kept?.graph === on ? undefined : knownHops([baseline, kept], { ...what, graph: on }),
        checkpoint,
      });
      if (unedited) {
        const missing = 'unavailable' in unedited;
        computed.trace.difference = missing ? null : differenceBetween(unedited, { ...computed, graph: on });
        if (missing) computed.trace.notes.difference = unedited.unavailable;
      }
      kept = { ...computed, ...what, graph: on, answers: createAnswers(on.nodeCount) };
      if (on === original) baseline = null;
      if (trained && checked.weights.kind === 'trained' && !ofEpoch) trained.axes = axesOf(computed.trace);
      return computed.trace;
    } finally {
      running.trim();
    }
  };

  /** The run of the original that an edit is compared with, or why there is none. */
  const baselineOf = async (
    what: Omit<Run, 'embeddings'>,
    checkpoint: () => Promise<void>,
  ): Promise<Run | Unavailable> => {
    baseline = [baseline, kept].find((run) => run?.graph === what.graph && sameRun(run, what)) ?? null;
    if (baseline) return baseline;
    const run = await runUnedited(what, checkpoint);
    if (!('unavailable' in run)) baseline = run;
    return run;
  };

  const train = async (
    ticket: number,
    recipe: Recipe,
    task: TaskSpec,
    listeners: TrainListeners,
  ): Promise<TrainReport> => {
    const { on, running, checked, start } = begin(ticket, recipe);
    const checkedTask = validateTask(task, on.split !== null, checked.conv);
    const listen = listenerOn(running);
    const before = kept;
    try {
      const learner = { graph: on, recipe: checked, backend: running, start };
      const outcome = await learning.train(learner, checkedTask, listeners, {
        cancelled: () => turns.isCancelled(ticket),
        async listen() {
          await listen();
          if (!turns.isCancelled(ticket)) turns.check(ticket);
        },
      });
      trained = learned(outcome);
      return outcome.report;
    } finally {
      kept = before;
      running.trim();
    }
  };

  /** Answers a question of how the trace moves with its input, unless that is overtaken or no longer wanted. */
  const derive = async <T>(
    question: string,
    wanted: Wanted,
    answer: (trace: Traced, checkpoint: Checkpoint) => Promise<T>,
  ): Promise<T> => {
    const { answers, graph: on, recipe, embeddings } = finished();
    const [ticket, running] = [turns.newest(), device.started()];
    const overtaken = () => ticket !== turns.newest() || kept?.embeddings !== embeddings;
    const listen = listenerOn(running);
    const ask = async (fraction: number) => {
      if ((await listen()) && (overtaken() || !(await wanted(fraction)))) throw new RunCancelled();
    };
    const { hops, parameters } = embeddings;
    try {
      return await answers.to(question, () => answer({ graph: on, recipe, hops, parameters }, ask));
    } catch (error) {
      throw overtaken() ? new RunCancelled() : error;
    } finally {
      running.trim();
    }
  };

  const finished = (): Kept => {
    if (!kept) throw new Error('Nothing has been computed yet: run a recipe first.');
    return kept;
  };

  return {
    start: (preference) =>
      enqueue(async () => device.adopt(preference ? await openNamed(preference) : await openFastest())),
    setBackend(name) {
      overtake();
      return enqueue(async () => device.adopt(await openNamed(name)));
    },
    async setGraph(next) {
      overtake();
      original = next;
      graph = next;
      edits = [];
      baseline = null;
      adjacencyOf(next);
    },
    async setEdits(next) {
      const on = graphSet();
      const goesOn = edits.every((edit, i) => JSON.stringify(edit) === JSON.stringify(next[i]));
      const edited = goesOn ? applyEdits(on, next.slice(edits.length)) : applyEdits(original ?? on, next);
      overtake();
      graph = edited;
      edits = next;
      adjacencyOf(edited);
    },
    run(recipe, onProgress) {
      const ticket = overtake();
      return enqueue(() => device.surviving(ticket, () => compute(ticket, recipe, onProgress)));
    },
    async cancel() {
      turns.cancel();
    },
    train(recipe, task, listeners) {
      const ticket = overtake();
      return enqueue(() => device.surviving(ticket, () => train(ticket, recipe, task, listeners)));
    },
    experiment(spec, graphs, given, { onRun, onProgress }) {
      const ticket = overtake();
      const made = [...given];
      const onMade: typeof onRun = (run) => {
        made.push(run);
        return onRun(run);
      };
      return enqueue(() =>
        device.surviving(ticket, async () => {
          const running = device.started();
          const listen = listenerOn(running);
          const checkpoint = async () => {
            await listen();
            turns.check(ticket);
          };
          try {
            await checkpoint();
            const what = { spec, graphs, made, backend: running.name };
            await experimenting.run(what, { onRun: onMade, onProgress }, checkpoint);
          } finally {
            running.trim();
          }
        }),
      );
    },
    async pause(paused) {
      hold(paused);
    },
    look: learning.look,
    async trainedParameters(recipe) {
      const on = graphSet();
      const facts = factsOf(on);
      const checked = validateRecipe(recipe, facts);
      const specs = parameterSpecs(checked, stackShape(checked, inputColumns(checked.input, checked.width, facts), on));
      return Object.entries(specs).flatMap(([name, { shape, buffer }]) => (buffer ? [] : [{ name, shape }]));
    },
    async weights() {
      const { parameters } = finished().embeddings;
      const copies = Object.entries(parameters).map(([name, { shape, data }]) => [name, { shape, data: data.slice() }]);
      return Object.fromEntries(copies);
    },
    async setWeights(recipe, given) {
      const on = graphSet();
      const checked = validateRecipe({ ...recipe, weights: { kind: 'file' } }, factsOf(on));
      opened = openWeights(on, checked, given);
    },
    async logits() {
      return copyOf(finished().embeddings.logits);
    },
    async embedding(hop) {
      const { embeddings, graph: on } = finished();
      const all = embeddings.hops[hop];
      if (!all) throw new Error(`There is no hop ${hop}: this trace has hops 0 to ${embeddings.hops.length - 1}.`);
      const matrix = firstRows(all, on.nodeCount);
      if (matrix.rows * matrix.columns * 4 > TRACE_BUDGET) {
        throw new Error(`Hop ${hop} is sparse, ${matrix.rows} × ${matrix.columns}: too large to lay out in full.`);
      }
      return copyOf(matrix);
    },
    async explain(node, hop) {
      const { graph: on, recipe, embeddings } = finished();
      return explainNode(on, recipe, embeddings, node, hop);
    },
    influence(node, hop, wanted) {
      return derive(`influence ${node} ${hop}`, wanted, async (trace, checkpoint) => {
        const { influenceOn } = await import('../gnn/influence/influence');
        return { node: trace.graph.ids[node], hop, values: await influenceOn(trace, node, hop, checkpoint) };
      });
    },
    computationTree(node, hop, breadth, wanted) {
      return derive(`tree ${node} ${hop} ${breadth}`, wanted, async (trace, checkpoint) => {
        const { computationTree } = await import('../gnn/influence/computation-tree');
        return computationTree(trace, node, hop, breadth, checkpoint);
      });
    },
    linearEnergies(wanted) {
      return derive('linear energies', wanted, async ({ graph: on, recipe }, checkpoint) => {
        const { linearEnergies } = await import('../gnn/spectrum/linear-energies');
        return linearEnergies(on, recipe, checkpoint);
      });
    },
    async distances() {
      return figuresOf(graphSet());
    },
    async memory() {
      return {
        bytes: device.current()?.bytes() ?? 0,
        tensors: memory().numTensors,
        traceBytes: (kept?.embeddings.bytes ?? 0) + (baseline && baseline !== kept ? baseline.embeddings.bytes : 0),
        traceBudget: TRACE_BUDGET,
      };
    },
    async onBackendLost(listener) {
      device.onLost(listener);
    },
  };
}

const distances = new WeakMap<Graph, Promise<DistanceFigures>>();

function figuresOf(graph: Graph): Promise<DistanceFigures> {
  const known = distances.get(graph);
  if (known) return known;
  // A task of its own now and then, so that other calls have their turn.
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
  const figures = distancesOf(graph, { pause }).then(distanceFigures);
  distances.set(graph, figures);
  return figures;
}

function copyOf(matrix: FeatureMatrix): EmbeddingMatrix {
  const { rows, columns, data } = toDense(matrix);
  return { rows, columns, data: matrix.kind === 'dense' ? data.slice() : data };
}
