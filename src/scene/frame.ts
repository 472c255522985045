/**
 * From the numbers of a layout or an embedding to the scene's frame: a square from −1 to 1 that what is drawn fits into.
 * The frame is fixed, so nothing that is drawn ever shifts the camera.
 */
export interface Framing {
  /** What stands at the middle of the frame. */
  centre: [number, number];
  /** Units of the data to half the frame. */
  scale: number;
  /** Half of the width and height that are used, 0…1; one of them is 1 unless there is only a point. */
  extent: Extent;
}

export interface Extent {
  x: number;
  y: number;
}

/** Frames (N, 2) coordinates by their bounding box. */
export function frameOf(positions: Float32Array): Framing {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    left = Math.min(left, positions[i]);
    right = Math.max(right, positions[i]);
    bottom = Math.min(bottom, positions[i + 1]);
    top = Math.max(top, positions[i + 1]);
  }
  if (left > right) return { centre: [0, 0], scale: 1, extent: { x: 0, y: 0 } };
  return framing([(left + right) / 2, (bottom + top) / 2], (right - left) / 2, (top - bottom) / 2);
}

/** A framing from its middle and the half width and half height, in units of the data, that must fit. */
export function framing(centre: [number, number], halfWidth: number, halfHeight: number): Framing {
  const scale = Math.max(halfWidth, halfHeight) || 1;
  return { centre, scale, extent: { x: halfWidth / scale, y: halfHeight / scale } };
}

/** The same frame, with as much more in view around it as further (N, 2) coordinates need. */
export function widened(frame: Framing, positions: Float32Array): Framing {
  const { centre, scale, extent } = frame;
  const most = [extent.x, extent.y];
  positions.forEach((value, i) => {
    most[i % 2] = Math.max(most[i % 2], Math.abs(value - centre[i % 2]) / scale);
  });
  return { ...frame, extent: { x: most[0], y: most[1] } };
}

/** Coordinates in the frame. @param positions (N, 2) @returns (N, 2) */
export function framed(positions: Float32Array, { centre, scale }: Framing): Float32Array {
  return positions.map((value, i) => (value - centre[i % 2]) / scale);
}

/** Room left free at the edges of a view, in pixels: for its heading, its caption and the outermost nodes. */
export interface Inset {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface CameraPlace {
  x: number;
  y: number;
  ratio: number;
}

/**
 * Where Sigma's camera must be for the extent to fill a viewport inside its inset. Sigma shows `smaller side / ratio` pixels
 * to one unit of its own square, whose 0…1 is the frame's −1…1, with the camera's place at the middle of the viewport.
 */
export function homeCamera(extent: Extent, width: number, height: number, inset: Inset): CameraPlace {
  const free = (side: number, before: number, after: number) => Math.max(side / 4, side - before - after);
  const acrossFit = free(width, inset.left, inset.right) / 2 / (extent.x || 1e-6);
  const downFit = free(height, inset.top, inset.bottom) / 2 / (extent.y || 1e-6);
  const smaller = Math.min(width, height);
  const pixelsPerUnit = Math.min(acrossFit, downFit, smaller);
  const ratio = smaller / (2 * pixelsPerUnit);
  const shift = ratio / smaller;
  return {
    x: 0.5 - ((inset.left - inset.right) / 2) * shift,
    y: 0.5 + ((inset.top - inset.bottom) / 2) * shift,
    ratio,
  };
}
