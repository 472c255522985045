import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeRecipe, DEFAULTS, withConvolution } from './defaults';
import { CONVS, DESCRIPTORS } from './descriptors';
import { factsOf, type GraphFacts } from './facts';
import { REWIRINGS } from './rewiring';
import { ACTIVATIONS, DECODERS, ENCODERS, JUMPS, NORMS, RESIDUALS, validateRecipe } from './validate';

const facts: GraphFacts = { nodes: 10, features: 0, classes: 3, columns: ['age', 'height'] };
const refusal = (recipe: unknown, graph: GraphFacts = facts) => {
  try {
    validateRecipe(recipe, graph);
  } catch (error) {
    return (error as Error).message;
  }
  return null;
};

describe('recipe', () => {
  it('is complete from nothing, and stays what it is when checked again', () => {
    const recipe = validateRecipe({}, facts);
    expect(recipe).toEqual({
      version: 1,
      conv: 'gcn',
      hops: 16,
      width: 16,
      heads: 1,
      options: { improved: false, alpha: 0.1 },
      activation: 'relu',
      norm: 'none',
      residual: 'none',
      jump: 'last',
      encoder: 'none',
      decoder: 'none',
      dropout: 0,
      dropEdge: 0,
      input: { kind: 'random', seed: 7, normalise: 'none' },
      weights: { kind: 'random', seed: 7, gain: 1 },
    });
    expect(validateRecipe(recipe, facts)).toEqual(recipe);
  });

  it('accepts every combination of legal values and survives being sent as JSON', () => {
    const legal = fc.record(
      {
        version: fc.constant(1),
        conv: fc.constantFrom(...CONVS),
        hops: fc.integer({ min: 0, max: 128 }),
        // Wide enough for the parts of every layer.
        width: fc.integer({ min: 1, max: 85 }).map((thirds) => 3 * thirds),
        activation: fc.constantFrom(...ACTIVATIONS),
        norm: fc.constantFrom(...NORMS),
        residual: fc.constantFrom(...RESIDUALS),
        decoder: fc.constantFrom('none', 'linear'),
        input: fc.record({ kind: fc.constantFrom('onehot', 'degree', 'random', 'spectral') }),
        weights: fc.record({
          kind: fc.constant('random'),
          seed: fc.nat(),
          gain: fc.double({ min: 0, max: 100, noNaN: true }),
        }),
        dropout: fc.double({ min: 0, max: 0.95, noNaN: true }),
        dropEdge: fc.double({ min: 0, max: 0.95, noNaN: true }),
        rewiring: fc.constantFrom(...REWIRINGS).map((kind) => ({ kind })),
        virtualNode: fc.constant(false),
        fullyAdjacentLast: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(legal, (given) => {
        fc.pre(given.conv !== 'mlp' || (given.fullyAdjacentLast !== true && !given.rewiring));
        const recipe = validateRecipe(given, facts);
        expect(validateRecipe(JSON.parse(JSON.stringify(recipe)), facts)).toEqual(JSON.parse(JSON.stringify(recipe)));
      }),
    );
  });

  it('throws a sentence, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        const message = refusal(given);
        if (message !== null) expect(message).toMatch(/^Recipe: .*[.?]$/s);
      }),
    );
  });

  it.each([
    [
      { residual: 'initail' },
      'Recipe: residual is "initail", but it can be "none", "skip" or "initial". The nearest is "initial".',
    ],
    [{ hops: 200 }, 'Recipe: hops is 200, but it has to be a whole number from 0 to 128. The nearest is 128.'],
    [{ hops: 2.6 }, 'Recipe: hops is 2.6, but it has to be a whole number from 0 to 128. The nearest is 3.'],
    [{ hops: '4' }, 'Recipe: hops is "4", but it has to be a whole number from 0 to 128.'],
    [{ width: 0 }, 'Recipe: width is 0, but it has to be a whole number from 1 to 256. The nearest is 1.'],
    [{ width: Number.NaN }, 'Recipe: width is NaN, but it has to be a whole number from 1 to 256.'],
    [
      { norm: 'pairs' },
      'Recipe: norm is "pairs", but it can be "none", "layer", "batch", "pair", "pair-si" or "dgn". The nearest is "pair".',
    ],
    [
      { options: { improvd: true } },
      'Recipe: options of gcn has no "improvd"; it takes "improved" and "alpha". Did you mean "improved"?',
    ],
    [{ conv: 'mlp', options: { improved: true } }, 'Recipe: options of mlp has no "improved"; it takes "alpha".'],
    [{ options: { improved: 1 } }, 'Recipe: options.improved is 1, but it can be true or false.'],
    [{ options: { alpha: 2 } }, 'Recipe: options.alpha is 2, but it has to be a number from 0 to 1. The nearest is 1.'],
    [{ version: 2 }, 'Recipe: version is 2, and this Hopscope reads version 1. A newer one made it: update this page.'],
    [
      { input: { kind: 'random', columns: ['age'] } },
      'Recipe: input.columns is not for the kind "random"; leave it out.',
    ],
    [
      { input: { kind: 'columns', columns: ['agee'] } },
      'Recipe: input.columns is "agee", but it can be "age" or "height". The nearest is "age".',
    ],
  ])('refuses %j, saying which, why and what would be right', (recipe, message) => {
    expect(refusal(recipe)).toBe(message);
  });

  it('writes a switch that is off as nothing, and has none where no node hears another', () => {
    expect(validateRecipe({ virtualNode: false }, facts)).toEqual(validateRecipe({}, facts));
    expect(validateRecipe({ virtualNode: true, fullyAdjacentLast: true }, facts)).toMatchObject({
      virtualNode: true,
      fullyAdjacentLast: true,
    });
    expect(refusal({ virtualNode: 1 })).toBe('Recipe: virtualNode is 1, but it can be true or false.');
    expect(refusal({ conv: 'mlp', fullyAdjacentLast: true })).toBe(
      'Recipe: fullyAdjacentLast is true, but in mlp no node hears another; leave it out, or take another layer.',
    );
    expect(validateRecipe({ rewiring: { kind: 'gdc', k: 4 } }, facts).rewiring).toEqual({
      kind: 'gdc',
      alpha: 0.15,
      k: 4,
    });
    expect(refusal({ rewiring: { kind: 'fos' } })).toBe(
      'Recipe: rewiring.kind is "fos", but it can be "fosr", "sdrf", "flip" or "gdc". The nearest is "fosr".',
    );
    expect(refusal({ rewiring: { kind: 'gdc', k: 0 } })).toBe(
      'Recipe: rewiring.k is 0, but it has to be a whole number from 1 to 128. The nearest is 1.',
    );
    expect(refusal({ rewiring: { kind: 'fosr', seed: 1 } })).toBe(
      'Recipe: rewiring "fosr" has no "seed"; it takes "kind" and "share".',
    );
    const mlp = withConvolution(validateRecipe({ virtualNode: true }, facts), 'mlp');
    expect(validateRecipe(mlp, facts).virtualNode).toBeUndefined();
  });

  it('knows which layers have heads and a choice of aggregation', () => {
    expect(refusal({ heads: 4 })).toBe(
      'Recipe: heads is 4, but gcn has no attention; take 1, or gat, gatv2 or transformer.',
    );
    expect(refusal({ conv: 'gat', heads: 3, width: 16 })).toMatch(
      /width is 16, but gat puts 3 equal parts.*nearest width is 15/,
    );
    expect(validateRecipe({ conv: 'gat', heads: 3 }, facts).width).toBe(15);
    expect(validateRecipe({ conv: 'gat', heads: 3, width: 16, options: { concat: false } }, facts).heads).toBe(3);
    expect(validateRecipe({ conv: 'sage', aggr: 'max' }, facts).aggr).toBe('max');
    expect(validateRecipe({ conv: 'sage' }, facts).aggr).toBe('mean');
    expect('aggr' in withConvolution(validateRecipe({ conv: 'sage' }, facts), 'gcn')).toBe(false);
    expect(withConvolution(validateRecipe({ conv: 'gat', heads: 4 }, facts), 'gcn').heads).toBe(1);
    expect(refusal({ conv: 'gnc' })).toMatch(/^Recipe: conv is "gnc", but it can be "gcn", .* The nearest is "gcn"\.$/);
    expect(refusal({ conv: 'sage', aggr: 'sum' })).toMatch(/aggr is "sum", but it can be "mean" or "max"/);
    expect(refusal({ aggr: 'mean' })).toMatch(/aggr is not for gcn/);
    expect(validateRecipe({ conv: 'sage', aggr: 'mean', heads: 1 }, facts)).toEqual(
      validateRecipe({ conv: 'sage' }, facts),
    );
  });

  it('refuses what is not legal together', () => {
    expect(refusal({ conv: 'mixhop', width: 16 })).toBe(
      'Recipe: width is 16, but mixhop puts 3 equal parts side by side; the nearest width is 15.',
    );
    const seven = { ...facts, classes: 7 };
    expect(refusal({ conv: 'mixhop', decoder: 'none' }, seven)).toMatch(/would have 7 columns.*take decoder "linear"/);
    expect(refusal({ conv: 'mixhop', decoder: 'none' }, facts)).toBeNull();
    const wide = { conv: 'gcnii', encoder: 'none', input: { kind: 'given' } };
    expect(refusal(wide, { ...facts, features: 1433 })).toMatch(
      /the input has 1,433 where width is 16; take encoder "linear"/,
    );
    expect(refusal(wide, { ...facts, features: 16 })).toBeNull();
    expect(refusal({ ...wide, conv: 'appnp' }, { ...facts, features: 1433 })).toBeNull();
    expect(refusal({ norm: 'dgn', weights: { kind: 'identity' } })).toMatch(/take "batch" or random weights/);
    expect(refusal({ conv: 'gprgnn', jump: 'max' })).toMatch(/reads out every hop itself; take jump "last"/);
  });

  it('gives a jump the decoder that reads it', () => {
    expect(validateRecipe({ jump: 'concat' }, facts).decoder).toBe('linear');
    expect(refusal({ jump: 'max', decoder: 'none' })).toMatch(/take decoder "linear" or jump "last"/);
    expect(refusal({ dropout: 1 })).toMatch(/The nearest is 0.95/);
  });

  it('keeps identity weights free of parameters and, unless asked, of activation', () => {
    const identity = { weights: { kind: 'identity' } };
    expect(validateRecipe(identity, facts).activation).toBe('none');
    expect(validateRecipe({ ...identity, activation: 'tanh' }, facts).activation).toBe('tanh');
    expect(refusal({ ...identity, conv: 'mlp' })).toMatch(
      /does not propagate; it is for gcn, sage, sgc, appnp, gprgnn and lightgcn\. Take random weights/,
    );
    expect(refusal({ ...identity, jump: 'max' })).toMatch(/weights "identity" have none; take jump "last"/);
    expect(refusal({ ...identity, encoder: 'linear' })).toMatch(
      /encoder is "linear", but weights "identity" has no parameters/,
    );
    expect(refusal({ weights: { kind: 'identity', gain: 2 } })).toMatch(/has no gain, .* leave it out/);
  });

  it('takes an epoch for weights that were trained, and for no others', () => {
    expect(validateRecipe({ weights: { kind: 'trained' } }).weights).toEqual({ kind: 'trained' });
    expect(validateRecipe({ weights: { kind: 'trained', epoch: 40 } }).weights).toEqual({ kind: 'trained', epoch: 40 });
    expect(refusal({ weights: { kind: 'trained', epoch: -1 } })).toMatch(/weights.epoch is -1.*The nearest is 0/);
    expect(refusal({ weights: { kind: 'trained', seed: 3 } })).toMatch(/has no seed, for nothing is drawn/);
    expect(refusal({ weights: { kind: 'file', epoch: 3 } })).toMatch(
      /has no epoch, for only what was trained has epochs/,
    );
    expect(refusal({ weights: { kind: 'random', epoch: 3 } })).toMatch(/has no epoch/);
  });

  it('starts from given features where there are some, and refuses them where there are none', () => {
    expect(validateRecipe({}, { ...facts, features: 5 }).input).toEqual({ kind: 'given', normalise: 'none' });
    expect(refusal({ input: { kind: 'given' } })).toMatch(/this graph has no features; take "random"/);
    expect(refusal({ input: { kind: 'columns', columns: ['x'] } }, { ...facts, columns: [] })).toMatch(
      /no numeric attribute; take "random", "onehot", "degree" or "spectral"/,
    );
    expect(refusal({ input: { kind: 'columns', columns: [] } })).toMatch(/at least one attribute name/);
  });
});

