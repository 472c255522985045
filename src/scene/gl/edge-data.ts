import type { Lines } from '../stage';

/** (L, 4) of each of these lines: the indices of its ends, the bits of how far it bends, and of its colour. */
export function edgeData({ source, target, offsets, colours }: Lines, lines: Int32Array): Uint32Array {
  const things = new Uint32Array(4 * lines.length);
  const numbers = new Float32Array(things.buffer);
  const bytes = new Uint8Array(things.buffer);
  lines.forEach((line, i) => {
    things[4 * i] = source[line];
    things[4 * i + 1] = target[line];
    numbers[4 * i + 2] = offsets?.[line] ?? 0;
    if (colours) bytes.set(colours.subarray(4 * line, 4 * line + 4), 16 * i + 12);
  });
  return things;
}

/** GLSL that reads it. */
export const EDGE_LOOKUP = `
uvec2 ends;
float bend;
vec4 ownColour;

void readLine() {
  uvec4 line = own();
  ends = line.xy;
  bend = uintBitsToFloat(line.z);
  ownColour = vec4(line.w & 255u, line.w >> 8 & 255u, line.w >> 16 & 255u, line.w >> 24) / 255.0;
}
`;

/** GLSL for a line's own colour, or the one that all have; without alpha there is none of its own. */
export const EDGE_COLOUR = `
uniform vec4 u_line;

vec4 edgeColour(vec4 own, uvec2 ends, float strength) {
  float presence = min(colourOf(ends.x).a, colourOf(ends.y).a);
  // Faded nodes keep their edges in sight: the graph's shape stays. Of those that are not meant at all hardly anything does.
  float seen = mix(0.1, mix(0.4, 1.0, presence), smoothstep(0.18, 0.34, presence));
  // A colour that says something is seen a little better than one that does not.
  float alpha = min(1.0, strength * u_line.a * mix(1.0, 1.6, own.a));
  return vec4(mix(u_line.rgb, own.rgb, own.a), alpha * seen);
}
`;

/** Thinner than a pixel is as wide as one and fainter. Messages glow where they are, on lines without direction both ways. */
export const EDGE_FRAGMENT = `
in float v_along;
in float v_side;
in float v_half;
in vec4 v_colour;
uniform float u_pixelRatio;
uniform float u_pulse;
uniform bool u_bothWays;
uniform vec3 u_ember;
out vec4 colour;

float glowAt(float place) {
  float away = (v_along - place) / 0.12;
  return exp(-away * away);
}

void main() {
  float half_ = v_half * u_pixelRatio;
  float cover = clamp(max(half_, 0.5) + 0.5 - abs(v_side) * u_pixelRatio, 0.0, 1.0) * min(1.0, 2.0 * half_);
  float glow = u_pulse < 0.0 ? 0.0 : max(glowAt(u_pulse), u_bothWays ? glowAt(1.0 - u_pulse) : 0.0);
  float alpha = min(1.0, v_colour.a * (1.0 + glow)) * cover;
  colour = vec4(mix(v_colour.rgb, u_ember, glow) * alpha, alpha);
}`;
