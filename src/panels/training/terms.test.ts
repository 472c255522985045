import { describe, expect, it } from 'vitest';
import { TRAINING_TERMS } from './terms';

describe('the terms of learning', () => {
  it.each(Object.entries(TRAINING_TERMS))('%s is one short line, ended by a full stop', (_, line) => {
    expect(line).toMatch(/[.)]$/);
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThanOrEqual(220);
  });
});
