/** The kept epoch nearest to one; the earlier of two that are as near. Null where none is kept. */
export function nearestKept(kept: readonly number[], epoch: number): number | null {
  return kept.reduce<number | null>(
    (nearest, one) => (nearest === null || Math.abs(one - epoch) < Math.abs(nearest - epoch) ? one : nearest),
    null,
  );
}

/** The kept epoch that a key of a slider goes to; null for keys that it does not answer, and where there is no further one. */
export function keptByKey(kept: readonly number[], epoch: number, key: string): number | null {
  const before = kept.filter((one) => one < epoch);
  const after = kept.filter((one) => one > epoch);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return before.at(-1) ?? null;
    case 'ArrowRight':
    case 'ArrowUp':
      return after[0] ?? null;
    case 'PageDown':
      return before.at(-5) ?? before[0] ?? null;
    case 'PageUp':
      return after[4] ?? after.at(-1) ?? null;
    case 'Home':
      return before[0] ?? null;
    case 'End':
      return after.at(-1) ?? null;
    default:
      return null;
  }
}
