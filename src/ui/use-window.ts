import { type UIEvent, useState } from 'react';

/** Which of many things alike are in sight, along one way of scrolling. */
export interface Window {
  first: number;
  /** The one after the last. */
  end: number;
}

/** Shown on either side of what is in sight, so that scrolling and the Tab key find them there. */
const SPARE = 4;

/**
 * Those of `count` things that are in sight.
 *
 * @param offset pixels scrolled by. @param room pixels in sight. @param size pixels that each takes.
 */
export function windowOf(count: number, offset: number, room: number, size: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(offset / size)) - SPARE);
  return { first, end: Math.min(count, Math.ceil((offset + room) / size) + SPARE) };
}

/** How far an element is scrolled, to be told by its `onScroll`. */
export function useScrolled(): { left: number; top: number; onScroll: (event: UIEvent<HTMLElement>) => void } {
  const [{ left, top }, setScrolled] = useState({ left: 0, top: 0 });
  return {
    left,
    top,
    onScroll: ({ currentTarget }) => setScrolled({ left: currentTarget.scrollLeft, top: currentTarget.scrollTop }),
  };
}

/** Pixels that a row takes which is there to be hit: more for a finger. */
export function rowHeight(): number {
  return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches ? 44 : 24;
}
