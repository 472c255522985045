import { parameterSpecs, type StateDict } from '../../src/gnn/models/parameters';
import { stackShape } from '../../src/gnn/models/widths';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { Graph } from '../../src/graph/graph';
import type { PlainGraph } from '../../src/graph/plain';
import type { Recipe } from '../../src/recipe/recipe';
import type { Shape } from './workload.mjs';

// A workload as workload.mjs wrote it, by its address, which ends with a slash.

export async function readGraph(address: string): Promise<{ shape: Shape; graph: Graph }> {
  const shape: Shape = await (await fetch(`${address}shape.json`)).json();
  const [edges, labels] = await Promise.all(['edges', 'labels'].map((name) => readWhole(address, name)));
  const plain: PlainGraph = {
    nodes: shape.nodes,
    edges: Array.from({ length: edges.length / 2 }, (_, e) => [edges[2 * e], edges[2 * e + 1]]),
    labels: [...labels],
    features: await readFeatures(address, shape),
  };
  return { shape, graph: graphFromPlain(plain) };
}

async function readFeatures(address: string, shape: Shape): Promise<PlainGraph['features']> {
  const { nodes: rows, inputs: columns } = shape;
  if (!shape.sparse) return { rows, columns, data: await readFloats(address, 'features') };
  const [pointer, index] = await Promise.all(['pointer', 'index'].map((name) => readWhole(address, name)));
  const value = await readFloats(address, 'value');
  const byRow = (all: ArrayLike<number>) =>
    Array.from({ length: rows }, (_, v) => Array.prototype.slice.call(all, pointer[v], pointer[v + 1]));
  return { columns, indices: byRow(index), values: byRow(value) };
}

/** The parameters a recipe on that graph starts from. */
export async function readState(address: string, graph: Graph, recipe: Recipe): Promise<StateDict> {
  const specs = Object.entries(parameterSpecs(recipe, stackShape(recipe, graph.features?.columns ?? 0, graph)));
  const read = specs.map(async ([name, { shape }]) => [name, { shape, data: await readFloats(address, name) }]);
  return Object.fromEntries(await Promise.all(read));
}

const readWhole = async (address: string, name: string) => new Int32Array(await readBytes(address, name));
const readFloats = async (address: string, name: string) => new Float32Array(await readBytes(address, name));

async function readBytes(address: string, name: string): Promise<ArrayBuffer> {
  const response = await fetch(`${address}${name}.bin`);
  if (!response.ok) throw new Error(`${name}.bin of ${address} could not be read: ${response.status}`);
  return response.arrayBuffer();
}
