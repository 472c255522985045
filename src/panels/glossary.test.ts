import { describe, expect, it } from 'vitest';
import { GLOSSARY } from './glossary';

describe('the glossary', () => {
  it.each(Object.entries(GLOSSARY))('%s is one short line, ended by a full stop', (_, line) => {
    expect(line).toMatch(/[.)]$/);
    expect(line).not.toContain('\n');
    expect(line.length).toBeLessThanOrEqual(220);
  });
});
