import type { Call } from '../register';
import { type Program, splat, threadPerElement } from '../wgsl';
import { headsOf, SPMM_INPUTS, type SpmmInput } from './inputs';

/** SpMM in WGSL: one thread a row and column, or a row and four columns where a head's width divides by 4. */
export function spmmProgram({ shapes, output }: Call<SpmmInput>): Program {
  const [, columns = 0] = output;
  const heads = headsOf(shapes);
  const lanes = (columns / heads) % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'spmm',
    inputs: SPMM_INPUTS.filter((name) => shapes[name]),
    reads: { x: lanes },
    writes: lanes,
    output,
    integers: { width: columns / lanes, heads, span: columns / heads / lanes },
    body: `
      let row = thread / uniforms.width;
      let column = thread % uniforms.width;
      var sum = ${splat(lanes, '0.0')};
      for (var p = ${shapes.pointer ? 'pointer[row]; p < pointer[row + 1]' : 'row; p <= row'}; p = p + 1) {
        sum = sum + ${factorOf(shapes)}x[${shapes.index ? 'index[p]' : 'p'} * uniforms.width + column];
      }
      result[thread] = sum${shapes.divisor ? ' / divisor[row]' : ''};
    `,
  });
}

/** The factor of entry p in `column`, and the sign of the product; nothing where every factor is 1. */
export function factorOf(shapes: Call<SpmmInput>['shapes']): string {
  if (!shapes.value) return '';
  return `value[${shapes.entry ? 'entry[p]' : 'p'} * uniforms.heads + column / uniforms.span] * `;
}
