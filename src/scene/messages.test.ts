import { describe, expect, it } from 'vitest';
import { beadsOf, ease, type Spot } from './messages';

/** The focus (node 0) in the middle and senders around it, 100 pixels away. */
function around(count: number): (node: number) => Spot {
  return (node) => {
    if (node === 0) return { x: 0, y: 0, radius: 10 };
    const angle = (2 * Math.PI * node) / count;
    return { x: 100 * Math.cos(angle), y: 100 * Math.sin(angle), radius: 6 };
  };
}

const distance = ({ x, y }: Spot) => Math.hypot(x, y);
const from = (count: number) => Array.from({ length: count }, (_, i) => ({ from: i + 1, strength: 1 / (i + 1) }));

describe('beadsOf', () => {
  it('runs from the rim of the sender to the rim of the focus', () => {
    const [start] = beadsOf(from(1), around(1), 0, 0);
    expect(distance(start)).toBeCloseTo(100 - 6, 6);
    const [end] = beadsOf(from(1), around(1), 0, 1);
    expect(distance(end)).toBeGreaterThan(10 + end.radius);
    expect(distance(end)).toBeLessThan(10 + end.radius + 5);
  });

  it('goes on into the focus, where all meet apart from each other', () => {
    const met = beadsOf(from(6), around(6), 0, 2);
    for (const bead of met) expect(distance(bead) + bead.radius).toBeLessThanOrEqual(10 + 1e-9);
    expect(new Set(met.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(6);
    const [rim, onTheWay] = [1, 1.5].map((travelled) => distance(beadsOf(from(1), around(1), 0, travelled)[0]));
    expect(onTheWay).toBeLessThan(rim);
    expect(onTheWay).toBeGreaterThan(distance(met[0]));
  });

  it('draws the stronger message larger', () => {
    const [strong, weak] = beadsOf(from(2), around(2), 0, 0.5);
    expect(strong.radius).toBeGreaterThan(weak.radius);
  });

  it('leaves out what the focus sends itself', () => {
    expect(beadsOf([{ from: 0, strength: 1 }], around(1), 0, 0.5)).toEqual([]);
  });

  it('keeps the strongest when there are too many to see', () => {
    const beads = beadsOf(from(500), around(500), 0, 1);
    expect(beads.length).toBeLessThan(60);
    expect(beads[0].from).toBe(1);
    expect(Math.max(...beads.map((bead) => bead.radius))).toBeLessThanOrEqual(2.01);
  });

  it('stays put between nodes that lie on each other', () => {
    const [bead] = beadsOf(from(1), () => ({ x: 3, y: 4, radius: 8 }), 0, 0.5);
    expect(bead).toMatchObject({ x: 3, y: 4 });
  });
});

describe('ease', () => {
  it('goes from 0 to 1 through the middle, ever forward', () => {
    const steps = Array.from({ length: 11 }, (_, i) => ease(i / 10));
    expect([steps[0], steps[5], steps[10]]).toEqual([0, 0.5, 1]);
    expect(steps.every((value, i) => i === 0 || value > steps[i - 1])).toBe(true);
  });
});
