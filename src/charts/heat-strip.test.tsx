import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { divergingCss } from '../encoding/diverging';
import { binningNote, HeatStrip } from './heat-strip';

const strip = (values: number[], limit: number) =>
  renderToStaticMarkup(<HeatStrip control="vector" label="Message from 17" values={values} limit={limit} />);

describe('HeatStrip', () => {
  it('says in words what it shows in colour', () => {
    expect(strip([-0.4, 0, 0.8], 1)).toContain('aria-label="Message from 17: 3 values from −0.4 to 0.8"');
  });

  it('colours each cell by its share of the limit, with hard edges', () => {
    const markup = strip([-1, 0.5], 1);
    expect(markup).toContain(`${divergingCss(-1, 'light')} 0.000% 50.000%`);
    expect(markup).toContain(`${divergingCss(0.5, 'light')} 50.000% 100.000%`);
  });

  it('shows a vector of zeros in the middle colour', () => {
    expect(strip([0, 0], 0)).toContain(divergingCss(0, 'light'));
  });
});

describe('binningNote', () => {
  it('speaks only of vectors too long for one cell a column', () => {
    expect(binningNote(64)).toBeNull();
    expect(binningNote(256)).toBe('Each cell is the mean of 4 of 256 columns');
  });
});
