import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../engine/protocol';
import { completeRecipe } from '../../recipe/defaults';
import type { ConvName } from '../../recipe/recipe';
import { ExplanationView } from './explanation-view';
import { contribution, largest, sameVector, sortedMessages } from './messages';

const explanation: Explanation = {
  node: 'a',
  hop: 3,
  formula: 'h′_v = tanh(W Σ_u a_vu h_u + b)',
  messages: [
    { from: 'a', coefficient: 0.5, value: [1, 1] },
    { from: 'b', coefficient: 0.1, value: [1, 0] },
    { from: 'c', coefficient: 0.25, value: [-2, 0] },
  ],
  aggregate: [0.1, 0.5],
  update: [0.2, -3],
  output: [0.2, -0.9951],
};

const render = (given: Explanation, recipe = completeRecipe({ conv: 'gcn' })) =>
  renderToStaticMarkup(
    <ExplanationView explanation={given} recipe={recipe} nameOf={(id) => `name of ${id}`} onFocus={() => undefined} />,
  );

describe('sortedMessages', () => {
  it('puts what adds most first, and the node’s own share apart', () => {
    const { others, own } = sortedMessages(explanation);
    expect(others.map(({ from }) => from)).toEqual(['c', 'b']);
    expect(own.map(({ from }) => from)).toEqual(['a']);
    expect(contribution({ from: 'x', coefficient: [3, 4], value: [0, 2] })).toBe(10);
  });
});

describe('ExplanationView', () => {
  const markup = render(explanation);

  it('shows every message with its coefficient, by name', () => {
    expect(markup).toContain('>name of c</button>');
    expect(markup).toContain('× 0.25');
    expect(markup.indexOf('name of c')).toBeLessThan(markup.indexOf('name of b'));
    expect(markup.indexOf('name of b')).toBeLessThan(markup.indexOf('>self<'));
  });

  it('shows aggregate, update and output in their own numbers', () => {
    expect(markup).toContain('Aggregate: 2 values from 0.1 to 0.5');
    expect(markup).toContain('Update: 2 values from −3 to 0.2');
    expect(markup).toContain('Output: 2 values from −0.995 to 0.2');
    expect(markup).toContain('±2 in messages and aggregate, ±3 in update and output');
  });

  it('says when a step changes nothing', () => {
    expect(markup).toContain('after the linear map');
    expect(render({ ...explanation, update: [0.1, 0.5 + 1e-9] })).toContain('no parameters: the aggregate as it is');
  });

  it('names all that the update takes besides the aggregate', () => {
    const words = (conv: ConvName, options = {}) => {
      const [, update] = render(explanation, completeRecipe({ conv, options })).split('3 Update');
      return update.replace(/<[^>]*>/g, '').split('Output')[0];
    };
    expect(words('sage')).toContain('after the linear map, with the node’s own vector Wr hv');
    expect(words('sage', { root: false })).not.toContain('own vector');
    expect(words('gcn')).not.toContain('with the node');
    expect(words('mlp')).not.toContain('with the node');
    expect(words('appnp')).toContain('the aggregate, with the node’s input 0.1 h⁰v');
    expect(words('gin')).toContain('with the node’s own vector (1 + ε) hv');
  });

  it('of a long list has what is in sight, and room for the rest', () => {
    const messages = Array.from({ length: 1000 }, (_, i) => ({ from: `n${i}`, coefficient: 1, value: [i] }));
    const long = render({ ...explanation, messages });
    expect(long).toContain('1,000 messages, those that add most first');
    expect(long.match(/data-control="message-sender"/g)).toHaveLength(16);
    expect(long).toContain(`height:${24 * (1000 - 16)}px`);
  });

  it('shows labels as text', () => {
    const hostile = { ...explanation, messages: [{ from: '<img src=x>', coefficient: 1, value: [1] }] };
    expect(render(hostile)).not.toContain('<img');
  });
});

describe('vectors', () => {
  it('are the same up to float32', () => {
    expect(sameVector([0.1, 100], [Math.fround(0.1), Math.fround(100.0001)])).toBe(true);
    expect(sameVector([0.1], [0.2])).toBe(false);
    expect(sameVector([0.1], [0.1, 0])).toBe(false);
  });
  it('have a largest size', () => expect(largest([[1, -4], [], [2]])).toBe(4));
});
