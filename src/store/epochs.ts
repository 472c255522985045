import { currentSession, withFront } from './current-session';
import { sameDataset } from './datasets';
import { engine } from './engine-link';
import { sameJson } from './same-json';
import type { LiveTraining, State } from './state';
import { useStore } from './store';
import { pauseTraining } from './training';
import { currentRecord } from './training-record';
import { showSession } from './transition';

/** Going through the epochs of the training under way, or of the last. */

/** The epoch whose network is on screen, or null when it is that of no training. */
export function shownEpoch({
  training,
  recipe,
  dataset,
}: Pick<State, 'training' | 'recipe' | 'dataset'>): number | null {
  const { live, outcome } = training;
  if (live) return live.shownEpoch;
  const { weights } = recipe;
  if (!outcome || weights.kind !== 'trained' || !sameDataset(dataset, outcome.dataset)) return null;
  if (!sameJson({ ...recipe, weights }, { ...outcome.recipe, weights })) return null;
  return weights.epoch ?? outcome.report.best.epoch;
}

/** The epochs of a training under way that can be looked at, ascending. */
export function keptSoFar({ curve, keptEvery }: Pick<LiveTraining, 'curve' | 'keptEvery'>): number[] {
  return curve.flatMap(({ epoch }) => (keptEvery > 0 && epoch % keptEvery === 0 ? [epoch] : []));
}

let wanted: number | null = null;
let going: Promise<void> | null = null;

/**
 * Shows the network of a kept epoch: a training under way is held for it, else it is a run of the recipe that was trained.
 * While one is being computed the newest wish is remembered and the others are passed over; all of them resolve at the end.
 *
 * @throws {Error} when that epoch was not kept, or nothing was trained.
 */
export function showEpoch(epoch: number): Promise<void> {
  wanted = epoch;
  going ??= goToWanted().finally(() => {
    wanted = null;
    going = null;
  });
  return going;
}

async function goToWanted(): Promise<void> {
  while (wanted !== null) {
    const next: number = wanted;
    wanted = null;
    await goTo(next);
  }
}

async function goTo(epoch: number): Promise<void> {
  const { training } = useStore.getState();
  const record = currentRecord();
  if (training.live && record) {
    if (!training.live.paused) await pauseTraining(true);
    record.look(epoch, await (await engine()).look(epoch));
    return;
  }
  if (!training.outcome) throw new Error('nothing has been trained yet: there is no epoch to show');
  const { recipe, report } = training.outcome;
  const now = currentSession();
  const weights = epoch === report.best.epoch ? { kind: 'trained' as const } : { kind: 'trained' as const, epoch };
  const lane = { dataset: now.lanes[0].dataset, recipe: { ...recipe, weights } };
  await showSession(withFront(now, lane), { kind: 'epoch' });
}
