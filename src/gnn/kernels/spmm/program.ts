import type { WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import type { KernelInputs } from '../register';
import { SPMM_INPUTS, type SpmmInput } from './inputs';

/**
 * SpMM in WGSL: one thread a row and column, or a row and four columns where the width divides by 4. Each thread walks its
 * segment in order and writes once, so there are no atomics and a run repeats to the bit. Indices are read as i32, raw.
 */
export function spmmProgram(
  inputs: KernelInputs<SpmmInput>,
  [rows = 0, columns = 0]: number[],
): { program: WebGPUProgram; uniforms: number[] } {
  const lanes = columns % 4 === 0 ? 4 : 1;
  const bound = SPMM_INPUTS.filter((name) => inputs[name]);
  const place = inputs.entry ? 'entry[p]' : 'p';
  const factor = inputs.value ? `value[${place}] * ` : '';
  const from = inputs.index ? 'index[p]' : 'p';
  const zero = lanes === 4 ? 'vec4<f32>(0.0)' : '0.0';
  const program: WebGPUProgram = {
    outputShape: [rows, columns],
    outputComponent: lanes,
    variableNames: bound,
    variableComponents: bound.map((name) => (name === 'x' ? lanes : 1)),
    uniforms: 'width : i32,',
    workgroupSize: [64, 1, 1],
    dispatchLayout: { x: [0, 1] },
    dispatch: [Math.ceil((rows * columns) / lanes / 64), 1, 1],
    size: true,
    shaderKey: `graphSpmm_${lanes}_${bound.join('_')}`,
    getUserCode: () => `
      fn main(thread : i32) {
        if (thread < uniforms.size) {
          let row = thread / uniforms.width;
          let column = thread % uniforms.width;
          var sum = ${zero};
          for (var p = pointer[row]; p < pointer[row + 1]; p = p + 1) {
            sum = sum + ${factor}x[${from} * uniforms.width + column];
          }
          result[thread] = sum${inputs.divisor ? ' / divisor[row]' : ''};
        }
      }
    `,
  };
  return { program, uniforms: [columns / lanes] };
}
