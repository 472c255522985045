import type { Field } from '../graph/field';
import { classColour, classPattern } from './class-colour';
import { entry, type LegendEntry } from './legend-entry';
import type { Rgb } from './oklab';
import { scaleColour } from './sequential';
import { NEUTRAL, type Theme } from './theme';

/** Categories in the colours of classes, numbers along a ramp from the least to the most; grey where nothing is known. */
export function fieldColour(field: Field, theme: Theme): (node: number) => Rgb {
  if (field.kind === 'categories') return (node) => classColour(field.of[node], theme);
  const { values, least, most } = field;
  const range = most - least || 1;
  return (node) => (Number.isNaN(values[node]) ? NEUTRAL[theme] : scaleColour((values[node] - least) / range, theme));
}

const STOPS = 5;

/** What the colours stand for: every category, or numbers evenly over the range. */
export function fieldEntries(field: Field, theme: Theme): LegendEntry[] {
  const known =
    field.kind === 'categories'
      ? field.names.map((name, i) => entry(name, classColour(i, theme), classPattern(i)))
      : stops(field.least, field.most).map((value) =>
          entry(written(value), scaleColour((value - field.least) / (field.most - field.least || 1), theme)),
        );
  const unknown = field.kind === 'categories' ? field.of.includes(-1) : field.values.some(Number.isNaN);
  return unknown ? [...known, entry('not known', NEUTRAL[theme])] : known;
}

/** From the least to the most, evenly; of whole numbers near each other, whole numbers. */
export function stops(least: number, most: number): number[] {
  if (least === most) return [least];
  const whole = Number.isInteger(least) && Number.isInteger(most);
  const count = whole ? Math.min(STOPS, most - least + 1) : STOPS;
  return Array.from({ length: count }, (_, k) => {
    const value = least + (k * (most - least)) / (count - 1);
    return whole ? Math.round(value) : value;
  });
}

/** Short, and no shorter than it takes to tell them apart. */
function written(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
