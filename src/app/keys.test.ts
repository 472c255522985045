import { describe, expect, test } from 'vitest';
import { keyCaps, matchesKey } from './keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
  key,
});

describe('a key', () => {
  test.each([
    ['ArrowRight', press('ArrowRight'), true],
    ['ArrowRight', press('ArrowRight', { shiftKey: true }), false],
    ['Shift+ArrowRight', press('ArrowRight', { shiftKey: true }), true],
    ['P', press('p'), true],
    ['P', press('P', { shiftKey: true }), false],
    ['P', press('p', { ctrlKey: true }), false],
    ['P', press('p', { altKey: true }), false],
    ['Mod+K', press('k', { ctrlKey: true }), true],
    ['Mod+K', press('K', { metaKey: true }), true],
    ['Mod+Z', press('z', { ctrlKey: true, shiftKey: true }), false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['/', press('/'), true],
    ['/', press('/', { shiftKey: true }), true],
    ['+', press('+', { shiftKey: true }), true],
    [' ', press(' '), true],
    [' ', press(' ', { shiftKey: true }), false],
  ])('written %j is pressed by %j: %s', (written, event, expected) =>
    expect(matchesKey(written, event)).toBe(expected),
  );

  test('is shown as it stands on the keyboard', () => {
    expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyCaps('ArrowLeft', false)).toEqual(['←']);
    expect(keyCaps(' ', false)).toEqual(['Space']);
    expect(keyCaps('+', false)).toEqual(['+']);
  });
});
