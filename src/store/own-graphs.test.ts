import { expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { LONGEST } from './history';
import { recallOwnGraph, rememberOwnGraph } from './own-graphs';

it('keeps in memory as many graphs as undo can come back to, and lets go of the oldest', async () => {
  const kept = [];
  for (let i = 0; i < LONGEST + 2; i++) {
    const name = `graph ${i}`;
    // Without what a link carries of it, memory is all there is under Node.
    const { key } = await rememberOwnGraph(name, graphFromPlain({ name, nodes: 1, edges: [] }));
    kept.push({ kind: 'own' as const, name, key });
  }
  await expect(recallOwnGraph(kept[0])).rejects.toThrow('too large to travel in a link');
  expect((await recallOwnGraph(kept[1])).name).toBe('graph 1');
  expect((await recallOwnGraph(kept[LONGEST + 1])).name).toBe(`graph ${LONGEST + 1}`);
});

it('of a graph whose packed form is far beyond a link keeps no data for one', async () => {
  const places = Array.from({ length: 6000 }, (_, v) => ({ id: `${v}`, x: Math.sin(v), y: Math.cos(7 * v) }));
  const { data } = await rememberOwnGraph('wide', graphFromPlain({ nodes: places, edges: [[0, 1]] }));
  expect(data).toBeUndefined();
});
