/** Path data of shapes that a canvas has calls for. All numbers are pixels of the picture. */

/** @param first whether the path begins with it. @param back whether it runs against the clock. */
export function arcPath(
  first: boolean,
  x: number,
  y: number,
  radius: number,
  from: number,
  to: number,
  back: boolean,
): string {
  const r = short(Math.max(0, radius));
  const on = (angle: number) => `${short(x + radius * Math.cos(angle))} ${short(y + radius * Math.sin(angle))}`;
  const way = (large: 0 | 1, angle: number) => `A${r} ${r} 0 ${large} ${back ? 0 : 1} ${on(angle)}`;
  const start = `${first ? 'M' : 'L'}${on(from)}`;
  const turn = back ? from - to : to - from;
  // A whole turn ends where it began, which one arc cannot say.
  if (turn >= 2 * Math.PI - 1e-9) return `${start}${way(0, from + Math.PI)}${way(0, from)}Z`;
  // A canvas takes angles that lie behind for those a turn further on.
  const onward = turn - 2 * Math.PI * Math.floor(turn / (2 * Math.PI));
  return `${start}${way(onward > Math.PI ? 1 : 0, to)}`;
}

export function roundRectPath(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  if (r === 0) return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  const corner = (dx: number, dy: number) => `a${short(r)} ${short(r)} 0 0 1 ${short(dx)} ${short(dy)}`;
  const [long, high] = [short(width - 2 * r), short(height - 2 * r)];
  return `M${short(x + r)} ${short(y)}h${long}${corner(r, r)}v${high}${corner(-r, r)}h-${long}${corner(-r, -r)}v-${high}${corner(r, -r)}Z`;
}

/** To a hundredth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
