import { beforeEach, describe, expect, it } from 'vitest';
import type { Trace } from '../engine/protocol';
import { graphFromPlain } from '../graph/from-plain';
import { currentSession } from './current-session';
import { forgetHistory, takeBack } from './history';
import { parseSession } from './parse-session';
import { goToHop, setFocus } from './stepping';
import { useStore } from './store';
import { drawnHop, setSubStep, stepWithin } from './sub-step';

const empty = useStore.getState();

beforeEach(() => {
  forgetHistory();
  const graph = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
  useStore.setState({ ...empty, graph, trace: { hops: 2, nodeCount: 2 } as Trace }, true);
});

const moment = () => {
  const { hop, subStep } = useStore.getState();
  return `${hop} ${subStep}`;
};

describe('steps within a hop', () => {
  it('go through message, aggregate and update of every hop, to the end and back', () => {
    setFocus(0);
    const there = Array.from({ length: 7 }, () => {
      stepWithin(1);
      return moment();
    });
    expect(there).toEqual([
      ...['1 message', '1 aggregate', '1 update', '2 message', '2 aggregate', '2 update'],
      // There is nowhere to go after the last.
      '2 update',
    ]);
    const back = Array.from({ length: 7 }, () => {
      stepWithin(-1);
      return moment();
    });
    expect(back).toEqual(['2 aggregate', '2 message', '1 update', '1 aggregate', '1 message', '0 null', '0 null']);
  });

  it('show the hop before until its update', () => {
    setFocus(0);
    goToHop(1);
    const drawn = (['message', 'aggregate', 'update', null] as const).map((subStep) => {
      setSubStep(subStep);
      return drawnHop(useStore.getState());
    });
    expect(drawn).toEqual([0, 0, 1, 1]);
  });

  it('are whole hops without a node in focus', () => {
    stepWithin(1);
    expect(moment()).toBe('1 null');
    expect(() => setSubStep('message')).toThrow(/no node is in focus/);
    setFocus(0);
    goToHop(0);
    expect(() => setSubStep('message')).toThrow(/hop 1 first/);
  });

  it('end with a step to another hop, or when the focus is let go', () => {
    setFocus(0);
    stepWithin(1);
    goToHop(1);
    expect(moment()).toBe('1 null');
    setSubStep('aggregate');
    setFocus(1);
    expect(moment(), 'another node, the same moment').toBe('1 aggregate');
    setFocus(null);
    expect(moment()).toBe('1 null');
  });

  it('are in the session, and undone with the steps they belong to', () => {
    setFocus(0);
    stepWithin(1);
    stepWithin(1);
    expect(currentSession()).toMatchObject({ hop: 1, subStep: 'aggregate' });
    expect(parseSession({ ...currentSession() }).subStep).toBe('aggregate');
    expect(() => parseSession({ ...currentSession(), subStep: 'dream' })).toThrow(/one of message, aggregate, update/);
    expect(takeBack(currentSession())).toMatchObject({ hop: 0 });
  });
});
