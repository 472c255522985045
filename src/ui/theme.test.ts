import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

/** The custom properties between a selector and the end of its block. */
function tokens(selector: string): Record<string, string> {
  const start = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const THEMES = { light: tokens(':root {'), dark: tokens(":root[data-theme='dark']") };

describe('the dark theme', () => {
  it('is the same by choice and by the system’s preference', () => {
    expect(tokens(":root:not([data-theme='light'])")).toEqual(THEMES.dark);
  });

  it('sets every colour the light one sets', () => {
    expect(Object.keys(THEMES.dark).sort()).toEqual(Object.keys(THEMES.light).sort());
  });
});

describe.each(Object.entries(THEMES))('the %s theme', (_, theme) => {
  const grounds = ['--paper', '--panel', '--raised', '--wash'];

  it.each(['--ink', '--muted', '--ember-ink', '--danger'])('%s is text on every ground', (text) => {
    for (const ground of grounds) expect(contrast(theme[text], theme[ground]), ground).toBeGreaterThanOrEqual(4.5);
  });

  it('text on tinted grounds can be read', () => {
    expect(contrast(theme['--ember-ink'], theme['--ember-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['--ink'], theme['--ember-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['--teal'], theme['--teal-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['--panel'], theme['--ink'])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['--ember', '--teal', '--violet', '--series-muted', '--focus', '--line-strong'])(
    '%s is seen as a line',
    (line) => {
      for (const ground of ['--paper', '--panel'])
        expect(contrast(theme[line], theme[ground]), ground).toBeGreaterThanOrEqual(3);
    },
  );

  it('the sign on an ember button is seen', () => {
    expect(contrast(theme['--on-ember'], theme['--ember'])).toBeGreaterThanOrEqual(3);
  });
});
