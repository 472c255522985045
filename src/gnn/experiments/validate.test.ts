import { describe, expect, it } from 'vitest';
import { SMALL } from './testing/small';
import { validateExperiment } from './validate';

const [gcn, gcnii] = SMALL.lines;

describe('a specification', () => {
  it('is completed, its depths in order', () => {
    const spec = validateExperiment(SMALL);
    expect(spec).toMatchObject({ title: 'small', description: '', depths: [1, 3], seeds: [0, 5], expected: [] });
    expect(validateExperiment({ ...SMALL, task: undefined, measures: undefined })).toMatchObject({ task: null });
    expect(validateExperiment({ ...SMALL, measures: undefined }).measures).toContain('effectiveRank');
    expect(validateExperiment(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  it.each([
    [null, 'the specification is null, but it has to be an object'],
    [{ ...SMALL, version: 2 }, 'version is 2, and this Hopscope reads version 1. A newer'],
    [{ ...SMALL, dephts: [2] }, 'the specification has no "dephts"; it takes'],
    [{ ...SMALL, dephts: [2] }, 'Did you mean "depths"?'],
    [{ ...SMALL, name: 'Mine!' }, 'name is "Mine!", but it has to be small letters'],
    [{ ...SMALL, graph: 'circles' }, 'graph is "circles", but it has to be an object'],
    [{ ...SMALL, graph: { id: 'cbm', parameters: { nodes: 'many' } } }, 'graph.parameters.nodes is "many"'],
    [{ ...SMALL, lines: [] }, 'lines is empty, but it has to be a list of 1 to 16'],
    [{ ...SMALL, lines: [gcn, { ...gcnii, name: 'GCN' }] }, 'lines[1] is "GCN", as lines[0] is already'],
    [
      { ...SMALL, lines: [gcn, { name: 'x', recipe: { conv: 'gcm' } }] },
      'lines[1].recipe.conv is "gcm", but it can be "gcn"',
    ],
    [{ ...SMALL, lines: [gcn, { name: 'x', recipe: { conv: 'gcm' } }] }, 'The nearest is "gcn".'],
    [{ ...SMALL, lines: [{ ...gcn, recipe: { conv: 'gcn', hops: 4 } }] }, 'lines[0].recipe.hops is for depths to say'],
    [
      { ...SMALL, lines: [{ ...gcn, recipe: { conv: 'gcn', widht: 4 } }] },
      'lines[0].recipe: the recipe has no "widht"',
    ],
    [
      { ...SMALL, lines: [gcn, { ...gcnii, task: { groups: [{ prefix: 3 }] } }] },
      'lines[1].task.groups[0].prefix is 3',
    ],
    [{ ...SMALL, task: { epochs: 0 } }, 'task.epochs is 0, but it has to be a whole number'],
    [{ ...SMALL, task: { epochs: 3, seed: 4 } }, 'task.seed is not for an experiment; leave it out'],
    [
      { ...SMALL, depths: [2, 1e6] },
      'depths[1] is 1000000, but it has to be a whole number from 1 to 128. The nearest is 128.',
    ],
    [{ ...SMALL, depths: [2, 4, 2] }, 'depths[2] is 2, as depths[0] is already'],
    [{ ...SMALL, seeds: [] }, 'seeds is empty, but it has to be a list of 1 to 100'],
    [{ ...SMALL, seeds: [0.5] }, 'seeds[0] is 0.5, but it has to be a whole number'],
    [
      { ...SMALL, depths: Array.from({ length: 64 }, (_, i) => i + 1), seeds: Array.from({ length: 90 }, (_, i) => i) },
      'lines × depths × seeds are 11,520 runs, and there may be 2,000',
    ],
    [{ ...SMALL, measures: ['mda'] }, 'measures[0] is "mda", but it can be'],
    [
      { ...SMALL, expected: [{ line: 'GCN', depth: 2 }] },
      'expected[0].depth is 2, but it has to be one of the depths 1, 3',
    ],
  ])('is refused with its place and the reason: %j', (given, reason) => {
    expect(() => validateExperiment(given)).toThrow(reason);
    expect(() => validateExperiment(given)).toThrow(/^Experiment: /);
  });
});
