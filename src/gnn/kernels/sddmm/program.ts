import type { WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import { SDDMM_INPUTS } from './inputs';

/** SDDMM in WGSL: one thread an entry, four columns at a time where the width divides by 4. */
export function sddmmProgram(entries: number, columns: number): { program: WebGPUProgram; uniforms: number[] } {
  const lanes = columns % 4 === 0 ? 4 : 1;
  const a = 'left[row[p] * uniforms.width + c]';
  const b = 'right[index[p] * uniforms.width + c]';
  const program: WebGPUProgram = {
    outputShape: [entries],
    outputComponent: 1,
    variableNames: [...SDDMM_INPUTS],
    variableComponents: [lanes, lanes, 1, 1],
    uniforms: 'width : i32,',
    workgroupSize: [64, 1, 1],
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(entries / 64), 1, 1],
    size: true,
    shaderKey: `graphSddmm_${lanes}`,
    getUserCode: () => `
      fn main(p : i32) {
        if (p < uniforms.size) {
          var sum = 0.0;
          for (var c = 0; c < uniforms.width; c = c + 1) {
            sum = sum + ${lanes === 4 ? `dot(${a}, ${b})` : `${a} * ${b}`};
          }
          result[p] = sum;
        }
      }
    `,
  };
  return { program, uniforms: [columns / lanes] };
}
