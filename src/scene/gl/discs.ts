import type { RenderParams } from 'sigma/types';
import { PRESENT } from '../picking';
import type { Stage } from '../stage';
import { createInstances, THING_LOOKUP } from './instances';
import { POINT_LOOKUP } from './point-textures';
import type { Drawing } from './sigma-program';

const VERTEX = `${POINT_LOOKUP}${THING_LOOKUP}
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_zoom;
uniform float u_outline;
uniform bool u_faded;
uniform vec3 u_paper;
uniform vec3 u_ink;
out vec2 v_offset;
out float v_radius;
out float v_ring;
out vec3 v_colour;
out vec3 v_ink;

void main() {
  uint point = thing();
  vec4 colour = colourOf(point);
  if ((colour.a < ${PRESENT}) != u_faded) {
    // Not in this pass: outside of what is seen.
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  v_radius = radiusOf(point) * u_zoom;
  v_ring = own().x > 0u ? clamp(0.3 * v_radius, 1.0, 2.0) : 0.0;
  v_offset = corner().xy * (v_radius + 2.0 * v_ring + u_outline + 1.0);
  vec2 middle = (u_matrix * vec3(placeOf(point) * 0.5 + 0.5, 1.0)).xy;
  gl_Position = vec4(middle + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  v_colour = mix(u_paper, colour.rgb, colour.a);
  v_ink = mix(u_paper, u_ink, colour.a);
}`;

/** A disc with a rim of paper, which keeps overlapping nodes apart; around some a ring of ink, as far off as it is wide. */
const FRAGMENT = `
in vec2 v_offset;
in float v_radius;
in float v_ring;
in vec3 v_colour;
in vec3 v_ink;
uniform float u_pixelRatio;
uniform float u_outline;
uniform vec3 u_paper;
out vec4 colour;

void main() {
  float beyond = length(v_offset) - v_radius;
  float disc = clamp(0.5 - beyond * u_pixelRatio, 0.0, 1.0);
  float whole = clamp(0.5 - (beyond - 2.0 * v_ring - u_outline) * u_pixelRatio, 0.0, 1.0);
  float inRing = 0.5 * v_ring - abs(beyond - 1.5 * v_ring);
  float ring = v_ring > 0.0 ? clamp(0.5 + inRing * u_pixelRatio, 0.0, 1.0) : 0.0;
  colour = vec4(mix(mix(u_paper, v_colour, disc), v_ink, ring), 1.0) * whole;
}`;

const UNIFORMS = ['u_zoom', 'u_outline', 'u_faded', 'u_paper', 'u_ink', 'u_pixelRatio'] as const;

/** The square around a disc: two triangles. */
const CORNERS = Float32Array.of(...[-1, -1, 0, 1, -1, 0, -1, 1, 0], ...[-1, 1, 0, 1, -1, 0, 1, 1, 0]);

/** (N, 4) whether each node has a ring, first of four. */
function marksOf({ marks, nodeCount }: Stage): Uint32Array {
  const things = new Uint32Array(4 * nodeCount);
  if (marks) for (let node = 0; node < nodeCount; node++) things[4 * node] = marks[node];
  return things;
}

/** The nodes. */
export function createDiscs(gl: WebGL2RenderingContext, stage: Stage): Drawing {
  const discs = createInstances(gl, stage, {
    vertex: VERTEX,
    fragment: FRAGMENT,
    uniforms: UNIFORMS,
    corners: CORNERS,
    things: marksOf,
  });
  const { uniforms } = discs;

  function render(params: RenderParams) {
    if (stage.nodeCount === 0 || stage.lineSpan[0] > 0) return;
    const { look, nodeScale } = stage;
    discs.begin(params);
    gl.uniform1f(uniforms.u_zoom, nodeScale / params.sizeRatio);
    gl.uniform1f(uniforms.u_outline, look.outline * nodeScale);
    for (const [uniform, [red, green, blue]] of [
      [uniforms.u_paper, look.paper],
      [uniforms.u_ink, look.ink],
    ] as const) {
      gl.uniform3f(uniform, red / 255, green / 255, blue / 255);
    }
    gl.uniform1f(uniforms.u_pixelRatio, params.pixelRatio);
    // Faded nodes first: they never cover one that is there.
    for (const faded of stage.fading ? [1, 0] : [0]) {
      gl.uniform1i(uniforms.u_faded, faded);
      discs.draw([0, stage.nodeCount], CORNERS.length / 3);
    }
  }

  return { render, kill: discs.kill };
}
