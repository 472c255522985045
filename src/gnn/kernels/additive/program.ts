import type { Call } from '../register';
import { type Program, splat, threadPerElement } from '../wgsl';
import { SCORE_INPUTS, type ScoreInput, TURN_INPUTS, type TurnInput } from './inputs';

/** One thread an entry and head. */
export function scoreProgram({ shapes, attributes: { heads, slope }, output }: Call<ScoreInput>): Program {
  const width = (shapes.left?.[1] ?? 0) / heads;
  const lanes = width % 4 === 0 ? 4 : 1;
  const term = (weight: string) => `${weight} * select(uniforms.slope * z, z, z > ${splat(lanes, '0.0')})`;
  return threadPerElement({
    name: 'additiveScore',
    inputs: [...SCORE_INPUTS],
    reads: { left: lanes, right: lanes, attention: lanes },
    output,
    integers: { heads, width: width / lanes },
    floats: { slope },
    body: `
      let p = thread / uniforms.heads;
      let head = thread % uniforms.heads;
      let a = (row[p] * uniforms.heads + head) * uniforms.width;
      let b = (column[p] * uniforms.heads + head) * uniforms.width;
      var sum = ${splat(lanes, '0.0')};
      for (var c = 0; c < uniforms.width; c = c + 1) {
        let z = left[a + c] + right[b + c];
        sum = sum + ${term('attention[head * uniforms.width + c]')};
      }
      result[thread] = ${lanes === 4 ? 'dot(sum, vec4<f32>(1.0))' : 'sum'};
    `,
  });
}

/** One thread a segment and column, or four columns where a head's width divides by 4. */
export function turnProgram({ shapes, attributes: { slope, value }, output }: Call<TurnInput>): Program {
  const [, columns = 0] = output;
  const heads = shapes.dy?.[1] ?? 1;
  const lanes = (columns / heads) % 4 === 0 ? 4 : 1;
  const one = splat(lanes, '1.0');
  const turn = value ? 'select(uniforms.slope * z, z, up)' : `select(uniforms.slope * ${one}, ${one}, up)`;
  return threadPerElement({
    name: 'additiveTurn',
    inputs: TURN_INPUTS.filter((name) => shapes[name]),
    reads: { near: lanes, far: lanes },
    writes: lanes,
    output,
    integers: { width: columns / lanes, heads, span: columns / heads / lanes },
    floats: { slope },
    body: `
      let segment = thread / uniforms.width;
      let column = thread % uniforms.width;
      let head = column / uniforms.span;
      var sum = ${splat(lanes, '0.0')};
      for (var p = pointer[segment]; p < pointer[segment + 1]; p = p + 1) {
        let z = near[thread] + far[index[p] * uniforms.width + column];
        let up = z > ${splat(lanes, '0.0')};
        sum = sum + dy[${shapes.entry ? 'entry[p]' : 'p'} * uniforms.heads + head] * ${turn};
      }
      result[thread] = sum;
    `,
  });
}
