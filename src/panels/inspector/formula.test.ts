import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { formulaParts, subStepOf } from './formula';

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

  it('tells where in a hop each term is made', () => {
    const parts = (formula: string, subStep: string) =>
      formulaParts(formula)
        .filter((part) => part.text.trim() !== '' && subStepOf(part) === subStep)
        .map(({ text, sub }) => (sub ? `${text}_${sub}` : text.trim()));
    const gcn = 'h′_v = tanh(W Σ_u a_vu h_u + b)';
    expect(parts(gcn, 'message')).toEqual(['a_vu', 'h_u']);
    expect(parts(gcn, 'aggregate')).toEqual(['Σ_u']);
    expect(parts(gcn, 'update')).toEqual(['h′_v', '= tanh(W', '+ b)']);
    expect(parts('W_l mean_u h_u + b_l + W_r h_v', 'aggregate')).toEqual(['mean_u']);
  });

  it.each(Object.values(DESCRIPTORS))('loses nothing of the formula of $title', ({ formula }) => {
    const written = formulaParts(formula).map(
      ({ text, sub, sup }) => `${text}${sub ? `_${sub}` : ''}${sup ? `^${sup}` : ''}`,
    );
    expect(written.join('')).toBe(formula);
  });
});
