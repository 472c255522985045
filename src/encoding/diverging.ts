import { css, mixed, oklabOfRgb, type Rgb, rgbOfHex, rgbOfOklab } from './oklab';
import type { Theme } from './theme';

/** Cool below 0, the strip's own ground at 0, ember above: lightness is symmetric, so strength reads without hue. */
const ENDS = {
  light: { cool: '#2b86ad', middle: '#f1ece3', warm: '#cf5316' },
  dark: { cool: '#58c1e8', middle: '#2c2722', warm: '#ff8f5c' },
} as const;

const STEPS = 64;

/** For each theme 2 · 64 + 1 colours: strips change at every step, and text is dear to make. */
const TABLES: Record<Theme, readonly Rgb[]> = { light: table('light'), dark: table('dark') };
const CSS_TABLES: Record<Theme, readonly string[]> = { light: TABLES.light.map(css), dark: TABLES.dark.map(css) };

/** @param share −1…1; what lies beyond stays at the end */
export function divergingColour(share: number, theme: Theme): Rgb {
  return TABLES[theme][place(share)];
}

/** The same as a CSS colour. */
export function divergingCss(share: number, theme: Theme): string {
  return CSS_TABLES[theme][place(share)];
}

function place(share: number): number {
  return Math.round(Math.min(1, Math.max(-1, share)) * STEPS) + STEPS;
}

function table(theme: Theme): Rgb[] {
  const [cool, middle, warm] = [ENDS[theme].cool, ENDS[theme].middle, ENDS[theme].warm].map((hex) =>
    oklabOfRgb(rgbOfHex(hex)),
  );
  return Array.from({ length: 2 * STEPS + 1 }, (_, at) => {
    const share = (at - STEPS) / STEPS;
    return rgbOfOklab(mixed(middle, share < 0 ? cool : warm, Math.abs(share)));
  });
}
