import type { Stage } from '../stage';
import { ROW, TWEEN_ARRAYS, type Tween } from '../tween';

export const POINT_UNIFORMS = ['u_places', 'u_radii', 'u_colours', 'u_rows', 'u_progress'] as const;

type PointUniforms = Record<(typeof POINT_UNIFORMS)[number], WebGLUniformLocation | null>;

/**
 * The points of a tween as three textures, from which nodes and lines look up by index where they are: a step changes O(N)
 * numbers, however many lines there are, and lines keep nothing but the indices of their ends.
 */
export interface PointTextures {
  /** Gives the lookup of a program, now in use, its textures. */
  bind(uniforms: PointUniforms): void;
  /** Uploads what has changed since the last time, and says how far along the tween is. */
  update(stage: Stage, uniforms: PointUniforms): void;
  kill(): void;
}

/** GLSL that looks a point up: where it is in the frame, how large and of what colour; `u_progress` is how far along the tween is. */
export const POINT_LOOKUP = `
uniform highp sampler2D u_places;
uniform highp sampler2D u_radii;
uniform lowp sampler2D u_colours;
uniform int u_rows;
uniform float u_progress;

ivec2 texelOf(uint point) {
  return ivec2(int(point % ${ROW}u), int(point / ${ROW}u));
}

vec2 placeOf(uint point) {
  vec4 place = texelFetch(u_places, texelOf(point), 0);
  return mix(place.xy, place.zw, u_progress);
}

float radiusOf(uint point) {
  vec2 radius = texelFetch(u_radii, texelOf(point), 0).xy;
  return mix(radius.x, radius.y, u_progress);
}

vec4 colourOf(uint point) {
  ivec2 texel = texelOf(point);
  return mix(texelFetch(u_colours, texel, 0), texelFetch(u_colours, texel + ivec2(0, u_rows), 0), u_progress);
}
`;

export function createPointTextures(gl: WebGL2RenderingContext): PointTextures {
  const formats = {
    places: [gl.RGBA32F, gl.RGBA, gl.FLOAT],
    radii: [gl.RG32F, gl.RG, gl.FLOAT],
    colours: [gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE],
  } as const;
  const textures = TWEEN_ARRAYS.map((array, i) => ({
    array,
    format: formats[array],
    texture: gl.createTexture(),
    // Sigma itself uses unit 0.
    unit: i + 1,
    uniform: `u_${array}` as const,
    version: 0,
  }));
  let uploaded: Tween | null = null;

  function bind(uniforms: PointUniforms) {
    for (const { texture, unit, uniform } of textures) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.uniform1i(uniforms[uniform], unit);
    }
  }

  function update({ tween, progress }: Stage, uniforms: PointUniforms) {
    const fresh = tween !== uploaded;
    const rows = tween.places.length / 4 / ROW;
    for (const each of textures) {
      const { array, format, unit } = each;
      if (!fresh && each.version === tween.versions[array]) continue;
      gl.activeTexture(gl.TEXTURE0 + unit);
      if (fresh) neverFilter(gl);
      const [internal, layout, type] = format;
      // The colours of the tween's start stand above those of its end.
      const height = array === 'colours' ? 2 * rows : rows;
      gl.texImage2D(gl.TEXTURE_2D, 0, internal, ROW, height, 0, layout, type, tween[array]);
      each.version = tween.versions[array];
    }
    gl.uniform1i(uniforms.u_rows, rows);
    gl.uniform1f(uniforms.u_progress, progress);
    uploaded = tween;
  }

  function kill() {
    for (const { texture } of textures) gl.deleteTexture(texture);
  }

  return { bind, update, kill };
}

/** For the texture that is bound: its texels are looked up by number. */
export function neverFilter(gl: WebGL2RenderingContext): void {
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
