import { expect, it } from 'vitest';
import { SMALL } from '../../gnn/experiments/testing/small';
import { validateExperiment } from '../../gnn/experiments/validate';
import { liveWords, shortWords } from './live-words';

const spec = validateExperiment(SMALL);
const live = { progress: { line: 'GCN', depth: 3, seed: 5, fraction: 0.5 }, secondsLeft: 42, paused: false };

it('says which run is under way and how long the rest takes', () => {
  expect(liveWords(spec, 4, live)).toBe('Run 5 of 8: GCN, depth 3, seed 5 · 42\u202fs left');
  expect(liveWords(spec, 4, { ...live, secondsLeft: null })).toBe('Run 5 of 8: GCN, depth 3, seed 5');
  expect(liveWords(spec, 4, { ...live, paused: true })).toBe('Run 5 of 8: GCN, depth 3, seed 5 · paused');
  expect(liveWords(spec, 0, { ...live, progress: null })).toBe('Getting ready …');
});

it('says it in short', () => {
  expect(shortWords(spec, 4, live)).toBe('Experiment: run 5 of 8 · 42\u202fs left');
  expect(shortWords(spec, 8, { ...live, paused: true })).toBe('Experiment (paused): run 8 of 8');
});
