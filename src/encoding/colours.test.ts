import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { karateClub } from '../graph/generators/karate';
import { classColour } from './class-colour';
import { type ColourContext, type ColourEncoding, colours, FADED } from './colours';
import { embeddingColour, embeddingScale } from './embedding-colour';
import { legend } from './legend';
import { nodeCss } from './node-css';
import { contrast, oklabOfRgb, type Rgb } from './oklab';
import { predictedWords, wrongMarks } from './predicted';
import { NEUTRAL, PAPER, type Theme } from './theme';

const ENCODINGS: ColourEncoding[] = ['embedding', 'class', 'reach', 'degree', 'prediction', 'confidence'];
const THEMES: Theme[] = ['light', 'dark'];

const graph = karateClub();
const first = Float32Array.from({ length: 34 * 3 }, (_, i) => Math.sin(i * i + 1) * 3);
const projections = [first, first.map((x) => x / 4), new Float32Array(34 * 3)];
/** Every third node is taken for the other class. */
const predictions = {
  label: Int32Array.from({ length: 34 }, (_, v) =>
    v % 3 === 0 ? 1 - (graph.labels?.[v] ?? 0) : (graph.labels?.[v] ?? 0),
  ),
  confidence: Float32Array.from({ length: 34 }, (_, v) => 0.5 + v / 68),
};
const base: ColourContext = {
  ...{ graph, projections, hop: 0, hopsFromFocus: null, heardWithin: null, predictions, theme: 'light' },
};

