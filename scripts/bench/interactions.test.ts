import { describe, expect, it } from 'vitest';
import { interactionsIn, MARK } from './interactions.mjs';

const on = { pid: 1, tid: 2 };
const timing = (id: string, interactionId: number, from: number, to: number) => [
  { ...on, name: 'EventTiming', ph: 'b', ts: from, id2: { local: id }, args: { data: { interactionId } } },
  { ...on, name: 'EventTiming', ph: 'e', ts: to, id2: { local: id } },
];
const task = (ts: number, dur: number, tdur = dur, tid = on.tid) => ({
  ...on,
  tid,
  name: 'RunTask',
  ph: 'X',
  ts,
  dur,
  tdur,
});
const mark = (ts: number, name: string) => ({ ...on, name: MARK + name, ph: 'I', ts });

describe('the interactions of a trace', () => {
  it('last until the picture, and know how long of it a processor worked for the page’s thread', () => {
    const events = [
      mark(0, 'a key'),
      ...timing('1', 7, 1000, 51_000),
      task(500, 2500),
      task(50_000, 9000),
      task(20_000, 4000, 1000),
      task(2000, 9000, 9000, 3),
    ];
    expect(interactionsIn(events)).toEqual([{ name: 'a key', latency: 50, thread: 4 }]);
  });

  it('are as slow as the slowest of their events; what is none is left out', () => {
    const events = [
      ...[mark(0, 'a press'), ...timing('1', 7, 1000, 9000), ...timing('2', 7, 2000, 22_000)],
      ...[mark(30_000, 'another'), ...timing('1', 8, 31_000, 39_000), ...timing('4', 0, 31_000, 99_000)],
    ];
    expect(interactionsIn(events.toReversed())).toEqual([
      { name: 'a press', latency: 20, thread: 0 },
      { name: 'another', latency: 8, thread: 0 },
    ]);
  });
});
