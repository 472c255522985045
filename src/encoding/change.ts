import { entry, type LegendEntry } from './legend-entry';
import type { Rgb } from './oklab';
import { changeColour } from './sequential';
import { NEUTRAL, type Theme } from './theme';

/** How far an edit moves nodes, hop by hop, as the engine tells it. */
export interface Difference {
  /** (B) nodes that are in both graphs, as they are numbered in the edited one, ascending. */
  nodes: Int32Array;
  /** (K+1) of (B) ‖h′ − h‖; null at a hop whose widths differ. */
  moved: (Float32Array | null)[];
  /** (K+1) of (B) ‖h‖, of the row in the original. */
  length: Float32Array[];
}

/** What is less than that share of a row's length is the rounding of 32-bit numbers, and not called moved. */
export const ROUNDING = 1e-6;

/** Shares of a row's length that have the first and the last colour: by their logarithm, for a change fades as it spreads. */
const [LEAST, MOST] = [1e-3, 1];

/** (B) how far each node is moved at a hop, in shares of its length; null where the hop cannot be compared. */
export function sharesMoved({ moved, length }: Difference, hop: number): Float64Array | null {
  const [by, of] = [moved[hop], length[hop]];
  return by && Float64Array.from(by, (distance, i) => (distance === 0 ? 0 : distance / of[i]));
}

/** Grey where a node is not moved, and where it was not there before. */
export function changeColours(difference: Difference, hop: number, theme: Theme): (node: number) => Rgb {
  const shares = sharesMoved(difference, hop);
  if (!shares) return () => NEUTRAL[theme];
  const of = new Map<number, number>();
  difference.nodes.forEach((node, i) => {
    if (shares[i] > ROUNDING) of.set(node, shares[i]);
  });
  return (node) => {
    const share = of.get(node);
    return share === undefined ? NEUTRAL[theme] : changeColour(place(share), theme);
  };
}

/** @param added whether any node was not there before. */
export function changeEntries(added: boolean, theme: Theme): LegendEntry[] {
  const stops: [label: string, share: number][] = [
    ['≤ 0.1\u202f%', 0.001],
    ['1\u202f%', 0.01],
    ['10\u202f%', 0.1],
    ['≥ 100\u202f%', 1],
  ];
  return [
    entry(added ? 'unmoved, new' : 'unmoved', NEUTRAL[theme]),
    ...stops.map(([label, share]) => entry(label, changeColour(place(share), theme))),
  ];
}

function place(share: number): number {
  return Math.log(share / LEAST) / Math.log(MOST / LEAST);
}
