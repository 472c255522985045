/** Alpha of a node that is not meant: the filter holds it back, or others are selected. */
export const DIMMED = 40;

/** (N, 4) the same colours with all dimmed that is not kept. @param kept (N) 1 or 0, or null where all are. */
export function dimmed(colours: Uint8ClampedArray, kept: Uint8Array | null): Uint8ClampedArray {
  if (!kept) return colours;
  const shown = colours.slice();
  for (let node = 0; node < kept.length; node++) if (kept[node] === 0) shown[4 * node + 3] = DIMMED;
  return shown;
}
