import {
  engine,
  getGradient,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  registerGradient,
  registerKernel,
  type Tensor,
  tidy,
} from '@tensorflow/tfjs-core';

/** The name under which every operation made by `differentiable` runs; what it does is in the attributes. */
const NAME = 'GraphOperation';

interface Operation {
  forward(): Tensor;
  /** One for each input, by its number. */
  gradients(dy: Tensor, inputs: Tensor[], output: Tensor): Record<string, () => Tensor>;
}

for (const backendName of ['webgpu', 'wasm', 'cpu']) {
  // A module evaluated a second time (hot replacement) finds its kernel already there.
  if (getKernel(NAME, backendName)) continue;
  registerKernel({
    kernelName: NAME,
    backendName,
    kernelFunc: ({ attrs }) => tidy(() => (attrs as unknown as Operation).forward()),
  });
}

if (!getGradient(NAME)) {
  registerGradient({
    kernelName: NAME,
    saveAllInputs: true,
    outputsToSave: [true],
    gradFunc: (dy, saved, attrs) =>
      (attrs as unknown as Operation).gradients(dy as Tensor, saved.slice(0, -1), saved[saved.length - 1]),
  });
}

/** The gradient in each input, given that input as it was. */
type Gradients<Inputs> = { [Name in keyof Inputs]: (input: NonNullable<Inputs[Name]>) => Tensor };

/**
 * Runs `forward`, an operation on `inputs` made of several kernels, as one that has a gradient in each of them; an input
 * that is null is not there.
 *
 * Unlike `customGrad`, a gradient that nobody asks for is not computed: the coefficients of GCN multiply every message, and
 * are never trained.
 *
 * @param gradients from what arrives at the output, the inputs as they were, and the output.
 */
export function differentiable<Inputs extends Record<string, Tensor | null>, Output extends Tensor>(
  inputs: Inputs,
  forward: () => Output,
  gradients: (dy: Output, inputs: Inputs, output: Output) => Gradients<Inputs>,
): Output {
  const names = Object.keys(inputs).filter((name) => inputs[name]);
  const operation: Operation = {
    forward,
    gradients(dy, saved, output) {
      const named = { ...inputs, ...Object.fromEntries(names.map((name, i) => [name, saved[i]])) };
      const byName = gradients(dy as Output, named, output as Output) as Gradients<Record<string, Tensor>>;
      return Object.fromEntries(names.map((name, i) => [i, () => byName[name](saved[i])]));
    },
  };
  const list = names.map((name) => inputs[name]) as unknown as NamedTensorMap;
  return engine().runKernel(NAME, list, operation as unknown as NamedAttrMap) as Output;
}
