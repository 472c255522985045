/**
 * Where M points are, how large and of what colour, on the way from one state to the next. Both ends are held, laid out as
 * the textures want them, so that a frame of the motion is one number: how far along it is.
 */
export interface Tween {
  pointCount: number;
  /** (C, 4): from x, from y, to x, to y; C ≥ M, whole rows of the texture. */
  places: Float32Array;
  /** (C, 2): radius to come from, radius to go to, in pixels at the home camera. */
  radii: Float32Array;
  /** (2, C, 4) RGBA bytes: the colours to come from, then those to go to. Alpha is presence: 255 there, less is faded. */
  colours: Uint8Array;
  /** When the motion began and how long it takes, in milliseconds; 0 when there is none. */
  start: number;
  duration: number;
  /** Count the changes of each array, so that only what changed is uploaded. */
  versions: Record<TweenArray, number>;
}

export const TWEEN_ARRAYS = ['places', 'radii', 'colours'] as const;
export type TweenArray = (typeof TWEEN_ARRAYS)[number];

/** Points in a row of the texture. */
export const ROW = 1024;

export function createTween(pointCount: number): Tween {
  const capacity = Math.max(1, Math.ceil(pointCount / ROW)) * ROW;
  return {
    pointCount,
    places: new Float32Array(4 * capacity),
    radii: new Float32Array(2 * capacity),
    colours: new Uint8Array(8 * capacity).fill(255),
    start: 0,
    duration: 0,
    versions: { places: 1, radii: 1, colours: 1 },
  };
}

/** How long a step takes. */
export const STEP_MS = 300;

/** Fast at first: what was asked for is on its way at once. */
export function stepEasing(t: number): number {
  return 1 - (1 - t) ** 3;
}

/** How far along the motion is at `now`, eased: 0 at its start, 1 from its end on. */
export function progressOf(tween: Tween, now: number): number {
  if (tween.duration <= 0 || now >= tween.start + tween.duration) return 1;
  return stepEasing(Math.max(0, now - tween.start) / tween.duration);
}

export interface TweenTarget {
  /** (M, 2); left out: the points go on to where they were going. */
  places?: Float32Array;
  /** (≤ M) of the first points; the others, or all when left out, stay on their way. */
  radii?: Float32Array;
  /** (≤ M, 4) RGBA bytes of the first points; the others, or all when left out, go on to the colours they were going to. */
  colours?: Uint8Array | Uint8ClampedArray;
}

/** Sets out for `target` from wherever the points stand at `now`; a duration of 0 puts them there at once. */
export function retarget(tween: Tween, target: TweenTarget, now: number, duration: number): void {
  const { pointCount, places, radii, colours } = tween;
  const u = progressOf(tween, now);
  const moves = duration > 0;
  sendOn(places, 2, target.places, pointCount, u, moves);
  sendOn(radii, 1, target.radii, pointCount, u, moves);
  const half = colours.length / 2;
  const shades = target.colours;
  for (let c = 0; c < 4 * pointCount; c++) {
    const end = shades && c < shades.length ? shades[c] : colours[half + c];
    colours[c] = moves ? Math.round(colours[c] + (colours[half + c] - colours[c]) * u) : end;
    colours[half + c] = end;
  }
  tween.start = now;
  tween.duration = duration;
  for (const array of TWEEN_ARRAYS) tween.versions[array]++;
}

/** @param ends (C, 2 · size): each point's start becomes where it is now, its end what `goal` says or what it was. */
function sendOn(
  ends: Float32Array,
  size: 1 | 2,
  goal: Float32Array | undefined,
  points: number,
  u: number,
  moves: boolean,
): void {
  for (let i = 0; i < points; i++) {
    for (let axis = 0; axis < size; axis++) {
      const from = 2 * size * i + axis;
      const to = from + size;
      const place = size * i + axis;
      const end = goal && place < goal.length ? goal[place] : ends[to];
      ends[from] = moves ? ends[from] + (ends[to] - ends[from]) * u : end;
      ends[to] = end;
    }
  }
}

/** Puts the points somewhere at once, while their colours go on. */
export function place(tween: Tween, positions: Float32Array): void {
  for (let i = 0; i < tween.pointCount; i++) {
    tween.places[4 * i] = tween.places[4 * i + 2] = positions[2 * i];
    tween.places[4 * i + 1] = tween.places[4 * i + 3] = positions[2 * i + 1];
  }
  tween.versions.places++;
}

/** Puts one point somewhere at once. */
export function placeOne(tween: Tween, point: number, x: number, y: number): void {
  tween.places.set([x, y, x, y], 4 * point);
  tween.versions.places++;
}

/** Where one point is when the motion is `u` of the way along. */
export function placeAt(tween: Tween, point: number, u: number): { x: number; y: number } {
  const { places } = tween;
  const i = 4 * point;
  return {
    x: places[i] + (places[i + 2] - places[i]) * u,
    y: places[i + 1] + (places[i + 3] - places[i + 1]) * u,
  };
}

/** Radius of one point when the motion is `u` of the way along, in pixels at the home camera. */
export function radiusAt({ radii }: Tween, point: number, u: number): number {
  return radii[2 * point] + (radii[2 * point + 1] - radii[2 * point]) * u;
}

/** (4) RGBA bytes of one point when the motion is `u` of the way along. */
export function colourAt(tween: Tween, point: number, u: number): [number, number, number, number] {
  const { colours } = tween;
  const half = colours.length / 2;
  const channel = (c: number) => {
    const from = colours[4 * point + c];
    return Math.round(from + (colours[half + 4 * point + c] - from) * u);
  };
  return [channel(0), channel(1), channel(2), channel(3)];
}

/** Whether any point is faded at either end of the motion. */
export function hasFaded({ colours, pointCount }: Tween): boolean {
  const half = colours.length / 2;
  for (let i = 3; i < 4 * pointCount; i += 4) if (colours[i] < 255 || colours[half + i] < 255) return true;
  return false;
}
