import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';

/** For each member, the friends with a higher number. */
const FRIENDS: number[][] = [
  [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
  [2, 3, 7, 13, 17, 19, 21, 30],
  [3, 7, 8, 9, 13, 27, 28, 32],
  [7, 12, 13],
  [6, 10],
  [6, 10, 16],
  [16],
  [],
  [30, 32, 33],
  [33],
  [],
  [],
  [],
  [33],
  [32, 33],
  [32, 33],
  [],
  [],
  [32, 33],
  [33],
  [32, 33],
  [],
  [32, 33],
  [25, 27, 29, 32, 33],
  [25, 27, 31],
  [31],
  [29, 33],
  [33],
  [31, 33],
  [32, 33],
  [32, 33],
  [32, 33],
  [33],
  [],
];

/** Who went with the administrator, John A., when the club split; the rest stayed with the instructor, Mr. Hi. */
const OFFICER = new Set([9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]);

/**
 * Zachary's karate club: 34 members, 78 friendships, and the two clubs it became. Member 0 is the instructor, 33 the
 * administrator. W. W. Zachary, "An Information Flow Model for Conflict and Fission in Small Groups", Journal of
 * Anthropological Research 33 (1977).
 */
export function karateClub(): Graph {
  return graphFromPlain({
    name: "Zachary's karate club",
    nodes: FRIENDS.length,
    edges: FRIENDS.flatMap((friends, member) => friends.map((friend): [number, number] => [member, friend])),
    labels: FRIENDS.map((_, member) => (OFFICER.has(member) ? 1 : 0)),
    classes: ['Mr. Hi', 'Officer'],
  });
}
