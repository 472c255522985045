import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLASS_COLOURS, classColour, classPattern } from './class-colour';
import { divergingColour, divergingCss } from './diverging';
import { contrast, css, type Oklab, oklabOfRgb, type Rgb, rgbOfHex } from './oklab';
import { confidenceColour, degreeColour, reachColour } from './sequential';
import { NEUTRAL, PAPER, type Theme } from './theme';

const THEMES: Theme[] = ['light', 'dark'];

const steps = (count: number) => Array.from({ length: count + 1 }, (_, k) => k / count);
const lightness = (rgb: Rgb) => oklabOfRgb(rgb)[0];
const difference = (one: Oklab, other: Oklab) => Math.hypot(...one.map((value, k) => value - other[k]));

/** Dichromats' sight on linear RGB (Machado, Oliveira & Fernandes 2009, severity 1). */
const SIGHTS: Record<string, number[]> = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(rgb: Rgb, matrix: number[]): Oklab {
  const linear = rgb.map((byte) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
  const image = [0, 3, 6].map((row) => {
    const sum = linear.reduce((total, channel, k) => total + channel * matrix[row + k], 0);
    const inside = Math.min(1, Math.max(0, sum));
    return Math.round(255 * (inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055));
  });
  return oklabOfRgb([image[0], image[1], image[2]]);
}

describe.each(THEMES)('on %s paper', (theme) => {
  it('the paper is the stylesheet’s', () => {
    const sheet = readFileSync(new URL('../ui/theme.css', import.meta.url), 'utf8');
    const papers = [...sheet.matchAll(/--paper: (#[0-9a-f]{6})/g)].map((match) => rgbOfHex(match[1]));
    expect(papers[theme === 'light' ? 0 : 1]).toEqual(PAPER[theme]);
  });

  it('classes stand out by 3 : 1, unlabelled nodes too', () => {
    for (let label = -1; label < CLASS_COLOURS; label++) {
      expect.soft(contrast(classColour(label, theme), PAPER[theme]), `class ${label}`).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(SIGHTS))('classes stay apart for %s', (_, matrix) => {
    const all = Array.from({ length: CLASS_COLOURS }, (_, label) => seen(classColour(label, theme), matrix));
    const grey = seen(NEUTRAL[theme], matrix);
    const least = (count: number) =>
      Math.min(...all.slice(0, count).flatMap((one, i) => all.slice(0, i).map((other) => difference(one, other))));
    expect(least(4)).toBeGreaterThan(0.12);
    expect(least(7)).toBeGreaterThan(0.09);
    expect(least(CLASS_COLOURS)).toBeGreaterThan(0.06);
    for (const one of all) expect(difference(one, grey)).toBeGreaterThan(0.04);
  });

  it('colours repeat after twelve classes, with another mark', () => {
    expect(classColour(14, theme)).toEqual(classColour(2, theme));
    expect([classPattern(-1), classPattern(2), classPattern(14), classPattern(26)]).toEqual([0, 0, 1, 2]);
  });

  it('near is stronger than far: contrast falls with every hop', () => {
    const ratios = steps(20).map((share) => contrast(reachColour(share * 20, 20, theme), PAPER[theme]));
    for (let k = 1; k < ratios.length; k++) expect(ratios[k]).toBeLessThan(ratios[k - 1]);
    expect(ratios[20]).toBeGreaterThan(2.2);
    expect(difference(oklabOfRgb(reachColour(20, 20, theme)), oklabOfRgb(NEUTRAL[theme]))).toBeGreaterThan(0.05);
  });

  it('hubs stand out: contrast rises with degree', () => {
    const ratios = [0, 1, 2, 4, 8, 16, 64, 256].map((degree) =>
      contrast(degreeColour(degree, 256, theme), PAPER[theme]),
    );
    for (let k = 1; k < ratios.length; k++) expect(ratios[k]).toBeGreaterThan(ratios[k - 1]);
    expect(ratios[0]).toBeGreaterThan(2.2);
  });

  it('certainty stands out: contrast rises from a guess on', () => {
    const ratios = steps(20).map((share) => contrast(confidenceColour(0.25 + 0.75 * share, 4, theme), PAPER[theme]));
    for (let k = 1; k < ratios.length; k++) expect(ratios[k]).toBeGreaterThan(ratios[k - 1]);
    expect(ratios[0]).toBeGreaterThan(2.2);
  });

  it('heat strips diverge evenly from a middle near the paper', () => {
    const middle = lightness(divergingColour(0, theme));
    const away = (share: number) => Math.abs(lightness(divergingColour(share, theme)) - middle);
    for (const share of steps(10).slice(1)) {
      expect(away(share)).toBeGreaterThan(away(share - 0.1));
      expect(away(-share)).toBeGreaterThan(away(0.1 - share));
      expect(Math.abs(away(share) - away(-share))).toBeLessThan(0.06);
    }
    expect(contrast(divergingColour(0, theme), PAPER[theme])).toBeLessThan(1.35);
    for (const end of [-1, 1]) expect(contrast(divergingColour(end, theme), PAPER[theme])).toBeGreaterThan(3);
    const [red, , blue] = divergingColour(1, theme);
    expect(red).toBeGreaterThan(blue);
    expect(divergingColour(7, theme)).toEqual(divergingColour(1, theme));
    expect(divergingCss(-0.5, theme)).toBe(css(divergingColour(-0.5, theme)));
  });

  it('ramps of a single value do not divide by zero', () => {
    expect(reachColour(0, 0, theme).every(Number.isFinite)).toBe(true);
    expect(degreeColour(0, 0, theme).every(Number.isFinite)).toBe(true);
    expect(confidenceColour(1, 1, theme).every(Number.isFinite)).toBe(true);
  });
});
