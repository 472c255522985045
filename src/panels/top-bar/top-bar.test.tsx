import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CatalogEntry } from '../../catalog/catalog';
import { completeRecipe } from '../../recipe/defaults';
import { CatalogueList } from './graph-picker';
import { RecipeFields } from './recipe-picker';

const ignore = () => undefined;

function entry(id: string, group: CatalogEntry['group'], parameters: CatalogEntry['parameters'] = []): CatalogEntry {
  return {
    ...{ id, group, parameters, title: `Title of ${id}`, description: 'What it is.', source: 'Written by hand' },
    load: () => Promise.reject(new Error('not loaded here')),
  };
}

describe('CatalogueList', () => {
  const slider = { name: 'homophily', label: 'Homophily', minimum: 0, maximum: 1, step: 0.1, default: 0.8 };
  const entries = [entry('karate', 'small'), entry('csbm', 'generated', [slider])];
  const render = (id: string, parameters?: Record<string, number>) =>
    renderToStaticMarkup(
      <CatalogueList dataset={{ kind: 'catalogue', id, parameters }} entries={entries} onEntry={ignore} />,
    );

  it('groups what there is, and names no empty group', () => {
    expect(render('karate')).toContain('>Small<');
    expect(render('karate')).not.toContain('Fetched');
    expect(render('karate')).toMatch(/data-control="graph-karate"[^>]*aria-current="true"/);
  });

  it('shows the sliders of the graph on screen, at its values', () => {
    expect(render('karate')).not.toContain('type="range"');
    expect(render('csbm')).toMatch(/type="range"[^>]*value="0.8"/);
    expect(render('csbm', { homophily: 0.2 })).toMatch(/type="range"[^>]*value="0.2"/);
  });
});

describe('RecipeFields', () => {
  const render = (...given: Parameters<typeof completeRecipe>) =>
    renderToStaticMarkup(<RecipeFields recipe={completeRecipe(...given)} onChange={ignore} />);

  it('shows only controls that act', () => {
    const random = render({ conv: 'sage', weights: { kind: 'random', seed: 7, gain: 1 } });
    const identity = render({ conv: 'sage', weights: { kind: 'identity' } });
    expect(random).toContain('data-control="option-root"');
    expect(random).toContain('data-control="width"');
    for (const control of ['option-root', 'width', 'encoder', 'decoder']) {
      expect(identity).not.toContain(`data-control="${control}"`);
    }
  });

  it('offers α where something is mixed in by it', () => {
    expect(render({ residual: 'initial' })).toContain('data-control="option-alpha"');
    expect(render({ residual: 'skip' })).not.toContain('data-control="option-alpha"');
  });
});
