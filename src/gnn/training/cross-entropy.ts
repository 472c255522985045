import { logSoftmax, mul, neg, type Scalar, sum, type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';

/**
 * (N, classes) 1/|nodes| at the class of each of `nodes`, else 0: times the log-probabilities it is their mean over those
 * nodes. A product, because the gradient of a gather is not to be had on WASM. The caller disposes it.
 */
export function targetsOf(labels: Int32Array, nodes: Int32Array, classes: number): Tensor2D {
  const share = new Float32Array(labels.length * classes);
  for (const node of nodes) share[node * classes + labels[node]] = 1 / nodes.length;
  return tensor2d(share, [labels.length, classes]);
}

/** Mean of −log softmax(logits) at the class of each node of `targets`. Shapes: (N, classes), (N, classes) → (). */
export function crossEntropy(logits: Tensor2D, targets: Tensor2D): Scalar {
  return neg(sum(mul(targets, logSoftmax(logits, 1))));
}
