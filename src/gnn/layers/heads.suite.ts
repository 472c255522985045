import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { dispose, grads, memory, profile, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { seededRandom } from '../../graph/random';
import { largestDifference, randomArray, tolerance } from '../testing/patterns';
import { propagationOn } from '../testing/propagation';
import type { LayerCall, Options } from './convolution';
import { CONVOLUTIONS } from './registry';

const HEADS = 5;
const WIDTH = 8;
const INPUTS = 6;
const NODES = 40;
const FEATURES = 2;

/** A graph with many more edges than nodes, so that what edges have is what is large. */
function busyGraph(featured: boolean) {
  const random = seededRandom(5);
  const edges = Array.from({ length: 600 }, () => ({ source: random.below(NODES), target: random.below(NODES) }));
  const edgeFeatures = featured ? edges.map(() => [random.normal(), random.normal()]) : undefined;
  return graphFromPlain({ directed: true, nodes: NODES, edges, edgeFeatures });
}

/** A layer with attention on that graph; `run` computes its output and its gradients in x and in every parameter. */
function layerOn(name: 'gat' | 'gatv2' | 'transformer', featured: boolean, options: Options, seed: number | null) {
  const conv = CONVOLUTIONS[name];
  const propagation = propagationOn(busyGraph(featured), conv, options);
  const concat = options.concat !== false;
  const outputs = concat ? HEADS * WIDTH : WIDTH;
  const edgeColumns = featured ? FEATURES : 0;
  const shape = { inputs: INPUTS, outputs, options, layers: 1, relations: 1, edgeColumns, heads: HEADS, concat };
  const specs = Object.entries(conv.parameters(shape));
  const inputs: Tensor[] = [tensor(randomArray(NODES * INPUTS, 1), [NODES, INPUTS])];
  for (const [i, [, spec]] of specs.entries()) {
    inputs.push(
      tensor(
        randomArray(
          spec.shape.reduce((product, side) => product * side, 1),
          i + 2,
        ),
        spec.shape,
      ),
    );
  }
  const arriving = tensor(randomArray(NODES * outputs, 99), [NODES, outputs]);
  const callOf = ([x, ...parameters]: Tensor[], largestTensor: number): LayerCall => ({
    ...{ x: x as LayerCall['x'], initial: x as LayerCall['x'], layer: 0, layers: 1, propagation, options },
    ...{ heads: HEADS, concat, dropoutSeed: seed, largestTensor },
    parameters: Object.fromEntries(specs.map(([parameter], i) => [parameter, parameters[i]])),
  });
  return {
    entries: propagation[0].operand.entries,
    groups: (largest: number) => tidy(() => conv.attention?.(callOf(inputs, largest)).length),
    run: (largest: number) => grads((...given) => conv.forward(callOf(given, largest)))(inputs, arriving),
    forward: (largest: number) => tidy(() => conv.forward(callOf(inputs, largest))),
    dispose: () => [...propagation, ...inputs, arriving].forEach((one) => void one.dispose()),
  };
}

/** Numbers of the largest tensor that any kernel puts out while `compute` runs. */
async function largestOutput(compute: () => Tensor | Tensor[]): Promise<number> {
  const { kernels } = await profile(() => {
    dispose(compute());
    return [];
  });
  const sizes = kernels.flatMap(({ outputShapes }) =>
    outputShapes.map((sides) => sides.reduce((size, side) => size * side, 1)),
  );
  return Math.max(...sizes);
}

/** That heads may take turns, and what no layer with attention ever makes, on every backend. */
export function describeHeads(backend: string, open: () => Promise<void>): void {
  describe(`heads on ${backend}`, () => {
    beforeAll(open);

    for (const name of ['gat', 'gatv2', 'transformer'] as const) {
      for (const featured of [false, true]) {
        for (const options of [{}, { concat: false, attentionDropout: 0.5 }] as Options[]) {
          const title = `${name}, ${JSON.stringify(options)}${featured ? ', edge features' : ''}`;
          it(`taking turns give the same output and gradients: ${title}`, async () => {
            const before = memory().numTensors;
            const layer = layerOn(name, featured, options, options.attentionDropout ? 3 : null);
            // Room for two heads, their coefficients being the largest.
            const room = 4 * layer.entries * 2;
            expect(layer.groups(Number.POSITIVE_INFINITY)).toBe(1);
            expect(layer.groups(room)).toBe(3);
            expect(layer.groups(room - 1), 'no room for two').toBe(HEADS);
            expect(layer.groups(1), 'no room for one').toBe(HEADS);

            const [together, apart] = [Number.POSITIVE_INFINITY, room].map((largest) => [
              layer.forward(largest),
              ...layer.run(largest),
            ]);
            for (const [i, whole] of together.entries()) {
              const reference = await whole.data();
              const difference = largestDifference(await apart[i].data(), reference);
              expect(difference, `tensor ${i}`).toBeLessThan(tolerance(reference, i === 0 ? 1e-5 : 1e-4));
            }
            layer.dispose();
            dispose([...together, ...apart]);
            expect(memory().numTensors).toBe(before);
          });
        }

        const title = `${name}${featured ? ', edge features' : ''}`;
        it(`never make a tensor of entries × heads × columns, forward or backward: ${title}`, async () => {
          const layer = layerOn(name, featured, {}, null);
          const most = layer.entries * (HEADS + FEATURES);
          expect(await largestOutput(() => layer.run(Number.POSITIVE_INFINITY))).toBeLessThanOrEqual(most);
          layer.dispose();
        });

        it(`make nothing larger than there is room for: ${title}`, async () => {
          const layer = layerOn(name, featured, { concat: false, attentionDropout: 0.5 }, 7);
          const room = 4 * layer.entries * 2;
          expect(4 * (await largestOutput(() => layer.run(room)))).toBeLessThanOrEqual(room);
          expect(4 * (await largestOutput(() => layer.run(Number.POSITIVE_INFINITY)))).toBeGreaterThanOrEqual(room);
          layer.dispose();
        });
      }
    }
  });
}
