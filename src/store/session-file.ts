import { graphFromPlain } from '../graph/from-plain';
import type { PlainGraph } from '../graph/plain';
import { plainFromGraph } from '../graph/to-plain';
import type { WeightSpec } from '../recipe/recipe';
import { fromBase64, toBase64 } from './base64';
import { changeLanes, currentSession } from './current-session';
import { sameUnedited } from './datasets';
import { editedGraph, originalOf } from './edited';
import { engine, engineWith } from './engine-link';
import { keepAgain, keptWeights, nameOfKept } from './kept-weights';
import { load } from './loading';
import { rememberOwnGraph } from './own-graphs';
import { parseSession } from './parse-session';
import type { DatasetRef, Session } from './session';
import { isLearned } from './stepping';
import { useStore } from './store';
import { showSession } from './transition';

/**
 * A session as a file, `*.hopscope.json`, for what a link cannot carry: a graph of one's own, whatever its size, and weights
 * that were learned or opened.
 */
interface SessionFile {
  /** Marks the file, and its version. */
  hopscope: 1;
  session: Session;
  /** The graph before any edits, where it is one's own. */
  graph?: PlainGraph;
  /** The parameters as a safetensors file in base64, where they were learned or opened. */
  weights?: string;
  /** Those of the lanes compared with it likewise, by the names that their recipes have for them. */
  kept?: Record<string, string>;
}

/** What is on screen, as such a file. */
export async function sessionFile(): Promise<Blob> {
  const session = currentSession();
  const { graph, recipe } = useStore.getState();
  const [{ dataset }, ...others] = session.lanes;
  const file: SessionFile = { hopscope: 1, session };
  if (dataset.kind === 'own' && graph) {
    file.session = changeLanes(session, (lane) => ({ ...lane, dataset: withoutGraph(lane.dataset, dataset.key) }));
    file.graph = plainFromGraph(originalOf(graph));
  }
  if (isLearned(recipe)) {
    const { writeStateDict } = await import('../formats/safetensors/state-dict');
    file.weights = toBase64(writeStateDict(await (await engine()).weights()));
  }
  const names = others.flatMap(({ recipe }) => nameOfKept(recipe) ?? []);
  if (names.length > 0) {
    const { writeStateDict } = await import('../formats/safetensors/state-dict');
    file.kept = Object.fromEntries(names.map((name) => [name, toBase64(writeStateDict(keptWeights(name)))]));
  }
  return new Blob([`${JSON.stringify(file)}\n`], { type: 'application/json' });
}

/** The graph itself is beside it in the file: once is enough. */
function withoutGraph(dataset: DatasetRef, key: string): DatasetRef {
  if (dataset.kind !== 'own' || dataset.key !== key) return dataset;
  const { data: _, ...reference } = dataset;
  return reference;
}

/** Whether a file says that it is one of these: by its first bytes, since names get changed. */
export async function isSessionFile(file: File): Promise<boolean> {
  return /^\s*\{\s*"hopscope"\s*:/.test(await file.slice(0, 64).text());
}

/**
 * Shows the session of a file.
 * @throws {Error} saying what is wrong with the file, which tensor does not fit, or as `showSession`.
 */
export async function openSessionFile(file: File): Promise<void> {
  const { session, graph: plain, weights, kept } = read(await file.text(), file.name);
  const [{ dataset }] = session.lanes;
  const given = plain ? graphFromPlain(plain) : null;
  const own = given && (await rememberOwnGraph(given.name, given));
  const graph = given ? editedGraph(given, dataset.edits) : await load(dataset);
  const again = await keepAllAgain(kept, file.name);
  const { lanes, ...rest } = changeLanes(session, ({ dataset: on, recipe }) => ({
    dataset: own && sameUnedited(on, dataset) ? { ...own, ...(on.edits && { edits: on.edits }) } : on,
    recipe: { ...recipe, weights: again[nameOfKept(recipe) ?? ''] ?? recipe.weights },
  }));
  const [lane, ...others] = lanes;
  if (weights !== undefined) {
    const { readStateDict } = await import('../formats/safetensors/state-dict');
    const there = await engineWith(graph);
    const { recipe } = session.lanes[0];
    await there.setWeights(recipe, readStateDict(weightsFrom(weights, file.name), `the weights in ${file.name}`));
    lane.recipe = { ...recipe, weights: { kind: 'file' } };
  }
  await showSession({ ...rest, lanes: [lane, ...others] }, { graph });
}

/** Keeps the weights of lanes that are in a file; @returns what their recipes say of them now, by what they said. */
async function keepAllAgain(kept: Record<string, string>, name: string): Promise<Record<string, WeightSpec>> {
  const { readStateDict } = await import('../formats/safetensors/state-dict');
  const specs = Object.entries(kept).map(([called, text]): [string, WeightSpec] => {
    const weights = readStateDict(weightsFrom(text, name), `the weights “${called}” in ${name}`);
    return [called, keepAgain(called, weights)];
  });
  return Object.fromEntries(specs);
}

function read(text: string, name: string): Omit<SessionFile, 'hopscope'> & { kept: Record<string, string> } {
  const file = parsed(text, name);
  if (file.hopscope !== 1) {
    throw new Error(
      `${name} is a session file of version ${JSON.stringify(file.hopscope)}; this Hopscope reads version 1. If a newer one made it, reload the page for the newest.`,
    );
  }
  if (file.weights !== undefined && typeof file.weights !== 'string') {
    throw new Error(`${name}: "weights" should be a safetensors file in base64`);
  }
  try {
    return {
      ...{ session: parseSession(file.session), graph: file.graph as PlainGraph | undefined },
      ...{ weights: file.weights, kept: textsIn(file.kept) },
    };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** @throws {Error} when it is not texts by name. */
function textsIn(kept: unknown): Record<string, string> {
  if (kept === undefined) return {};
  const texts =
    typeof kept === 'object' && kept !== null && Object.values(kept).every((each) => typeof each === 'string');
  if (texts) return kept as Record<string, string>;
  throw new Error('"kept" should be safetensors files in base64 by name');
}

function parsed(text: string, name: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${name} is damaged or cut short: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function weightsFrom(text: string, name: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch (error) {
    throw new Error(`${name}: "weights" is no base64; the file is damaged`, { cause: error });
  }
}
