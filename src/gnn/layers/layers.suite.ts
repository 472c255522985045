import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { eye, grads, memory, type Tensor, type Tensor2D, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import { DESCRIPTORS } from '../../recipe/descriptors';
import type { ConvName } from '../../recipe/recipe';
import { sparseOperand } from '../kernels/sparse-operand';
import { largestDifference, tolerance } from '../testing/patterns';
import { propagationOn } from '../testing/propagation';
import type { Features, LayerParameters, Options, Propagation, SparseRows } from './convolution';
import golden from './fixtures/pyg-layers.json';
import { CONVOLUTIONS } from './registry';

interface Case {
  name: keyof typeof golden.cases;
  conv: ConvName;
  options?: Options;
  /** Whether the graph has edge weights; a layer that does not read them gives the same. */
  weighted?: true;
  /** Whether the graph's edges have features. */
  edges?: true;
  /** Hops of the case, all of one module. */
  hops?: number;
  /** Which layer of a stack the case is, from 0. */
  layer?: number;
}

const CASES: Case[] = [
  { name: 'GCNConv', conv: 'gcn' },
  { name: 'GCNConv_edge_weight', conv: 'gcn', weighted: true },
  { name: 'GCNConv_improved_edge_weight', conv: 'gcn', weighted: true, options: { improved: true } },
  // Without edge weights `improved` changes nothing.
  { name: 'GCNConv', conv: 'gcn', options: { improved: true } },
  { name: 'SAGEConv_mean', conv: 'sage' },
  { name: 'SAGEConv_mean', conv: 'sage', weighted: true },
  { name: 'SAGEConv_max', conv: 'sage', options: { aggr: 'max' } },
  { name: 'GATConv_h3_concatTrue', conv: 'gat' },
  { name: 'GATConv_h3_concatFalse', conv: 'gat', options: { concat: false } },
  { name: 'GATConv_edge_dim2', conv: 'gat', edges: true },
  { name: 'GATv2Conv_h3_concatTrue', conv: 'gatv2' },
  { name: 'GATv2Conv_h3_concatFalse', conv: 'gatv2', options: { concat: false } },
  { name: 'GATv2Conv_edge_dim2', conv: 'gatv2', edges: true },
  { name: 'TransformerConv_h3_beta', conv: 'transformer', options: { beta: true } },
  { name: 'TransformerConv_edge_dim2', conv: 'transformer', edges: true },
  // Without features on the edges the option changes nothing; with it off neither do the features.
  { name: 'GATConv_h3_concatTrue', conv: 'gat', edges: true, options: { edgeFeatures: false } },
  { name: 'GINConv_eps0.3_trainable', conv: 'gin', weighted: true },
  { name: 'GraphConv_add_ew', conv: 'graphconv', weighted: true },
  { name: 'RGCNConv', conv: 'rgcn', weighted: true },
  { name: 'RGCNConv_bases2', conv: 'rgcn', options: { bases: 2 } },
  { name: 'ChebConv_K4', conv: 'cheb', options: { K: 4 } },
  { name: 'MixHopConv_012', conv: 'mixhop' },
  { name: 'SGConv_K3', conv: 'sgc', hops: 3 },
  { name: 'APPNP_K4_a0.1', conv: 'appnp', hops: 4 },
  { name: 'LGConv', conv: 'lightgcn' },
  { name: 'AntiSymmetricConv_it2', conv: 'antisymmetric', hops: 2 },
  { name: 'GCN2Conv_shared_a.2_th.5_l3', conv: 'gcnii', layer: 2, options: { alpha: 0.2, theta: 0.5 } },
  {
    name: 'GCN2Conv_unshared',
    conv: 'gcnii',
    layer: 2,
    options: { alpha: 0.2, theta: 0.5, sharedWeights: false },
  },
];

/** Every edge has a relation and, where asked for, a weight. */
function goldenGraph(weighted: boolean, featured: boolean): Graph {
  const [sources, targets] = golden.edgeIndex;
  const edges = sources.map((source, e) => ({
    ...{ source, target: targets[e], relation: golden.edgeType[e] },
    ...(weighted ? { weight: golden.edgeWeight[e] } : {}),
  }));
  const edgeFeatures = featured ? golden.edgeFeatures : undefined;
  return graphFromPlain({ directed: true, nodes: golden.nodes, edges, edgeFeatures });
}

/** The features as sparse rows, zeros included: what is tested is the path, not how sparse they are. */
function sparsely(rows: number[][]): SparseRows & { dispose(): void } {
  const columns = rows[0].length;
  const pointer = Int32Array.from({ length: rows.length + 1 }, (_, r) => r * columns);
  const index = Int32Array.from({ length: rows.length * columns }, (_, p) => p % columns);
  const operand = sparseOperand({ rows: rows.length, columns, pointer, index });
  const value = tensor1d(rows.flat());
  return { operand, value, dispose: () => [operand, value].forEach((one) => void one.dispose()) };
}

/** The output and, for the loss Σ output · sin(0, 1, 2, …), the gradient in each of `inputs`; the caller disposes them. */
function withGradients(forward: (...inputs: Tensor[]) => Tensor2D, inputs: Tensor[]): [Tensor, ...Tensor[]] {
  return tidy(() => {
    const output = forward(...inputs);
    const arriving = Float32Array.from({ length: output.size }, (_, i) => Math.sin(i));
    return [output, ...grads(forward)(inputs, tensor(arriving, output.shape))];
  });
}

type Numbers = (number | number[] | number[][])[];

async function expectClose(actual: Tensor, expected: Numbers, relative: number): Promise<void> {
  const reference: number[] = expected.flat(2);
  expect(largestDifference(await actual.data(), reference)).toBeLessThan(tolerance(reference, relative));
}

/** Every layer against PyTorch Geometric, forward and backward, on a directed graph with all its oddities. */
export function describeLayers(backend: string, open: () => Promise<void>): void {
  describe(`layers on ${backend}`, () => {
    beforeAll(open);

    for (const { name, conv, weighted = false, edges = false, hops = 1, layer: only, ...given } of CASES) {
      const options = { ...defaultOptions(conv), ...given.options };
      const title = `${name}${weighted ? ', weighted graph' : ''}${edges ? ', edge features' : ''}, ${JSON.stringify(options)}`;
      const expected = golden.cases[name];
      const parameters: Record<string, Numbers> = expected.parameters;
      const gradParameters: Record<string, Numbers> = expected.gradParameters;
      const names = Object.keys(parameters);
      const named = (tensors: Tensor[]): LayerParameters => ({
        ...Object.fromEntries(names.map((one, i) => [one, tensors[i]])),
        ...(conv === 'antisymmetric' ? { eye: eye(golden.x[0].length) } : {}),
      });
      const stack = (x: Features, initial: Features, propagation: Propagation[], own: LayerParameters): Tensor2D => {
        let rows = x;
        for (let hop = 0; hop < hops; hop++) {
          const call = {
            ...{ x: rows, initial, layer: only ?? hop, layers: hops, propagation, parameters: own, options },
            ...{
              heads: 3,
              concat: options.concat !== false,
              dropoutSeed: null,
              largestTensor: Number.POSITIVE_INFINITY,
            },
          };
          rows = CONVOLUTIONS[conv].forward(call);
        }
        return rows as Tensor2D;
      };

      it(`gives PyG's output and gradients: ${title}`, async () => {
        const before = memory().numTensors;
        const propagation = propagationOn(goldenGraph(weighted, edges), CONVOLUTIONS[conv], options);
        const x0 = tensor(golden.x0) as Tensor2D;
        const inputs = [golden.x, ...Object.values(parameters)].map((values) => tensor(values));
        const [output, gradX, ...gradients] = withGradients(
          (x, ...rest) => stack(x as Tensor2D, conv === 'gcnii' ? x0 : (x as Tensor2D), propagation, named(rest)),
          inputs,
        );
        await expectClose(output, expected.output, 1e-5);
        await expectClose(gradX, expected.gradX, 1e-4);
        for (const [i, one] of names.entries()) await expectClose(gradients[i], gradParameters[one], 1e-4);
        for (const made of [...propagation, x0, output, gradX, ...inputs, ...gradients]) made.dispose();
        expect(memory().numTensors).toBe(before);
      });

      if (DESCRIPTORS[conv].width === 'kept' || CONVOLUTIONS[conv].needsDense?.(options)) continue;
      it(`gives the same from sparse rows: ${title}`, async () => {
        const propagation = propagationOn(goldenGraph(weighted, edges), CONVOLUTIONS[conv], options);
        const x = sparsely(golden.x);
        const inputs = Object.values(parameters).map((values) => tensor(values));
        const [output, ...gradients] = withGradients((...rest) => stack(x, x, propagation, named(rest)), inputs);
        await expectClose(output, expected.output, 1e-5);
        for (const [i, one] of names.entries()) await expectClose(gradients[i], gradParameters[one], 1e-4);
        for (const made of [...propagation, x, output, ...inputs, ...gradients]) made.dispose();
      });
    }

    it('has a golden case for every layer that PyG has', () => {
      // PyG has no GPRGNN, whose hop is SGC's without weights, and an MLP is no convolution.
      const elsewhere = ['gprgnn', 'mlp'];
      const tested = new Set(CASES.map(({ conv }) => conv));
      expect(Object.keys(CONVOLUTIONS).filter((conv) => !tested.has(conv as ConvName))).toEqual(elsewhere);
    });
  });
}

function defaultOptions(conv: ConvName): Options {
  return Object.fromEntries(Object.entries(DESCRIPTORS[conv].options).map(([name, spec]) => [name, spec.default]));
}
