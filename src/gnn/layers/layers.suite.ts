import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { grads, memory, type Tensor, type Tensor2D, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Graph } from '../../graph/graph';
import { sparseOperand } from '../kernels/sparse-operand';
import { largestDifference, tolerance } from '../testing/patterns';
import type { Convolution, LayerParameters, Options, Propagation, SparseRows } from './convolution';
import golden from './fixtures/pyg-layers.json';
import { gcn } from './gcn';
import { sage } from './sage';

interface Case {
  name: keyof typeof golden.cases;
  layer: Convolution;
  weighted: boolean;
  options: Options;
}

const CASES: Case[] = [
  { name: 'GCNConv', layer: gcn, weighted: false, options: { improved: false } },
  { name: 'GCNConv_edge_weight', layer: gcn, weighted: true, options: { improved: false } },
  { name: 'GCNConv_improved_edge_weight', layer: gcn, weighted: true, options: { improved: true } },
  // Without edge weights `improved` changes nothing.
  { name: 'GCNConv', layer: gcn, weighted: false, options: { improved: true } },
  { name: 'SAGEConv_mean', layer: sage, weighted: false, options: { root: true } },
  // GraphSAGE does not read edge weights.
  { name: 'SAGEConv_mean', layer: sage, weighted: true, options: { root: true } },
];

function goldenGraph(weighted: boolean): Graph {
  const [sources, targets] = golden.edgeIndex;
  return graphFromPlain({
    directed: true,
    nodes: golden.nodes,
    edges: sources.map((source, e) => [source, targets[e], ...(weighted ? [golden.edgeWeight[e]] : [])]) as [
      number,
      number,
    ][],
  });
}

function propagationOn(graph: Graph, { layer, options }: Case): (Propagation & { dispose(): void })[] {
  return layer.messages(graph, options).map((messages) => {
    const operand = sparseOperand(messages.pattern);
    const coefficient = messages.coefficient && tensor1d(messages.coefficient);
    const dispose = () => [operand, coefficient].forEach((one) => void one?.dispose());
    return { operand, coefficient, reduce: messages.reduce, dispose };
  });
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

async function expectClose(actual: Tensor, expected: number[] | number[][], relative: number): Promise<void> {
  const reference = expected.flat();
  expect(largestDifference(await actual.data(), reference)).toBeLessThan(tolerance(reference, relative));
}

/** GCN and GraphSAGE against PyTorch Geometric, forward and backward, on a directed graph with an unequal weight on every edge. */
export function describeLayers(backend: string, open: () => Promise<void>): void {
  describe(`layers on ${backend}`, () => {
    beforeAll(open);

    for (const one of CASES) {
      const title = `${one.name}${one.weighted ? ', weighted graph' : ''}, ${JSON.stringify(one.options)}`;
      const expected = golden.cases[one.name];
      const parameters: Record<string, number[] | number[][]> = expected.parameters;
      const gradParameters: Record<string, number[] | number[][]> = expected.gradParameters;
      const names = Object.keys(parameters);
      const named = (tensors: Tensor[]): LayerParameters =>
        Object.fromEntries(names.map((name, i) => [name, tensors[i]]));

      it(`gives PyG's output and gradients: ${title}`, async () => {
        const before = memory().numTensors;
        const propagation = propagationOn(goldenGraph(one.weighted), one);
        const inputs = [golden.x, ...Object.values(parameters)].map((values) => tensor(values));
        const [output, gradX, ...gradients] = withGradients(
          (x, ...rest) =>
            one.layer.forward({ x: x as Tensor2D, propagation, parameters: named(rest), options: one.options }),
          inputs,
        );
        await expectClose(output, expected.output, 1e-5);
        await expectClose(gradX, expected.gradX, 1e-4);
        for (const [i, name] of names.entries()) await expectClose(gradients[i], gradParameters[name], 1e-4);
        for (const made of [...propagation, output, gradX, ...inputs, ...gradients]) made.dispose();
        expect(memory().numTensors).toBe(before);
      });

      it(`gives the same from sparse rows: ${title}`, async () => {
        const propagation = propagationOn(goldenGraph(one.weighted), one);
        const x = sparsely(golden.x);
        const inputs = Object.values(parameters).map((values) => tensor(values));
        const [output, ...gradients] = withGradients(
          (...rest) => one.layer.forward({ x, propagation, parameters: named(rest), options: one.options }),
          inputs,
        );
        await expectClose(output, expected.output, 1e-5);
        for (const [i, name] of names.entries()) await expectClose(gradients[i], gradParameters[name], 1e-4);
        for (const made of [...propagation, x, output, ...inputs, ...gradients]) made.dispose();
      });
    }
  });
}
