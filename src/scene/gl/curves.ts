/** Pieces of a curve. */
const PIECES = 20;

/** As of a straight line (see `LINE_CORNERS`), with a shaft of so many pieces, each as far along as it is. */
export const CURVE_CORNERS = Float32Array.from([
  ...Array.from({ length: PIECES }, (_, piece) => {
    const [start, end] = [piece / PIECES, (piece + 1) / PIECES];
    return [start, -1, 0, end, -1, 0, start, 1, 0, start, 1, 0, end, -1, 0, end, 1, 0];
  }).flat(),
  ...[0, -1, 1, 0, 1, 1, 1, 0, 1],
]);

/**
 * A cubic Bézier curve: between two nodes it bends off the straight line by the offset at its middle; from a node to itself it is
 * a loop over its shoulder, and further ones stand around the node.
 */
export const CURVE_SHAPE = `
vec2 bezier(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float s = 1.0 - t;
  return s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d;
}

vec2 slope(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float s = 1.0 - t;
  return s * s * (b - a) + 2.0 * s * t * (c - b) + t * t * (d - c);
}

void main() {
  readLine();
  vec3 at = corner();
  vec2 source = pixelsOf(placeOf(ends.x));
  vec2 target = pixelsOf(placeOf(ends.y));
  float radius = radiusOf(ends.y) * u_zoom + u_rim;
  vec2 first;
  vec2 second;
  if (ends.x == ends.y) {
    float angle = 2.2 + bend * 0.06;
    float size = 2.4 * radius + 14.0;
    first = source + size * vec2(cos(angle + 0.5), sin(angle + 0.5));
    second = source + size * vec2(cos(angle - 0.5), sin(angle - 0.5));
  } else {
    vec2 way = target - source;
    float length_ = max(length(way), 1e-6);
    // Short ones bend less: a curve is never rounder than a half circle.
    float off = clamp(bend * u_spread, -0.5 * length_, 0.5 * length_) * 4.0 / 3.0;
    vec2 aside = vec2(-way.y, way.x) / length_ * off;
    first = source + way / 3.0 + aside;
    second = source + way * 2.0 / 3.0 + aside;
  }
  // Near its end a curve is its last tangent, three times as long.
  vec2 last = target - second;
  float far = max(length(last), 1e-6);
  vec2 along = last / far;
  float head = min(u_head, max(0.0, 3.0 * far - radius) * 0.5);
  float stop = head > 0.0 ? 1.0 - (radius + head) / (3.0 * far) : 1.0;
  vec2 tip = target - along * radius;
  vec2 neck = bezier(source, first, second, target, stop);
  bool isHead = at.z > 0.5;
  v_along = isHead ? 1.0 : at.x;
  v_half = isHead ? head * 0.42 * (1.0 - at.x) : u_width * 0.5;
  v_side = isHead ? 0.0 : at.y * (v_half + 1.0);
  float t = at.x * stop;
  vec2 direction = isHead ? tip - neck : slope(source, first, second, target, t);
  vec2 across = vec2(-direction.y, direction.x) / max(length(direction), 1e-6);
  vec2 place = isHead
    ? mix(neck, tip, at.x) + across * at.y * v_half
    : bezier(source, first, second, target, t) + across * v_side;
  finish(place, isHead);
}`;
