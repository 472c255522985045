import { type Rgb, rgbOfHex } from './oklab';
import { NEUTRAL, type Theme } from './theme';

/**
 * Twelve colours that stay apart for the three kinds of colour blindness and stand out from the paper by 3 : 1. They were
 * found by a search over OKLab that weighs the first four most, then the first seven, and kept by the tests. Light and dark
 * go through the hues in the same order.
 */
const PALETTE: Record<Theme, readonly Rgb[]> = {
  light: [
    '#2a53bb',
    '#cb7900',
    '#0b473f',
    '#9b5279',
    '#54137f',
    '#666300',
    '#0890ed',
    '#632c00',
    '#4d477b',
    '#70825c',
    '#8c0a58',
    '#7a8cb9',
  ].map(rgbOfHex),
  dark: [
    '#00a6fd',
    '#ffcc2b',
    '#81fff0',
    '#ff8c95',
    '#6663d4',
    '#b19800',
    '#aac4eb',
    '#bd4d12',
    '#a05595',
    '#d3f79a',
    '#de659a',
    '#8492c7',
  ].map(rgbOfHex),
};

export const CLASS_COLOURS = 12;

/** Colour of class `label`; unlabelled (−1) is grey. Beyond twelve classes colours repeat: see `classPattern`. */
export function classColour(label: number, theme: Theme): Rgb {
  return label < 0 ? NEUTRAL[theme] : PALETTE[theme][label % CLASS_COLOURS];
}

/** How often the class's colour was used before it: 0 plain; 1, 2, … need a second mark beside the colour. */
export function classPattern(label: number): number {
  return label < 0 ? 0 : Math.floor(label / CLASS_COLOURS);
}
