import type { RenderParams } from 'sigma/types';
import type { Stage } from '../stage';
import { createInstances } from './instances';
import { POINT_LOOKUP } from './point-textures';
import type { Drawing } from './sigma-program';

/**
 * Nine vertices a line: two triangles of its shaft and one of its head. A corner is how far along the part it is (0 or 1),
 * on which side of the middle (−1…1), and whether it belongs to the head.
 */
const CORNERS = Float32Array.of(
  ...[0, -1, 0, 1, -1, 0, 0, 1, 0],
  ...[0, 1, 0, 1, -1, 0, 1, 1, 0],
  ...[0, -1, 1, 0, 1, 1, 1, 0, 1],
);

const VERTEX = `${POINT_LOOKUP}
layout(location = 0) in vec3 a_corner;
layout(location = 1) in uvec2 a_ends;
layout(location = 2) in float a_radius;
layout(location = 3) in float a_offset;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_zoom;
uniform float u_rim;
uniform float u_spread;
uniform float u_width;
uniform float u_head;
uniform vec4 u_line;
out float v_side;
out float v_half;
out vec4 v_colour;

vec2 pixelsOf(vec2 place) {
  return (u_matrix * vec3(place * 0.5 + 0.5, 1.0)).xy * u_viewport * 0.5;
}

void main() {
  vec2 source = pixelsOf(placeOf(a_ends.x));
  vec2 target = pixelsOf(placeOf(a_ends.y));
  float length_ = distance(source, target);
  vec2 along = length_ > 0.0 ? (target - source) / length_ : vec2(0.0);
  vec2 across = vec2(-along.y, along.x);
  // One of several between the same nodes stands beside the middle.
  float beside = a_offset * u_spread;
  source += across * beside;
  target += across * beside;
  // The head stands at the rim of the target and shrinks on lines too short for it.
  float radius = a_radius * u_zoom + u_rim;
  float reach = sqrt(max(0.0, radius * radius - beside * beside));
  float head = min(u_head, max(0.0, length_ - reach) * 0.5);
  vec2 tip = target - along * (head > 0.0 ? reach : 0.0);
  vec2 neck = tip - along * head;
  bool isHead = a_corner.z > 0.5;
  v_half = (isHead ? head * 0.42 * (1.0 - a_corner.x) : u_width * 0.5);
  v_side = isHead ? 0.0 : a_corner.y * (v_half + 1.0);
  vec2 place = isHead
    ? mix(neck, tip, a_corner.x) + across * a_corner.y * v_half
    : mix(source, neck, a_corner.x) + across * v_side;
  gl_Position = vec4(place * 2.0 / u_viewport, 0.0, 1.0);
  float presence = min(colourOf(a_ends.x).a, colourOf(a_ends.y).a);
  // Faded nodes keep their edges in sight: the graph's shape stays.
  // A head is small: it is seen only when it is stronger than its line.
  float strength = isHead ? min(1.0, 2.2 * u_line.a) : u_line.a;
  v_colour = vec4(u_line.rgb, strength * mix(0.4, 1.0, presence));
  if (isHead) v_half = 1.0;
}`;

/** Thinner than a pixel is as wide as one and fainter. */
const FRAGMENT = `
in float v_side;
in float v_half;
in vec4 v_colour;
uniform float u_pixelRatio;
out vec4 colour;

void main() {
  float half_ = v_half * u_pixelRatio;
  float cover = clamp(max(half_, 0.5) + 0.5 - abs(v_side) * u_pixelRatio, 0.0, 1.0) * min(1.0, 2.0 * half_);
  float alpha = v_colour.a * cover;
  colour = vec4(v_colour.rgb * alpha, alpha);
}`;

const UNIFORMS = ['u_zoom', 'u_rim', 'u_spread', 'u_width', 'u_head', 'u_line', 'u_pixelRatio'] as const;

/** Bytes a line: the indices of its ends, the radius of its target, how far it stands beside the middle. */
const STRIDE = 16;

/** Edges or trails: they keep the indices of their ends and follow their points. */
export function createLines(gl: WebGL2RenderingContext, stage: Stage): Drawing {
  const all = createInstances(gl, stage, {
    vertex: VERTEX,
    fragment: FRAGMENT,
    uniforms: UNIFORMS,
    corners: CORNERS,
    cornerSize: 3,
    attributes: [
      { type: 'uint', size: 2, offset: 0 },
      { type: 'float', size: 1, offset: 8 },
      { type: 'float', size: 1, offset: 12 },
    ],
    stride: STRIDE,
    data: packed,
  });
  const { uniforms } = all;

  function render(params: RenderParams) {
    const { lines, look, nodeScale } = stage;
    if (lines.source.length === 0) return;
    const [red, green, blue, alpha] = look.line;
    const zoom = 1 / params.sizeRatio;
    all.begin(params);
    gl.uniform1f(uniforms.u_zoom, nodeScale * zoom);
    gl.uniform1f(uniforms.u_rim, look.outline * nodeScale);
    gl.uniform1f(uniforms.u_spread, Math.sqrt(zoom));
    gl.uniform1f(uniforms.u_width, look.lineWidth * Math.sqrt(zoom));
    gl.uniform1f(uniforms.u_head, lines.directed ? look.head * Math.sqrt(zoom) : 0);
    gl.uniform4f(uniforms.u_line, red / 255, green / 255, blue / 255, alpha / 255);
    gl.uniform1f(uniforms.u_pixelRatio, params.pixelRatio);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.drawArraysInstanced(gl.TRIANGLES, 0, lines.directed ? 9 : 6, lines.source.length);
    all.end();
  }

  return { render, kill: all.kill };
}

function packed({ lines: { source, target, offsets }, radii }: Stage): ArrayBuffer {
  const buffer = new ArrayBuffer(source.length * STRIDE);
  const ends = new Uint32Array(buffer);
  const numbers = new Float32Array(buffer);
  for (let line = 0; line < source.length; line++) {
    ends[4 * line] = source[line];
    ends[4 * line + 1] = target[line];
    numbers[4 * line + 2] = radii[target[line]] ?? 0;
    numbers[4 * line + 3] = offsets?.[line] ?? 0;
  }
  return buffer;
}
