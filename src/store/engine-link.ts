import { createEngine, type Engine } from '../engine/client';
import type { BackendName, BackendReport } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import { editsOf, originalOf } from './edited';
import { messageOf } from './errors';
import { notify } from './notices';
import { useStore } from './store';

/** The page's one engine: started once the first graph is painted, told of a graph only when it changes. */

let started: Promise<Engine> | null = null;
let preference: BackendName | null = null;
/** The graph the worker holds, and what that was made of by edits. */
let graphThere: Graph | null = null;
let originalThere: Graph | null = null;

/** What has to have happened before the engine is fetched. */
let gate: Promise<void> = Promise.resolve();

/** Holds the engine back until the page has painted what it can without one. */
export function startEngineAfter(painted: Promise<void>): void {
  gate = painted;
}

/** Which backend to ask for at start; null lets the engine choose. */
export function preferBackend(name: BackendName | null): void {
  preference = name;
}

export function engine(): Promise<Engine> {
  started ??= start();
  return started;
}

async function start(): Promise<Engine> {
  await gate;
  const created = createEngine();
  await created.onBackendLost((report, message) => {
    useStore.setState({ backend: report });
    notify('warning', 'The graphics device was lost', message);
  });
  useStore.setState({ backend: await startBackend(created) });
  return created;
}

async function startBackend(created: Engine): Promise<BackendReport> {
  if (preference === null) return created.start(null);
  try {
    return await created.start(preference);
  } catch (error) {
    const report = await created.start(null);
    notify(
      'warning',
      `The address asks for ${preference}, which is not to be had here`,
      `${messageOf(error)} Computed on ${report.adapter} instead.`,
    );
    return report;
  }
}

/** The engine, holding this graph. */
export async function engineWith(graph: Graph): Promise<Engine> {
  const there = await engine();
  if (graphThere === graph) return there;
  const original = originalOf(graph);
  if (originalThere !== original) {
    await there.setGraph(original);
    originalThere = original;
    graphThere = original;
  }
  if (graphThere !== graph) {
    await there.setEdits(editsOf(graph));
    graphThere = graph;
  }
  return there;
}

/** @throws {Error} saying why the backend is not to be had; the one in use stays. */
export async function switchBackend(name: BackendName): Promise<void> {
  const report = await (await engine()).setBackend(name);
  useStore.setState({ backend: report });
}
