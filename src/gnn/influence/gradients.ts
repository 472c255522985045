import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { engine, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

/** Of `output` in each of `inputs`, from the derivative by it; null for an input it does not depend on. */
export function gradients(output: () => Tensor2D, inputs: Tensor2D[], derivative: Tensor2D): (Tensor2D | null)[] {
  const independentToo = true;
  const { value, grads } = engine().gradients<Tensor>(output, inputs, derivative, independentToo);
  value.dispose();
  return grads.map((gradient) => (gradient as Tensor2D | undefined) ?? null);
}
