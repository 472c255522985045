import type { Call } from '../register';
import { headsOf } from '../spmm/inputs';
import { factorOf } from '../spmm/program';
import { type Program, splat, threadPerElement } from '../wgsl';
import { MAX_INPUTS, type MaxInput, TIES_INPUTS, type TiesInput, WINS_INPUTS, type WinsInput } from './inputs';

export function maxProgram({ shapes, output }: Call<MaxInput>): Program {
  const { lanes, integers } = widths(output[1] ?? 0, headsOf(shapes));
  const term = `${factorOf(shapes)}x[${shapes.index ? 'index[p]' : 'p'} * uniforms.width + column]`;
  return threadPerElement({
    name: 'spmmMax',
    inputs: MAX_INPUTS.filter((name) => shapes[name]),
    reads: { x: lanes },
    writes: lanes,
    output,
    integers,
    body: `
      let row = thread / uniforms.width;
      let column = thread % uniforms.width;
      var most = ${splat(lanes, '0.0')};
      for (var p = pointer[row]; p < pointer[row + 1]; p = p + 1) {
        let term = ${term};
        most = select(max(most, term), term, p == pointer[row]);
      }
      result[thread] = most;
    `,
  });
}

export function tiesProgram({ shapes, output }: Call<TiesInput>): Program {
  const { lanes, integers } = widths(output[1] ?? 0, headsOf(shapes));
  const factor = factorOf(shapes);
  const far = 'index[p] * uniforms.width + column';
  const reaches = shapes.share ? `${factor}near[thread] == far[${far}]` : `${factor}far[${far}] == near[thread]`;
  const gain = shapes.share ? `${factor}share[${far}]` : splat(lanes, '1.0');
  return threadPerElement({
    name: 'spmmMaxTies',
    inputs: TIES_INPUTS.filter((name) => shapes[name]),
    reads: { near: lanes, far: lanes, share: lanes },
    writes: lanes,
    output,
    integers,
    body: `
      let segment = thread / uniforms.width;
      let column = thread % uniforms.width;
      var sum = ${splat(lanes, '0.0')};
      for (var p = pointer[segment]; p < pointer[segment + 1]; p = p + 1) {
        sum = sum + select(${splat(lanes, '0.0')}, ${gain}, ${reaches});
      }
      result[thread] = sum;
    `,
  });
}

export function winsProgram({ shapes, output }: Call<WinsInput>): Program {
  const heads = headsOf(shapes);
  return threadPerElement({
    name: 'spmmMaxWins',
    inputs: [...WINS_INPUTS],
    output,
    integers: { heads, width: (shapes.x?.[1] ?? 0) / heads },
    body: `
      let p = thread / uniforms.heads;
      let head = thread % uniforms.heads;
      let a = (row[p] * uniforms.heads + head) * uniforms.width;
      let b = (column[p] * uniforms.heads + head) * uniforms.width;
      var sum = 0.0;
      for (var c = 0; c < uniforms.width; c = c + 1) {
        if (value[thread] * x[b + c] == maximum[a + c]) { sum = sum + share[a + c] * x[b + c]; }
      }
      result[thread] = sum;
    `,
  });
}

function widths(columns: number, heads: number): { lanes: 1 | 4; integers: Record<string, number> } {
  const lanes = (columns / heads) % 4 === 0 ? 4 : 1;
  return { lanes, integers: { width: columns / lanes, heads, span: columns / heads / lanes } };
}
