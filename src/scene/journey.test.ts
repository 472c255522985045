import { expect, it } from 'vitest';
import { createJourney } from './journey';
import { MEET_MS, TRAVEL_MS } from './messages';

function journey(still = false) {
  let time = 0;
  const way = createJourney(
    () => time,
    () => still,
  );
  return {
    ...way,
    wait(milliseconds: number) {
      time += milliseconds;
      return way.travelled();
    },
  };
}

it('goes from the senders to the focus, and waits there', () => {
  const way = journey();
  expect(way.travelled()).toBeNull();
  way.goOn({ hop: 1, goal: 1 }, 5);
  expect([way.travelled(), way.underWay()]).toEqual([0, true]);
  expect(way.wait(TRAVEL_MS / 2)).toBeCloseTo(0.5);
  expect(way.wait(TRAVEL_MS)).toBe(1);
  way.goOn({ hop: 1, goal: 1 }, 5);
  expect([way.travelled(), way.underWay()]).toEqual([1, false]);
});

it('goes on to where they meet from wherever it is, and back', () => {
  const way = journey();
  way.goOn({ hop: 1, goal: 1 }, 5);
  const half = way.wait(TRAVEL_MS / 2);
  way.goOn({ hop: 1, goal: 2 }, 5);
  expect(way.travelled()).toBe(half);
  expect(way.wait(MEET_MS)).toBe(2);
  way.goOn({ hop: 1, goal: 1 }, 5);
  expect(way.travelled()).toBe(2);
  expect(way.wait(MEET_MS)).toBe(1);
});

it('begins anew with another hop or another focus, but not when the focus is let go', () => {
  const way = journey();
  way.goOn({ hop: 1, goal: 1 }, 5);
  way.wait(TRAVEL_MS);
  way.goOn({ hop: 2, goal: 1 }, 5);
  expect(way.travelled()).toBe(0);
  way.wait(TRAVEL_MS);
  way.goOn({ hop: 2, goal: 1 }, 6);
  expect(way.travelled()).toBe(0);
  way.wait(TRAVEL_MS);
  way.goOn({ hop: 2, goal: 1 }, null);
  expect(way.underWay()).toBe(false);
  way.goOn(null, null);
  expect(way.travelled()).toBeNull();
});

it('is over at once for those who want less motion', () => {
  const way = journey(true);
  way.goOn({ hop: 1, goal: 1 }, 5);
  expect([way.travelled(), way.underWay()]).toEqual([1, false]);
});
