import type { RenderParams } from 'sigma/types';
import type { Stage } from '../stage';
import { ROW } from '../tween';
import { createPointTextures, neverFilter, POINT_UNIFORMS } from './point-textures';
import { createProgram, uniformsOf } from './program';

/** A small shape that is drawn once for each of many things, and what is known of each of them. */
interface Shape<Name extends string> {
  vertex: string;
  fragment: string;
  /** Uniforms of its own, beside those that every shape has. */
  uniforms: readonly Name[];
  /** (V, 3) the corners of its triangles. */
  corners: Float32Array;
  /** (T, 4) what each thing has of its own; asked for again when the stage's shape has changed. */
  things(stage: Stage): Uint32Array;
}

const SHARED_UNIFORMS = [
  ...POINT_UNIFORMS,
  ...(['u_matrix', 'u_viewport', 'u_corners', 'u_things', 'u_vertices'] as const),
] as const;

/**
 * GLSL: which corner of which thing a vertex is, and what the thing has of its own. By number and without attributes: as
 * instances of a few corners each, many things take a device, and graphics in software above all, several times as long.
 */
export const THING_LOOKUP = `
uniform highp sampler2D u_corners;
uniform highp usampler2D u_things;
uniform int u_vertices;

uint thing() {
  return uint(gl_VertexID / u_vertices);
}

vec3 corner() {
  return texelFetch(u_corners, ivec2(gl_VertexID % u_vertices, 0), 0).xyz;
}

uvec4 own() {
  return texelFetch(u_things, ivec2(int(thing() % ${ROW}u), int(thing() / ${ROW}u)), 0);
}
`;

/** Texture units after those of the points. */
const UNITS = { corners: 4, things: 5 };

export interface Instances<Name extends string> {
  uniforms: Record<Name, WebGLUniformLocation | null>;
  /** Makes everything ready for `draw`: the data on the device, the program in use, the shared uniforms set. */
  begin(params: RenderParams): void;
  /** @param things from which to before which. @param vertices of each, from the first on. */
  draw(things: [from: number, to: number], vertices: number): void;
  kill(): void;
}

export function createInstances<Name extends string>(
  gl: WebGL2RenderingContext,
  stage: Stage,
  shape: Shape<Name>,
): Instances<Name> {
  const program = createProgram(gl, shape.vertex, shape.fragment);
  const uniforms = uniformsOf(gl, program, [...SHARED_UNIFORMS, ...shape.uniforms]);
  const points = createPointTextures(gl);
  const textures = { corners: gl.createTexture(), things: gl.createTexture() };
  const none = gl.createVertexArray();
  let shapeVersion = 0;

  use();
  gl.activeTexture(gl.TEXTURE0 + UNITS.corners);
  neverFilter(gl);
  const corners = withAlpha(shape.corners);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, corners.length / 4, 1, 0, gl.RGBA, gl.FLOAT, corners);
  gl.activeTexture(gl.TEXTURE0 + UNITS.things);
  neverFilter(gl);

  function use() {
    gl.useProgram(program);
    gl.bindVertexArray(none);
    points.bind(uniforms);
    for (const name of ['corners', 'things'] as const) {
      gl.activeTexture(gl.TEXTURE0 + UNITS[name]);
      gl.bindTexture(gl.TEXTURE_2D, textures[name]);
      gl.uniform1i(uniforms[`u_${name}`], UNITS[name]);
    }
    gl.enable(gl.BLEND);
  }

  function begin(params: RenderParams) {
    // Most contexts have one program: what it needs stays as it is from frame to frame.
    if (gl.getParameter(gl.CURRENT_PROGRAM) !== program) use();
    points.update(stage, uniforms);
    if (shapeVersion !== stage.shapeVersion) {
      const things = inRows(shape.things(stage));
      const rows = things.length / 4 / ROW;
      gl.activeTexture(gl.TEXTURE0 + UNITS.things);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, ROW, rows, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, things);
      shapeVersion = stage.shapeVersion;
    }
    gl.uniformMatrix3fv(uniforms.u_matrix, false, params.matrix);
    gl.uniform2f(uniforms.u_viewport, params.width, params.height);
  }

  function draw([from, to]: [number, number], vertices: number) {
    gl.uniform1i(uniforms.u_vertices, vertices);
    gl.drawArrays(gl.TRIANGLES, from * vertices, (to - from) * vertices);
  }

  function kill() {
    points.kill();
    gl.deleteVertexArray(none);
    for (const texture of Object.values(textures)) gl.deleteTexture(texture);
    gl.deleteProgram(program);
  }

  return { uniforms, begin, draw, kill };
}

/** (V, 4) of (V, 3). */
function withAlpha(corners: Float32Array): Float32Array {
  return Float32Array.from({ length: (corners.length / 3) * 4 }, (_, i) =>
    i % 4 === 3 ? 0 : corners[3 * (i >> 2) + (i % 4)],
  );
}

/** Filled up to whole rows of texels, one at least. */
function inRows(things: Uint32Array): Uint32Array {
  const size = 4 * ROW;
  const whole = new Uint32Array(Math.max(1, Math.ceil(things.length / size)) * size);
  whole.set(things);
  return whole;
}
