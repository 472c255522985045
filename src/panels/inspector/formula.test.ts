import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { formulaParts } from './formula';

describe('formulaParts', () => {
  it('turns _ and ^ into indices', () => {
    expect(formulaParts('h′_v = tanh(W Σ_u a_vu h_u + b)')).toEqual([
      { text: 'h′', sub: 'v' },
      { text: ' = tanh(W ' },
      { text: 'Σ', sub: 'u' },
      { text: ' ' },
      { text: 'a', sub: 'vu' },
      { text: ' ' },
      { text: 'h', sub: 'u' },
      { text: ' + b)' },
    ]);
  });

  it('keeps words whole and reads braces and exponents', () => {
    expect(formulaParts('mean_u')).toEqual([{ text: 'mean', sub: 'u' }]);
    expect(formulaParts('h^{k+1}')).toEqual([{ text: 'h', sup: 'k+1' }]);
    expect(formulaParts('d^-½')).toEqual([{ text: 'd', sup: '-½' }]);
  });

  it.each(Object.values(DESCRIPTORS))('loses nothing of the formula of $title', ({ formula }) => {
    const written = formulaParts(formula).map(
      ({ text, sub, sup }) => `${text}${sub ? `_${sub}` : ''}${sup ? `^${sup}` : ''}`,
    );
    expect(written.join('')).toBe(formula);
  });
});
