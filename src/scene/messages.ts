/** What the node in focus hears at a hop, and where on screen that is. */

export interface Message {
  /** Node index of the sender. */
  from: number;
  /** How much of it is heard, against the strongest: 0…1. */
  strength: number;
}

/** How long messages take along an edge, and from there to where they meet. */
export const TRAVEL_MS = 700;
export const MEET_MS = 350;

/** More beads than this around one node are a blur: the strongest are shown. */
const MOST_BEADS = 48;

const LARGEST_BEAD = 5;
const SMALLEST_BEAD = 2;

export interface Spot {
  x: number;
  y: number;
  radius: number;
}

export interface Bead extends Spot {
  from: number;
}

/** How near the middle of the focus the messages meet, in its radii. */
const MEETING = 0.5;

/**
 * The discs that run from the rim of each sender to the rim of the focus, where they wait, and on into it, where they meet.
 *
 * @param at where a node is on screen, in pixels.
 * @param travelled 0 at the senders, 1 at the rim of the focus, 2 met.
 */
export function beadsOf(messages: Message[], at: (node: number) => Spot, focus: number, travelled: number): Bead[] {
  const heard = messages.filter(({ from }) => from !== focus);
  const shown = heard.length > MOST_BEADS ? strongest(heard) : heard;
  const goal = at(focus);
  // Side by side around the rim they must not take more than its length.
  const room = (Math.PI * (goal.radius + LARGEST_BEAD)) / Math.max(1, shown.length);
  const largest = Math.max(SMALLEST_BEAD, Math.min(LARGEST_BEAD, room));
  return shown.map(({ from, strength }) => {
    const start = at(from);
    const radius = SMALLEST_BEAD + (largest - SMALLEST_BEAD) * Math.sqrt(strength);
    const length = Math.hypot(goal.x - start.x, goal.y - start.y) || 1;
    const first = Math.min(start.radius, length / 2);
    const rim = Math.max(first, length - goal.radius - radius - 3);
    const inside = length - MEETING * goal.radius;
    const way = travelled <= 1 ? between(first, rim, travelled) : between(rim, inside, travelled - 1);
    // Where they meet they share the room that the node has.
    const met = Math.min(radius, MEETING * goal.radius);
    return {
      from,
      radius: travelled <= 1 ? radius : between(radius, met, travelled - 1),
      x: between(start.x, goal.x, way / length),
      y: between(start.y, goal.y, way / length),
    };
  });
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function strongest(messages: Message[]): Message[] {
  return messages.toSorted((a, b) => b.strength - a.strength).slice(0, MOST_BEADS);
}

/** Slow at both ends. */
export function ease(t: number): number {
  return t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
}
