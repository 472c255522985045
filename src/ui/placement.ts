/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Placement {
  left: number;
  top: number;
  /** The room there is; what is larger scrolls inside. */
  maxHeight: number;
}

const MARGIN = 8;

/**
 * Where a floating box goes: under its anchor and flush with its left edge, above it when there is more room there and the
 * box does not fit below, and always inside the window.
 */
export function place(
  anchor: Box,
  box: { width: number; height: number },
  window: { width: number; height: number },
): Placement {
  const below = window.height - (anchor.top + anchor.height) - 2 * MARGIN;
  const above = anchor.top - 2 * MARGIN;
  const goesAbove = box.height > below && above > below;
  const maxHeight = Math.max(0, goesAbove ? above : below);
  const height = Math.min(box.height, maxHeight);
  const left = Math.max(MARGIN, Math.min(anchor.left, window.width - box.width - MARGIN));
  const top = goesAbove ? anchor.top - MARGIN - height : anchor.top + anchor.height + MARGIN;
  return { left, top, maxHeight };
}

/** Moves a popover that is already showing next to its anchor. */
export function placeAt(anchor: Element, floating: HTMLElement): void {
  floating.style.maxHeight = '';
  const { left, top, width, height } = anchor.getBoundingClientRect();
  const size = { width: floating.offsetWidth, height: floating.offsetHeight };
  const placement = place({ left, top, width, height }, size, { width: innerWidth, height: innerHeight });
  floating.style.left = `${placement.left}px`;
  floating.style.top = `${placement.top}px`;
  floating.style.maxHeight = `${placement.maxHeight}px`;
}
