import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, css, oklabOfRgb, rgbOfHex, rgbOfOklab } from './oklab';

const byte = fc.integer({ min: 0, max: 255 });

describe('OKLab', () => {
  it('knows the reference colours', () => {
    const [l, a, b] = oklabOfRgb([255, 0, 0]);
    expect([l, a, b].map((value) => value.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
    expect(oklabOfRgb([255, 255, 255])[0]).toBeCloseTo(1, 4);
    expect(rgbOfOklab([0, 0, 0])).toEqual([0, 0, 0]);
  });

  it('goes there and back within a byte', () => {
    fc.assert(
      fc.property(byte, byte, byte, (...rgb) => {
        rgbOfOklab(oklabOfRgb(rgb)).forEach((channel, k) => {
          expect(Math.abs(channel - rgb[k])).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('keeps lightness and hue where a screen runs out of chroma', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (lightness, hue) => {
          const [l, a, b] = oklabOfRgb(rgbOfOklab([lightness, 0.5 * Math.cos(hue), 0.5 * Math.sin(hue)]));
          expect(Math.abs(l - lightness)).toBeLessThan(0.01);
          const turn = Math.atan2(b, a) - hue;
          expect(Math.abs(Math.sin(turn))).toBeLessThan(0.08);
          expect(Math.cos(turn)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('reads and writes stylesheet colours, and measures contrast as WCAG does', () => {
    expect(rgbOfHex('#d9480f')).toEqual([217, 72, 15]);
    expect(css([217, 72, 15])).toBe('rgb(217 72 15)');
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
});
