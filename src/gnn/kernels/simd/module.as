// Everything the WASM backend gets from us, as one module.
export { additiveScore, additiveTurn } from '../additive/simd';
export { matmul } from '../matmul/simd';
export { relu } from '../relu/simd';
export { sddmmAdd, sddmmDot } from '../sddmm/simd';
export { softmaxGradient, softmaxPeaks, softmaxWeights } from '../softmax/simd';
export { spmmMax, spmmMaxTies, spmmMaxWins } from '../spmm-max/simd';
export { spmmSum } from '../spmm/simd';
