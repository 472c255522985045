import { describe, expect, it } from 'vitest';
import { jobKey } from './results';
import { countRuns, graphOf, jobsOf } from './specification';
import { SMALL } from './testing/small';
import { validateExperiment } from './validate';

const [gcn, gcnii] = SMALL.lines;
const published = (changed: object) => ({
  ...SMALL,
  published: [{ line: 'GCN', source: 'a paper', points: [{ depth: 2, value: 0.8 }], ...changed }],
});

const gridded = (changed: object) => ({
  ...SMALL,
  depths: [2],
  grid: { x: { parameter: 'homophily', values: [1, 0] }, y: { parameter: 'signal', values: [0, 2] }, ...changed },
});

describe('a specification', () => {
  it('is completed, its depths in order', () => {
    const spec = validateExperiment(SMALL);
    expect(spec).toMatchObject({
      title: 'small',
      description: '',
      depths: [1, 3],
      seeds: [0, 5],
      expected: [],
      grid: null,
      published: [],
    });
    expect(validateExperiment({ ...SMALL, task: undefined, measures: undefined })).toMatchObject({ task: null });
    expect(validateExperiment({ ...SMALL, measures: undefined }).measures).toContain('effectiveRank');
    expect(validateExperiment(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  it('varies two parameters of the graph, and others by depth', () => {
    const spec = validateExperiment({
      ...gridded({}),
      graph: { id: 'cbm', parameters: { nodes: 60 }, byDepth: { classes: 1 } },
    });
    expect(countRuns(spec)).toBe(2 * 4 * 2);
    const jobs = jobsOf(spec);
    expect(jobs.map(({ at }) => at).slice(0, 4)).toEqual([
      { homophily: 0, signal: 0 },
      { homophily: 0, signal: 0 },
      { homophily: 1, signal: 0 },
      { homophily: 1, signal: 0 },
    ]);
    const parameters = { nodes: 60, classes: 3, homophily: 1, signal: 2 };
    expect(graphOf(spec, jobs[7])).toEqual({ id: 'cbm', parameters });
    expect(new Set(jobs.map((job) => jobKey(job))).size).toBe(jobs.length);
  });

  it.each<[string, unknown]>([
    ['the specification is null, but it has to be an object', null],
    ['version is 2, and this Hopscope reads version 1. A newer', { ...SMALL, version: 2 }],
    ['the specification has no "dephts"; it takes', { ...SMALL, dephts: [2] }],
    ['Did you mean "depths"?', { ...SMALL, dephts: [2] }],
    ['name is "Mine!", but it has to be small letters', { ...SMALL, name: 'Mine!' }],
    ['graph is "circles", but it has to be an object', { ...SMALL, graph: 'circles' }],
    ['graph.parameters.nodes is "many"', { ...SMALL, graph: { id: 'cbm', parameters: { nodes: 'many' } } }],
    ['lines is empty, but it has to be a list of 1 to 16', { ...SMALL, lines: [] }],
    ['lines[1] is "GCN", as lines[0] is already', { ...SMALL, lines: [gcn, { ...gcnii, name: 'GCN' }] }],
    [
      'lines[1].recipe.conv is "gcm", but it can be "gcn"',
      { ...SMALL, lines: [gcn, { name: 'x', recipe: { conv: 'gcm' } }] },
    ],
    ['The nearest is "gcn".', { ...SMALL, lines: [gcn, { name: 'x', recipe: { conv: 'gcm' } }] }],
    ['lines[0].recipe.hops is for depths to say', { ...SMALL, lines: [{ ...gcn, recipe: { conv: 'gcn', hops: 4 } }] }],
    [
      'lines[0].recipe: the recipe has no "widht"',
      { ...SMALL, lines: [{ ...gcn, recipe: { conv: 'gcn', widht: 4 } }] },
    ],
    [
      'lines[1].task.groups[0].prefix is 3',
      { ...SMALL, lines: [gcn, { ...gcnii, task: { groups: [{ prefix: 3 }] } }] },
    ],
    ['task.epochs is 0, but it has to be a whole number', { ...SMALL, task: { epochs: 0 } }],
    ['task.seed is not for an experiment; leave it out', { ...SMALL, task: { epochs: 3, seed: 4 } }],
    [
      'depths[1] is 1000000, but it has to be a whole number from 1 to 128. The nearest is 128.',
      { ...SMALL, depths: [2, 1e6] },
    ],
    ['depths[2] is 2, as depths[0] is already', { ...SMALL, depths: [2, 4, 2] }],
    ['seeds is empty, but it has to be a list of 1 to 100', { ...SMALL, seeds: [] }],
    ['seeds[0] is 0.5, but it has to be a whole number', { ...SMALL, seeds: [0.5] }],
    [
      'lines × depths × seeds are 11,520 runs, and there may be 2,000',
      { ...SMALL, depths: Array.from({ length: 64 }, (_, i) => i + 1), seeds: Array.from({ length: 90 }, (_, i) => i) },
    ],
    ['measures[0] is "mda", but it can be', { ...SMALL, measures: ['mda'] }],
    [
      'expected[0].depth is 2, but it has to be one of the depths 1, 3',
      { ...SMALL, expected: [{ line: 'GCN', depth: 2 }] },
    ],
    [
      'grid.y.parameter is "homophily", as grid.x.parameter is',
      gridded({ y: { parameter: 'homophily', values: [1] } }),
    ],
    ['grid.x.values is empty, but it has to be a list of 1 to 32', gridded({ x: { parameter: 'signal', values: [] } })],
    ['grid has no "z"; it takes "x" and "y"', gridded({ z: {} })],
    ['depths is 2 long, but with a grid there is one depth; take [1]', { ...gridded({}), depths: [1, 3] }],
    [
      'graph.byDepth.radius is "one", but it has to be a number',
      { ...SMALL, graph: { id: 'tree', byDepth: { radius: 'one' } } },
    ],
    [
      'graph.byDepth.trees is 1 long, but it has to say one for each of the 2 depths',
      { ...SMALL, graph: { id: 'tree', byDepth: { trees: [4] } } },
    ],
    ['published[0].line is "GCN2", but it can be "GCN" or "GCNII". The nearest is "GCN"', published({ line: 'GCN2' })],
    ['score is "tests", but it can be "test" or "train". The nearest is "test"', { ...SMALL, score: 'tests' }],
    ['published[0].source is missing, but it has to be a text', published({ source: undefined })],
    ['published[0].points is empty, but it has to be a list of 1 to 64', published({ points: [] })],
    [
      'published[0].points[0].value is 81.1, but it has to be a number from 0 to 1. The nearest is 1.',
      published({ points: [{ depth: 2, value: 81.1 }] }),
    ],
    [
      'published[0].points[1] is 2, as published[0].points[0] is already',
      published({ points: [2, 2].map((depth) => ({ depth, value: 0.5 })) }),
    ],
  ])('is refused: %s', (reason, given) => {
    expect(() => validateExperiment(given)).toThrow(reason);
    expect(() => validateExperiment(given)).toThrow(/^Experiment: /);
  });
});
