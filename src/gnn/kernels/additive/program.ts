import type { Call } from '../register';
import { type Program, splat, threadPerElement } from '../wgsl';
import { SCORE_INPUTS, type ScoreInput, TURN_INPUTS, type TurnInput } from './inputs';

/** One thread an entry and head. */
export function scoreProgram({ shapes, attributes: { heads, slope, derivative }, output }: Call<ScoreInput>): Program {
  const columns = shapes.left?.[1] ?? 0;
  const lanes = (columns / heads) % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'additiveScore',
    inputs: SCORE_INPUTS.filter((name) => shapes[name]),
    reads: { left: lanes, right: lanes, weights: lanes },
    output,
    integers: { heads, width: columns / lanes, span: columns / heads / lanes, features: shapes.edges?.[1] ?? 0 },
    floats: { slope },
    body: `
      let p = thread / uniforms.heads;
      let first = thread % uniforms.heads * uniforms.span;
      var sum = ${splat(lanes, '0.0')};
      for (var c = first; c < first + uniforms.span; c = c + 1) {
        var z = left[row[p] * uniforms.width + c] + right[column[p] * uniforms.width + c];
        ${edgeTerm(shapes, 'c')}
        sum = sum + weights[c] * ${leaky(lanes, derivative)};
      }
      result[thread] = ${lanes === 4 ? 'dot(sum, vec4<f32>(1.0))' : 'sum'};
    `,
  });
}

/** One thread a segment and column, or four columns where a head's width divides by 4. */
export function turnProgram({ shapes, attributes: { slope, derivative }, output }: Call<TurnInput>): Program {
  const [, columns = 0] = output;
  const heads = shapes.dy?.[1] ?? 1;
  const lanes = (columns / heads) % 4 === 0 ? 4 : 1;
  return threadPerElement({
    name: 'additiveTurn',
    inputs: TURN_INPUTS.filter((name) => shapes[name]),
    reads: { near: lanes, far: lanes, weights: lanes },
    writes: lanes,
    output,
    integers: { heads, width: columns / lanes, span: columns / heads / lanes, features: shapes.edges?.[1] ?? 0 },
    floats: { slope },
    body: `
      let segment = thread / uniforms.width;
      let column = thread % uniforms.width;
      let head = column / uniforms.span;
      var sum = ${splat(lanes, '0.0')};
      for (var p = pointer[segment]; p < pointer[segment + 1]; p = p + 1) {
        var z = near[thread] + far[index[p] * uniforms.width + column];
        ${edgeTerm(shapes, 'column')}
        sum = sum + dy[p * uniforms.heads + head] * ${leaky(lanes, derivative)};
      }
      result[thread] = sum;
    `,
  });
}

/** Adds to z what the features of entry p say in `column`. */
function edgeTerm(shapes: Call<'edges'>['shapes'], column: string): string {
  if (!shapes.edges) return '';
  return `
    for (var d = 0; d < uniforms.features; d = d + 1) {
      z = z + edges[p * uniforms.features + d] * weights[(d + 1) * uniforms.width + ${column}];
    }`;
}

/** The leaky ReLU of z, or its slope there. */
function leaky(lanes: 1 | 4, derivative: number): string {
  const up = derivative ? splat(lanes, '1.0') : 'z';
  return `select(uniforms.slope * ${up}, ${up}, z > ${splat(lanes, '0.0')})`;
}
