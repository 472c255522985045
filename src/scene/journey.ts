import type { Beat } from './input';
import { ease, MEET_MS, TRAVEL_MS } from './messages';

/** The messages of one hop on their way: how far they have come at any moment (see `beadsOf`). */
export interface Journey {
  /** What is under way from now on; null for nothing. */
  goOn(beat: Beat | null, focus: number | null): void;
  /** 0 at the senders, 1 at the rim of the focus, 2 met in it; null when there are none. */
  travelled(): number | null;
  underWay(): boolean;
}

/** @param now milliseconds. @param still whether they are to be where they go at once. */
export function createJourney(now: () => number, still: () => boolean): Journey {
  let beat: Beat | null = null;
  let focus: number | null = null;
  let from = 0;
  let sentAt = 0;

  function travelled(): number | null {
    if (!beat) return null;
    const duration = beat.goal === 1 && from < 1 ? TRAVEL_MS : MEET_MS;
    const share = (now() - sentAt) / duration;
    return share >= 1 || still() ? beat.goal : from + (beat.goal - from) * ease(share);
  }

  return {
    goOn(next, nextFocus) {
      // Letting go of the focus sends nothing out.
      const anew = next?.hop !== beat?.hop || (nextFocus !== null && nextFocus !== focus);
      if (next && (anew || next.goal !== beat?.goal)) {
        from = anew ? next.goal - 1 : (travelled() ?? 0);
        sentAt = now();
      }
      beat = next;
      focus = nextFocus;
    },
    travelled,
    underWay: () => beat !== null && travelled() !== beat.goal,
  };
}
