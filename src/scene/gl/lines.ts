/**
 * Nine vertices a straight line: two triangles of its shaft and one of its head. A corner is how far along the part it is (0 or
 * 1), on which side of the middle (−1…1), and whether it belongs to the head.
 */
export const LINE_CORNERS = Float32Array.of(
  ...[0, -1, 0, 1, -1, 0, 0, 1, 0],
  ...[0, 1, 0, 1, -1, 0, 1, 1, 0],
  ...[0, -1, 1, 0, 1, 1, 1, 0, 1],
);

/** In pixels: from the source to the neck of the head, which stands at the rim of the target and shrinks on lines too short for it. */
export const LINE_SHAPE = `
void main() {
  readLine();
  vec3 at = corner();
  vec2 source = pixelsOf(placeOf(ends.x));
  vec2 target = pixelsOf(placeOf(ends.y));
  float length_ = distance(source, target);
  vec2 along = length_ > 0.0 ? (target - source) / length_ : vec2(0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach = radiusOf(ends.y) * u_zoom + u_rim;
  float head = min(u_head, max(0.0, length_ - reach) * 0.5);
  vec2 tip = target - along * (head > 0.0 ? reach : 0.0);
  vec2 neck = tip - along * head;
  bool isHead = at.z > 0.5;
  v_along = isHead ? 1.0 : at.x;
  v_half = isHead ? head * 0.42 * (1.0 - at.x) : u_width * 0.5;
  v_side = isHead ? 0.0 : at.y * (v_half + 1.0);
  vec2 place = isHead
    ? mix(neck, tip, at.x) + across * at.y * v_half
    : mix(source, neck, at.x) + across * v_side;
  finish(place, isHead);
}`;
