import type { Stage } from '../stage';
import { ROW, type Tween } from '../tween';

export const POINT_UNIFORMS = ['u_places', 'u_colours', 'u_rows', 'u_progress'] as const;

type PointUniforms = Record<(typeof POINT_UNIFORMS)[number], WebGLUniformLocation | null>;

/**
 * The points of a tween as two textures, from which nodes and lines look up by index where they are: a step changes O(N)
 * numbers, however many lines there are, and lines keep nothing but the indices of their ends.
 */
export interface PointTextures {
  /** Uploads what has changed since the last time, and gives the lookup of the program in use what it needs. */
  bind(stage: Stage, uniforms: PointUniforms): void;
  kill(): void;
}

/** Units of the two textures. Sigma itself uses unit 0. */
const PLACES_UNIT = 1;
const COLOURS_UNIT = 2;

/** GLSL that looks a point up: where it is in the frame, and its colour; `u_progress` is how far along the tween is. */
export const POINT_LOOKUP = `
uniform highp sampler2D u_places;
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

vec4 colourOf(uint point) {
  ivec2 texel = texelOf(point);
  return mix(texelFetch(u_colours, texel, 0), texelFetch(u_colours, texel + ivec2(0, u_rows), 0), u_progress);
}
`;

export function createPointTextures(gl: WebGL2RenderingContext): PointTextures {
  const places = gl.createTexture();
  const colours = gl.createTexture();
  let uploaded: Tween | null = null;
  let placesVersion = 0;
  let coloursVersion = 0;

  function bind({ tween, progress }: Stage, uniforms: PointUniforms) {
    const fresh = tween !== uploaded;
    const rows = tween.places.length / 4 / ROW;
    gl.activeTexture(gl.TEXTURE0 + PLACES_UNIT);
    gl.bindTexture(gl.TEXTURE_2D, places);
    if (fresh || placesVersion !== tween.placesVersion) {
      if (fresh) plain();
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, ROW, rows, 0, gl.RGBA, gl.FLOAT, tween.places);
    }
    gl.activeTexture(gl.TEXTURE0 + COLOURS_UNIT);
    gl.bindTexture(gl.TEXTURE_2D, colours);
    if (fresh || coloursVersion !== tween.coloursVersion) {
      if (fresh) plain();
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, ROW, 2 * rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, tween.colours);
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform1i(uniforms.u_places, PLACES_UNIT);
    gl.uniform1i(uniforms.u_colours, COLOURS_UNIT);
    gl.uniform1i(uniforms.u_rows, rows);
    gl.uniform1f(uniforms.u_progress, progress);
    uploaded = tween;
    placesVersion = tween.placesVersion;
    coloursVersion = tween.coloursVersion;
  }

  /** Texels are looked up by number, never filtered. */
  function plain() {
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  function kill() {
    gl.deleteTexture(places);
    gl.deleteTexture(colours);
  }

  return { bind, kill };
}
