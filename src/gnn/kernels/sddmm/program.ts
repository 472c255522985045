import type { Call } from '../register';
import { type Program, threadPerElement } from '../wgsl';
import { SDDMM_INPUTS, type SddmmInput } from './inputs';

/** SDDMM with `dot` in WGSL: one thread an entry and head, four columns at a time where a head's width divides by 4. */
export function dotProgram({ shapes, attributes: { heads }, output }: Call<SddmmInput>): Program {
  const width = (shapes.left?.[1] ?? 0) / heads;
  const lanes = width % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'sddmmDot',
    inputs: [...SDDMM_INPUTS],
    reads: { left: lanes, right: lanes },
    output,
    integers: { heads, width: width / lanes },
    body: `
      let p = thread / uniforms.heads;
      let head = thread % uniforms.heads;
      let a = (row[p] * uniforms.heads + head) * uniforms.width;
      let b = (column[p] * uniforms.heads + head) * uniforms.width;
      var sum = 0.0;
      for (var c = 0; c < uniforms.width; c = c + 1) {
        sum = sum + ${lanes === 4 ? 'dot(left[a + c], right[b + c])' : 'left[a + c] * right[b + c]'};
      }
      result[thread] = sum;
    `,
  });
}

/** SDDMM with `add` in WGSL: one thread an entry and column, or four columns where the width divides by 4. */
export function addProgram({ output }: Call<SddmmInput>): Program {
  const [, columns = 0] = output;
  const lanes = columns % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'sddmmAdd',
    inputs: [...SDDMM_INPUTS],
    reads: { left: lanes, right: lanes },
    writes: lanes,
    output,
    integers: { width: columns / lanes },
    body: `
      let p = thread / uniforms.width;
      let c = thread % uniforms.width;
      result[thread] = left[row[p] * uniforms.width + c] + right[column[p] * uniforms.width + c];
    `,
  });
}
