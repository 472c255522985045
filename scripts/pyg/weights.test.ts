import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSafetensors } from '../../src/formats/safetensors';
import { readStateDict, writeStateDict } from '../../src/formats/safetensors/state-dict';
import { createModel, forward, stateOf } from '../../src/gnn/models/model';
import { useBackend } from '../../src/gnn/testing/node';
import { largestDifference, tolerance } from '../../src/gnn/testing/patterns';
import { openWeights } from '../../src/gnn/training/open-weights';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { PlainGraph } from '../../src/graph/plain';
import { CONVS } from '../../src/recipe/descriptors';
import { factsOf } from '../../src/recipe/facts';
import { NORMS, validateRecipe } from '../../src/recipe/validate';

interface Cases {
  graph: PlainGraph;
  cases: Record<string, { recipe: { conv: string; norm: string }; logits: number[][] }>;
}

const file = (name: string) => new URL(`./fixtures/${name}`, import.meta.url);
const { graph: plain, cases }: Cases = JSON.parse(readFileSync(file('cases.json'), 'utf8'));
const graph = graphFromPlain(plain);
/** Where to leave what is saved here, for `weights.py check` to load. */
const saveTo = process.env.HOPSCOPE_SAVE_WEIGHTS;

describe.each(Object.entries(cases))('weights that PyG saved: %s', (name, { recipe: given, logits }) => {
  beforeAll(() => useBackend('cpu'));
  const bytes = new Uint8Array(readFileSync(file(`${name}.safetensors`)));
  const modelOf = () => {
    const recipe = validateRecipe({ ...given, weights: { kind: 'file' } }, factsOf(graph));
    return createModel(graph, recipe, openWeights(graph, recipe, readStateDict(bytes, name)));
  };

  it('open, and give the same output', async () => {
    const model = modelOf();
    const output = tidy(() => forward(model).logits);
    const reference = logits.flat();
    expect(largestDifference(await output.data(), reference)).toBeLessThan(tolerance(reference, 1e-5));
    output.dispose();
    model.dispose();
  });

  it('are saved under the same names, shapes and types, to the bit', async () => {
    const model = modelOf();
    const written = writeStateDict(await stateOf(model));
    expect(readSafetensors(written, name).tensors).toEqual(readSafetensors(bytes, name).tensors);
    if (saveTo) {
      const output = tidy(() => forward(model).logits);
      const values = Array.from(await output.data());
      const rows = logits.map((row, v) => values.slice(v * row.length, (v + 1) * row.length));
      mkdirSync(saveTo, { recursive: true });
      writeFileSync(join(saveTo, `${name}.safetensors`), written);
      writeFileSync(join(saveTo, `${name}.json`), JSON.stringify({ logits: rows }));
      output.dispose();
    }
    model.dispose();
  });
});

it('there are such weights for every convolution and every norm that has some', () => {
  const recipes = Object.values(cases).map(({ recipe }) => recipe);
  expect(new Set(recipes.map(({ conv }) => conv))).toEqual(new Set(CONVS));
  const norms = NORMS.filter((norm) => !norm.startsWith('pair'));
  expect(new Set(recipes.map(({ norm }) => norm))).toEqual(new Set(norms));
});
