import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { columnsFor } from '../../charts/columns';
import { MEASURE_STYLES } from '../../charts/measures';
import type { Trace } from '../../engine/protocol';
import { HopTrack, hopForKey } from './hop-track';
import { Readings } from './readings';
import { trackCurves } from './track-curves';

const trace: Trace = {
  hops: 2,
  nodeCount: 2,
  widths: [5, 4, 4],
  projections: [Float32Array.of(1, 0, 0, -1, 0, 0), new Float32Array(6), new Float32Array(6)],
  explained: [
    [1, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  measures: [
    { dirichlet: 4, reach: 0.5 },
    { dirichlet: 1, reach: 1, effectiveRank: null },
    { dirichlet: 0.069, reach: 1 },
  ],
  notes: { effectiveRank: 'wider than 256 columns' },
  shapes: [
    { point: 0.5, ray: 0.5, zeroRows: 0, nearestCentroid: null },
    { point: 0.9, ray: 0.5, zeroRows: 1, nearestCentroid: null },
    { point: 0.9999, ray: 0.5, zeroRows: 0, nearestCentroid: { share: 0.5, byClass: [1, 0] } },
  ],
  predictions: null,
  inputDescription: 'random, 5 columns, seed 7',
  backend: 'cpu',
  milliseconds: 1,
};
const ignore = () => undefined;
const measures = MEASURE_STYLES.filter(({ key }) => key === 'dirichlet' || key === 'reach');

describe('HopTrack', () => {
  const film = { projections: trace.projections, colours: () => new Uint8ClampedArray(8) };
  const markup = renderToStaticMarkup(
    <HopTrack trace={trace} others={[]} hop={1} measures={measures} film={film} onHop={ignore} />,
  );

  it('is a slider that says the hop and its figures', () => {
    expect(markup).toContain('role="slider"');
    expect(markup).toContain('aria-valuemin="0" aria-valuemax="2" aria-valuenow="1"');
    expect(markup).toContain('aria-valuetext="Hop 1 of 2: Dirichlet energy 1, Reach 100\u202f%"');
  });

  it('marks where the width changes and breaks the curves of the embedding there, not reach', () => {
    expect(markup).toContain('5 → 4 wide');
    const paths = [...markup.matchAll(/class="curve" d="([^"]*)"/g)].map(([, path]) => path.match(/[ML]/g)?.join(''));
    expect(paths).toEqual(['ML', 'MLL']);
  });
});

describe('the curves of what it is compared with', () => {
  const [dirichlet, reach] = measures;
  const other = { widths: [4, 4, 4, 4], measures: [8, 4, 2, 1].map((value) => ({ dirichlet: value, reach: 1 })) };
  const columns = columnsFor(2, 300);
  const heights = (others: (typeof other)[]) => {
    const { curves, beside } = trackCurves(trace, others, [dirichlet, reach], columns, 100);
    return [curves, beside].map((all) => all.map(({ curve }) => curve.heights));
  };

  it('share the scale of each measure, and go as far as the hops do', () => {
    expect(heights([])).toEqual([
      [
        [1, 1 / 4, 0.069 / 4],
        [0.5, 1, 1],
      ],
      [],
    ]);
    expect(heights([other])).toEqual([
      [
        [1 / 2, 1 / 8, 0.069 / 8],
        [0.5, 1, 1],
      ],
      [
        [1, 1 / 2, 1 / 4],
        [1, 1, 1],
      ],
    ]);
  });
});

describe('hopForKey', () => {
  it('steps, leaps and stays inside', () => {
    expect(hopForKey('ArrowRight', 3, 16)).toBe(4);
    expect(hopForKey('ArrowLeft', 0, 16)).toBe(0);
    expect(hopForKey('PageUp', 12, 16)).toBe(16);
    expect(hopForKey('Home', 12, 16)).toBe(0);
    expect(hopForKey('End', 12, 16)).toBe(16);
    expect(hopForKey('m', 12, 16)).toBeNull();
  });
});

describe('Readings', () => {
  const render = (hop: number, directed = false) =>
    renderToStaticMarkup(
      <Readings
        trace={trace}
        hop={hop}
        directed={directed}
        classes={['Red', 'Blue']}
        within={0.05}
        onWithin={ignore}
        shown={['dirichlet', 'mad', 'effectiveRank']}
        onShown={ignore}
      />,
    );

  it('shows the trace’s numbers at the hop, a dash for what was not computed, with the reason', () => {
    expect(render(2)).toContain('>0.069</strong>');
    expect(render(1)).toMatch(/data-control="note-effectiveRank"[^>]*>–</);
    expect(render(1)).toContain('wider than 256 columns');
  });

  it('counts zero rows beside the mean cosine distance, where they look distant', () => {
    expect(render(1)).toContain('1 zero row');
    expect(render(2)).not.toContain('zero row<');
  });

  it('says what the trace comes to, and that a directed graph is read both ways', () => {
    expect(render(0)).toContain('at hop 2: the distance from one point is 1\u202f% of the rows’ length.');
    expect(render(0)).toContain('right for 50\u202f% of labelled nodes; no longer told apart: Blue.');
    expect(render(0)).not.toContain('both ways');
    expect(render(0, true)).toContain('both ways');
  });
});
