import type { HopscopeApi } from '../../src/app/api';
import type { TrainReport } from '../../src/engine/protocol';
import type { PlainGraph } from '../../src/graph/plain';
import type { Recipe } from '../../src/recipe/recipe';
import type { TaskSpec } from '../../src/recipe/task';
import type { ViewSettings } from '../../src/store/session';
import { whereNotFinite } from './finite';
import { appears, control, painted, press, slipsOnScreen } from './screen';

/** What came of a call: why it was rejected, if it was, and what is wrong now. */
export interface Outcome {
  rejected: string | null;
  complaints: string[];
}

export interface TrainOutcome extends Outcome {
  epochs: number;
  /** What the report says where numbers left their range. */
  diverged: string | null;
}

/** What is looked at once the trace is there. */
export interface Look {
  /** Id of the node whose arithmetic is read. */
  node: string;
  /** Where between the first hop and the last, 0…1. */
  where: number;
  view: Pick<ViewSettings, 'colour' | 'scale'>;
}

/** What the soak calls in the page. It goes through the scripting API and the page's own controls alone. */
export interface SoakPage {
  begin(): Promise<void>;
  /** Calls with a recipe that has to be refused for this reason, and to change nothing. */
  refuse(recipe: object, reason: string): Promise<string[]>;
  load(graph: PlainGraph): Promise<Outcome>;
  run(recipe: object): Promise<Outcome>;
  train(task: Partial<TaskSpec>, panel: boolean): Promise<TrainOutcome>;
  /** Weights out as a file and in again: the logits have to be the same. */
  weightsAgain(): Promise<string[]>;
  /** Goes to a hop and focuses a node there. */
  look(look: Look): Promise<string[]>;
  memory(): ReturnType<HopscopeApi['memory']>;
}

declare global {
  var soak: SoakPage;
}

/** Messages of kind "error" that the page showed since they were last read. */
const shown: string[] = [];

const api = () => window.hopscope;

async function begin(): Promise<void> {
  await api().ready;
  api().on('error', (detail) => shown.push(`an error was shown: ${JSON.stringify(detail)}`));
  await press('measures', 'measure-reach', true);
  for (const box of document.querySelectorAll<HTMLInputElement>(
    '[data-control^="measure-"]:not(:checked, :disabled)',
  )) {
    box.click();
    await painted();
  }
  control('measures')?.click();
}

async function refuse(recipe: object, reason: string): Promise<string[]> {
  const before = JSON.stringify(api().session());
  const rejected = await reasonOf(() => api().run(recipe as Partial<Recipe>));
  const complaints = [];
  if (rejected !== reason) complaints.push(`run() should be refused (${reason}), but: ${rejected ?? 'it was not'}`);
  if (JSON.stringify(api().session()) !== before) complaints.push('a refused run() changed the session');
  return complaints;
}

async function load(graph: PlainGraph): Promise<Outcome> {
  const rejected = await reasonOf(() => api().load(graph));
  return { rejected, complaints: await complaintsNow() };
}

async function run(recipe: object): Promise<Outcome> {
  const rejected = await reasonOf(() => api().run(recipe as Partial<Recipe>));
  return { rejected, complaints: await complaintsNow() };
}

async function train(task: Partial<TaskSpec>, panel: boolean): Promise<TrainOutcome> {
  await press('train', 'training-panel', panel);
  const complaints: string[] = [];
  const outcome: Pick<TrainOutcome, 'epochs' | 'diverged'> = { epochs: 0, diverged: null };
  const rejected = await reasonOf(async () => {
    const report = await api().train(task, (progress) => {
      complaints.push(...numbers({ 'progress of train()': progress }));
      if (panel) complaints.push(...slipsOnScreen(control('training-panel')));
    });
    outcome.epochs = report.curve.at(-1)?.epoch ?? 0;
    outcome.diverged = report.divergence?.message ?? null;
    complaints.push(...numbers({ 'train()': report, 'predictions()': api().predictions() }), ...whatIsMissing(report));
    if (!task.traceEvery) return;
    // As it was half way, then as it was kept.
    const learned = api().recipe();
    const epoch = report.kept.epochs[report.kept.epochs.length >> 1];
    await api().run({ ...learned, weights: { kind: 'trained', epoch } });
    complaints.push(...(await complaintsNow()));
    await api().run(learned);
  });
  complaints.push(...(await complaintsNow()));
  await press('train', 'training-panel', false);
  return { rejected, complaints, ...outcome };
}

function whatIsMissing({ stopped, divergence, curve }: TrainReport): string[] {
  const complaints = [];
  if ((stopped === 'diverged') !== (divergence !== null))
    complaints.push(`train() ${stopped}, and the report of it differs`);
  if (divergence === null && curve.length <= 5)
    complaints.push(`train() stopped after ${curve.length - 1} epochs: ${stopped}`);
  if (api().recipe().weights.kind !== 'trained') complaints.push('the trained weights are not on screen');
  return complaints;
}

async function weightsAgain(): Promise<string[]> {
  const before = await api().logits();
  await api().setWeights(await api().weights());
  const after = await api().logits();
  const largest = before?.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1) ?? 1;
  const off = before?.data.findIndex((value, i) => Math.abs(value - (after?.data[i] ?? 0)) > 1e-4 * largest) ?? -1;
  return off < 0
    ? []
    : [`logits()[${off}] is ${before?.data[off]}, and ${after?.data[off]} after setWeights(weights())`];
}

async function look({ node, where, view }: Look): Promise<string[]> {
  const hop = Math.round(where * api().recipe().hops);
  api().hop(hop);
  const complaints = await complaintsNow();
  const session = api().session();
  await api().open({ ...session, focus: node, view: { ...session.view, ...view } });
  if (hop > 0) {
    const there = `.inspector-arithmetic[data-hop="${hop}"][aria-busy="false"]`;
    await appears('the arithmetic', () => document.querySelector(there));
    complaints.push(...numbers({ 'explain()': await api().explain(node, hop) }));
  }
  const given = {
    'embedding()': (await api().embedding(hop)).data,
    'projection()': api()
      .measures()
      .map((_, k) => api().projection(k)),
    'drawn("graph")': api().drawn('graph').positions,
    'drawn("embedding")': api().drawn('embedding').positions,
  };
  return [...complaints, ...(await complaintsNow()), ...numbers(given)];
}

/** What is wrong on screen, in what the API gives of the trace, and in what the page said. */
async function complaintsNow(): Promise<string[]> {
  await painted();
  const given = { 'measures()': api().measures(), 'logits()': (await api().logits())?.data, 'graph()': api().graph() };
  return [...numbers(given), ...slipsOnScreen(), ...shown.splice(0)];
}

function numbers(given: Record<string, unknown>): string[] {
  const found = Object.entries(given).map(([name, value]) => whereNotFinite(value, name));
  return found.filter((one) => one !== null);
}

async function reasonOf(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

globalThis.soak = { begin, refuse, load, run, train, weightsAgain, look, memory: () => api().memory() };
