import type { RenderParams } from 'sigma/types';
import type { Stage } from '../stage';
import { createPointTextures, POINT_UNIFORMS } from './point-textures';
import { createProgram, uniformsOf } from './program';

/** A small shape that is drawn once for each of many things, and what is known of each of them. */
interface Shape<Name extends string> {
  vertex: string;
  fragment: string;
  /** Uniforms of its own, beside those that every shape has. */
  uniforms: readonly Name[];
  /** Attribute 0: the corners of the triangles, so many numbers each. */
  corners: Float32Array;
  cornerSize: number;
  /** What each thing has of its own; absent where its number is all. */
  things?: Things;
}

interface Things {
  /** Attributes 1, 2, …, one thing every `stride` bytes of the data; bytes arrive as 0…1. */
  attributes: readonly { type: 'float' | 'uint' | 'byte'; size: number; offset: number }[];
  stride: number;
  /** Asked for again when the stage's shape has changed. */
  data(stage: Stage): ArrayBuffer;
}

const SHARED_UNIFORMS = [...POINT_UNIFORMS, 'u_matrix', 'u_viewport'] as const;

export interface Instances<Name extends string> {
  uniforms: Record<Name, WebGLUniformLocation | null>;
  /** Makes everything ready for a draw call: the data on the device, the program in use, the shared uniforms set. */
  begin(params: RenderParams): void;
  end(): void;
  kill(): void;
}

export function createInstances<Name extends string>(
  gl: WebGL2RenderingContext,
  stage: Stage,
  shape: Shape<Name>,
): Instances<Name> {
  const { things } = shape;
  const program = createProgram(gl, shape.vertex, shape.fragment);
  const uniforms = uniformsOf(gl, program, [...SHARED_UNIFORMS, ...shape.uniforms]);
  const points = createPointTextures(gl);
  const corners = gl.createBuffer();
  const data = gl.createBuffer();
  const vertices = gl.createVertexArray();
  let shapeVersion = 0;

  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, shape.corners, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, shape.cornerSize, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, data);
  things?.attributes.forEach(({ type, size, offset }, i) => {
    gl.enableVertexAttribArray(i + 1);
    if (type === 'uint') gl.vertexAttribIPointer(i + 1, size, gl.UNSIGNED_INT, things.stride, offset);
    else
      gl.vertexAttribPointer(i + 1, size, type === 'byte' ? gl.UNSIGNED_BYTE : gl.FLOAT, true, things.stride, offset);
    gl.vertexAttribDivisor(i + 1, 1);
  });
  gl.bindVertexArray(null);

  function begin(params: RenderParams) {
    if (things && shapeVersion !== stage.shapeVersion) {
      gl.bindBuffer(gl.ARRAY_BUFFER, data);
      gl.bufferData(gl.ARRAY_BUFFER, things.data(stage), gl.STATIC_DRAW);
      shapeVersion = stage.shapeVersion;
    }
    gl.useProgram(program);
    gl.bindVertexArray(vertices);
    points.bind(stage, uniforms);
    gl.uniformMatrix3fv(uniforms.u_matrix, false, params.matrix);
    gl.uniform2f(uniforms.u_viewport, params.width, params.height);
    gl.enable(gl.BLEND);
  }

  function kill() {
    points.kill();
    gl.deleteVertexArray(vertices);
    gl.deleteBuffer(corners);
    gl.deleteBuffer(data);
    gl.deleteProgram(program);
  }

  return { uniforms, begin, end: () => gl.bindVertexArray(null), kill };
}
