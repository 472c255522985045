import { CONTROL_NAMES } from 'virtual:control-names';
import { describe, expect, it } from 'vitest';
import { controlNames } from './control-names.mjs';

describe('names of controls', () => {
  it('are read as they are written', () => {
    const source = `<Button control="train" /><div data-control="inspector"><input data-control={\`graph-\${id}-\${name}\`} />`;
    expect(controlNames(source)).toEqual(['train', 'inspector', 'graph-*-*']);
  });

  it('are those of a group’s choices too', () => {
    expect(controlNames('<ChoiceList\n control="layer"\n choices={[]} />')).toEqual(['layer', 'layer-*']);
  });

  it('are nothing where they are put together altogether', () => {
    expect(controlNames(`<Button control={\`\${control}-\${choice}\`} />`)).toEqual([]);
  });

  it('are there for the whole page, its panels and its popovers', () => {
    expect(CONTROL_NAMES).toEqual(
      expect.arrayContaining(['top-bar', 'timeline', 'inspector', 'undo', 'paste', 'colour-*', 'graph-*', '*-view']),
    );
  });
});
