import { expect, open, test } from './app';

/** A weighted graph with a self-loop, a duplicate edge and an isolated node. */
const ODD = {
  nodes: 6,
  edges: [
    [0, 1, 2],
    [1, 2, 0.5],
    [1, 2, 1],
    [2, 2, 3],
    [3, 4, 1],
  ] as [number, number, number][],
  features: [
    [1, 0, 2],
    [0, 1, -1],
    [2, 2, 0],
    [-1, 0, 1],
    [0.5, 0.5, 0.5],
    [3, -3, 1],
  ],
};

/** S X as in Kipf & Welling, by the plainest loop: Ã = A + I where a node has no loop of its own, S = D̃^-½ Ã D̃^-½. */
function propagate(features: number[][], edges: [number, number, number][], times: number): number[][] {
  const n = features.length;
  const a = features.map(() => features.map(() => 0));
  for (const [u, v, weight] of edges) {
    if (u === v) a[u][u] = weight;
    else {
      a[v][u] += weight;
      a[u][v] += weight;
    }
  }
  for (let v = 0; v < n; v++) if (!edges.some(([u, w]) => u === v && w === v)) a[v][v] = 1;
  const degree = a.map((row) => row.reduce((sum, value) => sum + value, 0));
  let x = features;
  for (let k = 0; k < times; k++) {
    x = a.map((row, v) =>
      x[0].map((_, c) => row.reduce((sum, w, u) => sum + (w / Math.sqrt(degree[v] * degree[u])) * x[u][c], 0)),
    );
  }
  return x;
}

for (const backend of ['webgpu', 'wasm', 'cpu'] as const) {
  test(`propagation on ${backend} is what the plain loop says`, async ({ page }) => {
    await open(page, `?backend=${backend}`);
    const { used, hops } = await page.evaluate(async (graph) => {
      await window.hopscope.load(graph);
      await window.hopscope.run({ conv: 'gcn', hops: 3, weights: { kind: 'identity' } });
      const hops = [];
      for (const k of [0, 1, 3]) hops.push([...(await window.hopscope.embedding(k)).data]);
      return { used: window.hopscope.backend().name, hops };
    }, ODD);
    expect(used).toBe(backend);
    for (const [position, k] of [0, 1, 3].entries()) {
      const expected = propagate(ODD.features, ODD.edges, k).flat();
      hops[position].forEach((value, index) => {
        expect(Math.abs(value - expected[index]), `hop ${k}, value ${index}`).toBeLessThan(1e-5);
      });
    }
  });
}

test('the backends agree on random weights, and repeat bit for bit', async ({ page }) => {
  await open(page);
  const runs = await page.evaluate(async () => {
    const results: number[][] = [];
    for (const name of ['webgpu', 'webgpu', 'wasm', 'wasm', 'cpu'] as const) {
      await window.hopscope.setBackend(name);
      await window.hopscope.run({ conv: 'sage', hops: 8, activation: 'tanh' });
      results.push([...(await window.hopscope.embedding(8)).data]);
    }
    return results;
  });
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[3]).toEqual(runs[2]);
  for (const other of [runs[2], runs[4]]) {
    other.forEach((value, index) => {
      expect(Math.abs(value - runs[0][index])).toBeLessThan(1e-4);
    });
  }
});

test('explaining a node gives the arithmetic that made its row', async ({ page }) => {
  await open(page);
  const { explanation, row } = await page.evaluate(async () => {
    await window.hopscope.run({ conv: 'gcn', hops: 4, activation: 'tanh' });
    const explanation = await window.hopscope.explain(24, 3);
    const { data, columns } = await window.hopscope.embedding(3);
    return { explanation, row: [...data.slice(24 * columns, 25 * columns)] };
  });
  explanation.aggregate.forEach((value, c) => {
    const sum = explanation.messages.reduce((total, each) => total + (each.coefficient as number) * each.value[c], 0);
    expect(Math.abs(sum - value)).toBeLessThan(1e-5);
  });
  explanation.output.forEach((value, c) => {
    expect(Math.abs(value - row[c])).toBeLessThan(1e-6);
    expect(Math.abs(Math.tanh(explanation.update[c]) - value)).toBeLessThan(1e-5);
  });
});

test('the API refuses what it cannot do, says why, and changes nothing', async ({ page }) => {
  await open(page);
  const refusals = await page.evaluate(async () => {
    const { hopscope } = window;
    const before = JSON.stringify(hopscope.session());
    const message = async (call: () => unknown) => {
      try {
        await call();
      } catch (error) {
        return (error as Error).message;
      }
      return 'was not refused';
    };
    const refused = [
      await message(() => hopscope.load('atlantis')),
      await message(() => hopscope.load(42 as unknown as string)),
      await message(() => hopscope.load({ nodes: 3, edges: [[0, 9]] })),
      await message(() => hopscope.load({ nodes: 1e9, edges: [] })),
      await message(() => hopscope.run({ conv: 'gnc' as 'gcn' })),
      await message(() => hopscope.run({ hops: 129 })),
      await message(() => hopscope.hop(17)),
      await message(() => hopscope.embedding(-1)),
      await message(() => hopscope.explain('nobody', 1)),
      await message(() => hopscope.explain(0, 0)),
      await message(() => hopscope.open('#version=9')),
      await message(() => hopscope.setBackend('abacus' as 'cpu')),
      await message(() => hopscope.on('rain' as 'hop', () => {})),
    ];
    return { refused, unchanged: before === JSON.stringify(hopscope.session()) };
  });
  const expected = [
    /atlantis/,
    /42 is no graph/,
    /there is no node|out of|9/,
    /1,?000,?000/,
    /"gnc".*nearest is "gcn"/,
    /hops is 129/,
    /hop 17 is not to be had: this trace has hops 0…16/,
    /hop -1/,
    /no node with the id "nobody"/,
    /hops 1…16/,
    /newer Hopscope/,
    /abacus/,
    /rain/,
  ];
  refusals.refused.forEach((message, index) => {
    expect(message).toMatch(expected[index]);
  });
  expect(refusals.unchanged).toBe(true);
});
