import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Trace, TrainProgress } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import type { TrainingOutcome } from './state';
import { useStore } from './store';
import { recordTraining } from './training-record';

const heard = (epoch: number, stage: TrainProgress['stage'] = 'network'): TrainProgress => ({
  ...{ stage, epoch, epochs: 10, bestEpoch: Math.min(epoch, 2), keptEvery: 4, epochsPerSecond: 5, secondsLeft: 1 },
  ...{ loss: 1 / (epoch + 1), validationLoss: 1, accuracy: { train: 0.5, validation: 0.5, test: null } },
});
const training = () => useStore.getState().training;

describe('the record of a training', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useStore.setState(useStore.getInitialState(), true);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows what was heard, now and then', () => {
    const record = recordTraining();
    expect(training().live).toEqual({
      ...{ curve: [], progress: null, bestEpoch: 0, keptEvery: 0, shownEpoch: null, paused: false },
    });
    for (let epoch = 0; epoch < 5; epoch++) record.hear(heard(epoch));
    expect(training().live?.curve).toHaveLength(0);
    vi.runAllTimers();
    expect(training().live?.curve.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3, 4]);
    expect(training().live?.progress).toMatchObject({ epoch: 4, epochs: 10 });
  });

  it('keeps the network’s curve and best epoch while the MLP is trained, and stays paused', () => {
    const record = recordTraining();
    record.hear(heard(3));
    vi.runAllTimers();
    const { live, ...rest } = training();
    useStore.setState({ training: { ...rest, live: live && { ...live, paused: true } } });
    record.hear({ ...heard(1, 'mlp'), keptEvery: 0 });
    vi.runAllTimers();
    expect(training().live).toMatchObject({ bestEpoch: 2, keptEvery: 4, paused: true });
    expect(training().live?.progress).toMatchObject({ stage: 'mlp', epoch: 1 });
    expect(training().live?.curve).toHaveLength(1);
  });

  it('begins its curve again where the training does', () => {
    const record = recordTraining();
    for (const epoch of [0, 1, 2, 0, 1]) record.hear(heard(epoch));
    vi.runAllTimers();
    expect(training().live?.curve.map(({ epoch }) => epoch)).toEqual([0, 1]);
  });

  it('ends with its outcome, or leaves the last one', () => {
    const outcome = { graphName: 'circles' } as TrainingOutcome;
    recordTraining().end(outcome);
    expect(training()).toMatchObject({ live: null, outcome });
    recordTraining().end(null);
    expect(training()).toMatchObject({ live: null, outcome });
  });

  const graph = { nodeCount: 3, labels: Int32Array.of(0, 1, 0) } as unknown as Graph;
  const traceOf = (nodeCount: number, predicting: boolean) =>
    ({ hops: 2, nodeCount, predictions: predicting ? { label: [], confidence: [] } : null }) as unknown as Trace;
  const before = traceOf(3, false);

  it('shows the network of an epoch, and gives the screen back if nothing comes of it', () => {
    useStore.setState({ graph, trace: before });
    const record = recordTraining();
    const [first, second] = [traceOf(3, true), traceOf(3, true)];
    record.look(0, first);
    expect(useStore.getState()).toMatchObject({ trace: first, setAside: before });
    record.look(8, second);
    useStore.setState({ view: { ...useStore.getState().view, colour: 'prediction' } });
    expect(training().live?.shownEpoch).toBe(8);
    expect(useStore.getState().setAside).toBe(before);
    record.end(null);
    expect(useStore.getState()).toMatchObject({ trace: before, setAside: null, view: { colour: 'embedding' } });
  });

  it('leaves the last network on screen when it ends well, for that of the best to follow', () => {
    useStore.setState({ graph, trace: before });
    const record = recordTraining();
    const last = traceOf(3, true);
    record.look(16, last);
    record.end({ graphName: 'circles' } as TrainingOutcome);
    expect(useStore.getState()).toMatchObject({ trace: last, setAside: before });
  });

  it('shows nothing once something newer has the screen', () => {
    useStore.setState({ graph, trace: before });
    const record = recordTraining();
    record.look(0, traceOf(4, true));
    useStore.setState({ run: { fraction: 0, stage: 'starting' } });
    record.look(0, traceOf(3, true));
    useStore.setState({ run: null });
    record.end(null);
    record.look(8, traceOf(3, true));
    expect(useStore.getState()).toMatchObject({ trace: before, setAside: null });
  });

  it('is silent once another has begun', () => {
    const [first, second] = [recordTraining(), recordTraining()];
    first.hear(heard(1));
    first.end(null);
    vi.runAllTimers();
    expect(training().live).not.toBeNull();
    second.end(null);
    expect(training().live).toBeNull();
  });
});
