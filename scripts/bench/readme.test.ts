import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withReport } from './readme.mjs';

describe('the report in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('takes the place of the last one and of nothing else', () => {
    const once = withReport(readme, 'one run\n\n| a | b |');
    expect(once).toContain('\none run\n\n| a | b |\n');
    expect(withReport(once, 'another')).toBe(withReport(readme, 'another'));
    const [before, after] = once.split('one run\n\n| a | b |');
    expect(readme.startsWith(before)).toBe(true);
    expect(readme.endsWith(after)).toBe(true);
  });

  it('is refused where nothing says where it goes', () => {
    expect(() => withReport('# Hopscope\n', 'one run')).toThrow('README.md has no lines');
  });
});