const rgbAt = (rgba: Uint8ClampedArray, node: number): Rgb => [rgba[4 * node], rgba[4 * node + 1], rgba[4 * node + 2]];
const distance = (one: Rgb, other: Rgb) => {
  const [a, b] = [oklabOfRgb(one), oklabOfRgb(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe('colours', () => {
  it('colour every node, the same way each time, in every encoding and theme', () => {
    for (const encoding of ENCODINGS) {
      for (const theme of THEMES) {
        const context = { ...base, theme, hopsFromFocus: Int32Array.from({ length: 34 }, (_, v) => v % 5) };
        const rgba = colours(encoding, context);
        expect(rgba.length).toBe(34 * 4);
        expect(colours(encoding, context)).toEqual(rgba);
        expect(new Set(Array.from({ length: 34 }, (_, v) => nodeCss(rgba, v))).size).toBeGreaterThan(1);
        for (let v = 0; v < 34; v++) expect(rgba[4 * v + 3]).toBe(255);
      }
    }
  });

  it('run together as the embedding collapses, on one scale for all hops', () => {
    const spread = (hop: number) => {
      const rgba = colours('embedding', { ...base, hop });
      return Math.max(...Array.from({ length: 33 }, (_, v) => distance(rgbAt(rgba, 0), rgbAt(rgba, v + 1))));
    };
    expect(spread(0)).toBeGreaterThan(0.15);
    expect(spread(1)).toBeLessThan(spread(0) / 2);
    expect(spread(2)).toBe(0);
  });

  it('fade what the focus has not heard yet, and only with a focus', () => {
    const hopsFromFocus = Int32Array.from({ length: 34 }, (_, v) => v - 1);
    const alpha = (context: Partial<ColourContext>) => {
      const rgba = colours('degree', { ...base, ...context });
      return [0, 1, 4, 5].map((v) => rgba[4 * v + 3]);
    };
    expect(alpha({ hopsFromFocus, heardWithin: 3 })).toEqual([FADED, 255, 255, FADED]);
    expect(alpha({ hopsFromFocus, heardWithin: null })).toEqual([255, 255, 255, 255]);
    expect(alpha({ hopsFromFocus: null, heardWithin: 3 })).toEqual([255, 255, 255, 255]);
  });

  it('are grey where there is nothing to say', () => {
    const bare = graphFromPlain({ nodes: 3, edges: [] });
    const context = { ...base, graph: bare, projections: null, predictions: null };
    for (const encoding of ['embedding', 'class', 'reach', 'prediction', 'confidence'] as const) {
      expect(rgbAt(colours(encoding, context), 2)).toEqual(NEUTRAL.light);
    }
    const never = colours('reach', { ...context, hopsFromFocus: Int32Array.of(0, 1, -1) });
    expect(rgbAt(never, 2)).toEqual(NEUTRAL.light);
    expect(rgbAt(never, 1)).not.toEqual(NEUTRAL.light);
  });
});

describe('what was predicted', () => {
  it('is in the colours of the classes, right or wrong', () => {
    const rgba = colours('prediction', base);
    for (let v = 0; v < 34; v++) expect(rgbAt(rgba, v)).toEqual(classColour(predictions.label[v], 'light'));
  });

  it('is stronger the surer it is, from a guess to a certainty', () => {
    const rgba = colours('confidence', base);
    expect(contrast(rgbAt(rgba, 33), PAPER.light)).toBeGreaterThan(contrast(rgbAt(rgba, 17), PAPER.light));
    expect(contrast(rgbAt(rgba, 17), PAPER.light)).toBeGreaterThan(contrast(rgbAt(rgba, 0), PAPER.light));
  });

  it('is marked where it is wrong, and counted beside the classes', () => {
    expect([...wrongMarks(graph, predictions)]).toEqual(Array.from({ length: 34 }, (_, v) => (v % 3 === 0 ? 1 : 0)));
    const { entries } = legend('prediction', base);
    expect(entries.map(({ label, ringed }) => [label, ringed ?? false]).slice(0, 2)).toEqual([
      ['right 22 of 34', false],
      ['wrong 12', true],
    ]);
    const said = [0, 1].map((label) => predictions.label.filter((one) => one === label).length);
    expect(entries.slice(2).map(({ label }) => label)).toEqual([`Mr. Hi (${said[0]})`, `Officer (${said[1]})`]);
    expect(legend('confidence', base).entries.map(({ label }) => label)).toEqual([
      '50–70\u202f%: 14',
      '70–90\u202f%: 14',
      'over 90\u202f%: 6',
      'wrong 12',
    ]);
  });

  it('leaves nodes without a label neither right nor wrong', () => {
    const partly = graphFromPlain({ nodes: 3, edges: [], labels: [0, null, 1] });
    const said = { label: Int32Array.of(0, 1, 1), confidence: Float32Array.of(0.9, 0.8, 0.7) };
    expect([...wrongMarks(partly, said)]).toEqual([0, 0, 0]);
    const labels = legend('prediction', { ...base, graph: partly, predictions: said }).entries.map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['right 2 of 2', 'no label 1', '0 (1)', '1 (2)']);
  });

  it('is said in words', () => {
    const partly = graphFromPlain({
      nodes: [{ id: 'a', class: 'x' }, { id: 'b', class: 'y' }, { id: 'c' }],
      edges: [],
    });
    const said = { label: Int32Array.of(1, 1, 0), confidence: Float32Array.of(0.826, 1, 0.5) };
    expect([0, 1, 2].map((node) => predictedWords(partly, said, node))).toEqual([
      'predicted y (83\u202f%), is x',
      'predicted y (100\u202f%), rightly',
      'predicted x (50\u202f%)',
    ]);
  });
});

describe('embedding colours', () => {
  const score = fc.double({ min: -1e30, max: 1e30, noNaN: true });

  it('are readable on the paper whatever the scores', () => {
    fc.assert(
      fc.property(score, score, score, fc.constantFrom(0, 1e-45, 1e-9, 1, 1e30), (x, y, z, scale) => {
        for (const theme of THEMES) {
          expect(contrast(embeddingColour(x, y, z, scale, theme), PAPER[theme])).toBeGreaterThan(2.7);
        }
      }),
    );
  });

  it('differ by about the distance of the scores, while a screen can show it', () => {
    const inside = fc.double({ min: -0.35, max: 0.35, noNaN: true });
    fc.assert(
      fc.property(fc.array(inside, { minLength: 6, maxLength: 6 }), ([x, y, z, u, v, w]) => {
        const shown = distance(embeddingColour(x, y, z, 1, 'light'), embeddingColour(u, v, w, 1, 'light'));
        expect(Math.abs(shown - 0.17 * Math.hypot(x - u, y - v, z - w))).toBeLessThan(0.012);
      }),
    );
  });

  it('have a scale that a lone outlier does not set', () => {
    const scores = Float32Array.from({ length: 300 }, (_, i) => (i === 0 ? 1000 : Math.sin(i)));
    const scale = embeddingScale([scores, new Float32Array(300)]);
    expect(scale).toBeGreaterThan(1);
    expect(scale).toBeLessThan(2);
    expect(embeddingScale([new Float32Array(300)])).toBe(0);
    expect(embeddingScale([])).toBe(0);
  });
});

describe('legends', () => {
  it('name each class, and the unlabelled when there are any', () => {
    expect(legend('class', base).entries.map(({ label }) => label)).toEqual(['Mr. Hi', 'Officer']);
    const partly = graphFromPlain({ nodes: 2, edges: [], labels: [0, null] });
    expect(legend('class', { ...base, graph: partly }).entries.map(({ label }) => label)).toEqual(['0', 'no label']);
  });

  it('show the very colours of the nodes', () => {
    const context = { ...base, hopsFromFocus: Int32Array.from({ length: 34 }, (_, v) => Math.min(v, 9) - 1) };
    const entries = legend('reach', context).entries;
    expect(entries.map(({ label }) => label)).toEqual([
      'itself',
      '2 hops',
      '3 hops',
      '5 hops',
      '6 hops',
      '8 hops',
      'never heard',
    ]);
    const [red, green, blue] = rgbAt(colours('reach', context), 1);
    expect(entries[0].colour).toBe(`rgb(${red} ${green} ${blue})`);
  });

  it('have entries for any graph', () => {
    const bare = graphFromPlain({ nodes: 1, edges: [] });
    for (const encoding of ENCODINGS) {
      for (const theme of THEMES) {
        for (const some of [graph, bare]) {
          const { title, entries } = legend(encoding, {
            ...base,
            graph: some,
            predictions: some === graph ? predictions : null,
            theme,
          });
          expect(title).not.toBe('');
          expect(entries.length).toBeGreaterThan(0);
          expect(entries.length).toBeLessThan(9);
        }
      }
    }
    expect(legend('degree', base).entries.at(-1)?.label).toBe('17');
  });
});
