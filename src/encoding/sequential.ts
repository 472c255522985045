import { mixed, type Oklab, oklabOfRgb, type Rgb, rgbOfHex, rgbOfOklab } from './oklab';
import type { Theme } from './theme';

/** A ramp from 0 to 1 whose lightness only rises or only falls, so it also reads without hue. */
type Ramp = readonly Oklab[];

const ramp = (...hex: string[]): Ramp => hex.map((stop) => oklabOfRgb(rgbOfHex(stop)));

/** Near is ember and strong, far is cool and quiet. */
const REACH: Record<Theme, Ramp> = {
  light: ramp('#8a2300', '#c1500f', '#b98433', '#7ba39b'),
  dark: ramp('#ffd3b4', '#f59a64', '#b98433', '#3d7b79'),
};

const DEGREE: Record<Theme, Ramp> = {
  light: ramp('#86aeb0', '#2f8797', '#0a4754'),
  dark: ramp('#3b6a73', '#4fabba', '#c9f3f6'),
};

const CONFIDENCE: Record<Theme, Ramp> = {
  light: ramp('#a597c6', '#6c52b6', '#311570'),
  dark: ramp('#5f5288', '#9a86e0', '#e6deff'),
};

const CHANGE: Record<Theme, Ramp> = {
  light: ramp('#d3a4b4', '#c25d8a', '#8e1f6b', '#4a0a45'),
  dark: ramp('#6b4356', '#b0567f', '#ec8fae', '#ffe0e4'),
};

const SCALE: Record<Theme, Ramp> = {
  light: ramp('#9aa86a', '#4f8a56', '#16604f', '#0d3145'),
  dark: ramp('#37566a', '#3f8f83', '#86c067', '#f1f0a0'),
};

/** Colour of any number, by its share 0…1 of the way from the least to the most. */
export function scaleColour(share: number, theme: Theme): Rgb {
  return at(SCALE[theme], share);
}

/** Colour of a node that the focus hears from `hops` hops away, of `furthest` at most. */
export function reachColour(hops: number, furthest: number, theme: Theme): Rgb {
  return at(REACH[theme], hops / Math.max(1, furthest));
}

/** Colour of a degree, by its logarithm: hubs are few and far above the rest. */
export function degreeColour(degree: number, largest: number, theme: Theme): Rgb {
  return at(DEGREE[theme], Math.log1p(degree) / Math.log1p(Math.max(1, largest)));
}

/** Colour of a stated probability of the most probable of so many classes: 1 / classes is a guess, 1 a certainty. */
export function confidenceColour(confidence: number, classes: number, theme: Theme): Rgb {
  const guess = 1 / Math.max(1, classes);
  return at(CONFIDENCE[theme], classes < 2 ? 1 : (confidence - guess) / (1 - guess));
}

/** Colour of a change, by its share 0…1 of the way from the smallest to the largest that is told apart. */
export function changeColour(share: number, theme: Theme): Rgb {
  return at(CHANGE[theme], share);
}

function at(stops: Ramp, share: number): Rgb {
  const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  return rgbOfOklab(mixed(stops[below], stops[below + 1], place - below));
}
