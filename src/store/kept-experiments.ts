import { type ExperimentRun, runKey } from '../gnn/experiments/results';
import { type ExperimentSpec, fingerprint } from '../gnn/experiments/specification';
import { settled, withStore } from './browser-database';

/**
 * The runs of experiments, kept in this browser by what their numbers depend on: a reload loses none, and another
 * specification with the same lines goes on from them.
 */
interface Kept {
  runs: ExperimentRun[];
  /** When the last was made, in ms. */
  at: number;
}

/** How many are kept; those without a new run for longest go first. */
const MOST = 24;

export async function keptRuns(spec: ExperimentSpec): Promise<ExperimentRun[]> {
  const kept = await withStore('experiments', 'readonly', (store) => settled<Kept>(store.get(fingerprint(spec))));
  return kept?.runs ?? [];
}

/** Keeps one more run, beside those that another tab of the page may have made meanwhile. */
export async function keepRun(spec: ExperimentSpec, run: ExperimentRun): Promise<void> {
  const key = fingerprint(spec);
  await withStore('experiments', 'readwrite', async (store) => {
    const before = await settled<Kept>(store.get(key));
    if (!before) await makeRoom(store);
    const others = (before?.runs ?? []).filter((each) => runKey(each) !== runKey(run));
    return settled(store.put({ runs: [...others, run], at: Date.now() } satisfies Kept, key));
  });
}

export async function forgetRuns(spec: ExperimentSpec): Promise<void> {
  await withStore('experiments', 'readwrite', (store) => settled(store.delete(fingerprint(spec))));
}

async function makeRoom(store: IDBObjectStore): Promise<void> {
  const keys = (await settled(store.getAllKeys())) ?? [];
  const values = (await settled<Kept[]>(store.getAll())) ?? [];
  const oldest = keys.map((key, i) => ({ key, at: values[i]?.at ?? 0 })).sort((a, b) => a.at - b.at);
  for (const { key } of oldest.slice(0, Math.max(0, keys.length - MOST + 1))) store.delete(key);
}
