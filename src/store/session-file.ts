import { graphFromPlain } from '../graph/from-plain';
import type { PlainGraph } from '../graph/plain';
import { plainFromGraph } from '../graph/to-plain';
import { fromBase64, toBase64 } from './base64';
import { currentSession } from './current-session';
import { editedGraph, originalOf } from './edited';
import { engine, engineWith } from './engine-link';
import { load } from './loading';
import { rememberOwnGraph } from './own-graphs';
import { parseSession, type Session } from './session';
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
}

/** What is on screen, as such a file. */
export async function sessionFile(): Promise<Blob> {
  const session = currentSession();
  const { graph, recipe } = useStore.getState();
  const [{ dataset }] = session.lanes;
  const file: SessionFile = { hopscope: 1, session };
  // The graph itself is beside it: once is enough.
  if (dataset.kind === 'own' && graph) {
    const { data: _, ...reference } = dataset;
    file.session = { ...session, lanes: [{ ...session.lanes[0], dataset: reference }] };
    file.graph = plainFromGraph(originalOf(graph));
  }
  if (isLearned(recipe)) {
    const { writeStateDict } = await import('../formats/safetensors/state-dict');
    file.weights = toBase64(writeStateDict(await (await engine()).weights()));
  }
  return new Blob([`${JSON.stringify(file)}\n`], { type: 'application/json' });
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
  const { session, graph: plain, weights } = read(await file.text(), file.name);
  const [{ dataset, recipe }] = session.lanes;
  const { edits } = dataset;
  const given = plain ? graphFromPlain(plain) : null;
  const graph = given ? editedGraph(given, edits) : await load(dataset);
  const lane = {
    dataset: given ? { ...(await rememberOwnGraph(given.name, given)), ...(edits && { edits }) } : dataset,
    recipe,
  };
  if (weights !== undefined) {
    const { readStateDict } = await import('../formats/safetensors/state-dict');
    const there = await engineWith(graph);
    await there.setWeights(recipe, readStateDict(weightsFrom(weights, file.name), `the weights in ${file.name}`));
    lane.recipe = { ...recipe, weights: { kind: 'file' } };
  }
  await showSession({ ...session, lanes: [lane] }, { graph });
}

function read(text: string, name: string): Omit<SessionFile, 'hopscope'> {
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
    return { session: parseSession(file.session), graph: file.graph as PlainGraph | undefined, weights: file.weights };
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
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
