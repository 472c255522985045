// Everything the WASM backend gets from us, as one module.
export { spmmSum } from '../spmm/simd';