describe('defaults', () => {
  it("fill with the convolution's own, not another's", () => {
    expect(completeRecipe({ conv: 'sage', hops: 2 })).toMatchObject({ hops: 2, width: 16, options: { root: true } });
    expect(completeRecipe({ conv: 'mlp' }).options).toEqual({ alpha: 0.1 });
    expect(completeRecipe({ hops: undefined }).hops).toBe(16);
  });

  it('are legal themselves', () => {
    for (const conv of CONVS) expect(validateRecipe(DEFAULTS[conv], facts)).toMatchObject(DEFAULTS[conv]);
  });

  it('change with the convolution where they still stand', () => {
    const change = (given: object, conv: (typeof CONVS)[number]) => withConvolution(validateRecipe(given, facts), conv);
    expect(change({}, 'appnp')).toMatchObject({
      conv: 'appnp',
      encoder: 'linear',
      decoder: 'linear',
      activation: 'none',
    });
    expect(change({ activation: 'tanh', width: 16 }, 'mixhop')).toMatchObject({ activation: 'tanh', width: 15 });
    expect(change({ options: { alpha: 0.3 } }, 'gcnii').options).toMatchObject({ alpha: 0.3, theta: 0.5 });
    expect(change({ conv: 'appnp' }, 'gcn')).toMatchObject({ encoder: 'none', activation: 'relu' });
    expect(change({ encoder: 'activated' }, 'gcnii')).toMatchObject({ encoder: 'activated' });
  });

  it('stay legal whatever the convolution is changed to', () => {
    const encoder = fc.constantFrom(...ENCODERS);
    const decoder = fc.constantFrom(...DECODERS);
    const random = fc.record(
      { encoder, decoder, jump: fc.constantFrom(...JUMPS), width: fc.integer({ min: 1, max: 85 }) },
      { requiredKeys: [] },
    );
    const given = fc.oneof(fc.constant({ weights: { kind: 'identity' } }), random);
    const conv = fc.constantFrom(...CONVS);
    const cora = { ...facts, features: 1433, classes: 7 };
    fc.assert(
      fc.property(conv, conv, given, (from, to, fields) => {
        const before = { conv: from, ...fields };
        fc.pre(refusal(before, cora) === null);
        const after = withConvolution(validateRecipe(before, cora), to);
        expect(validateRecipe(after, cora)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('do not let one recipe change another', () => {
    completeRecipe({}).options.alpha = 0.9;
    expect(completeRecipe({}).options.alpha).toBe(0.1);
  });
});

describe('descriptors', () => {
  it('say what every convolution needs to be offered', () => {
    for (const conv of CONVS) {
      const { name, formula, radius, paper } = DESCRIPTORS[conv];
      expect(name).toBe(conv);
      expect(formula).toMatch(/^h′_v = /);
      expect(radius).toBe({ mlp: 0, cheb: 2, mixhop: 2 }[conv as string] ?? 1);
      if (conv !== 'mlp') expect(paper?.url).toMatch(/^https:\/\/arxiv\.org\/abs\//);
    }
  });
});

describe('facts', () => {
  it('count only columns of finite numbers or truth values as numeric', () => {
    const graph = {
      nodeCount: 2,
      features: { columns: 4 },
      labels: null,
      classes: ['unused'],
      attributes: {
        age: [3, null],
        member: [true, false],
        name: ['x', 'y'],
        empty: [null, null],
        broken: [1, Number.NaN],
      },
    };
    expect(factsOf(graph)).toEqual({ nodes: 2, features: 4, classes: 0, columns: ['age', 'member'] });
  });
});
