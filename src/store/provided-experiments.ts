import depthCora from '../catalog/experiments/depth-cora.json';
import depthPackages from '../catalog/experiments/depth-packages.json';
import depthSweep from '../catalog/experiments/depth-sweep.json';
import homophily from '../catalog/experiments/homophily.json';
import overSquashing from '../catalog/experiments/over-squashing.json';
import remedies from '../catalog/experiments/remedies.json';
import sixHops from '../catalog/experiments/six-hops.json';
import type { ExperimentView } from './state';

/** An experiment on offer, and what of it is looked at first. */
interface Provided {
  specification: { name: string; title: string };
  view: ExperimentView;
}

export const PROVIDED: readonly Provided[] = [
  { specification: depthSweep, view: { of: 'test', against: 'depth', when: 'trained' } },
  { specification: depthCora, view: { of: 'test', against: 'depth', when: 'trained' } },
  { specification: depthPackages, view: { of: 'test', against: 'depth', when: 'trained' } },
  { specification: remedies, view: { of: 'effectiveRank', against: 'test', when: 'trained' } },
  { specification: homophily, view: { of: 'test', against: 'depth', when: 'trained' } },
  { specification: sixHops, view: { of: 'mad', against: 'reach', when: 'untrained' } },
  { specification: overSquashing, view: { of: 'train', against: 'depth', when: 'trained' } },
];

/** @throws {Error} naming those there are. */
export function experimentBy(name: string): Provided {
  const found = PROVIDED.find(({ specification }) => specification.name === name);
  if (found) return found;
  const names = PROVIDED.map(({ specification }) => specification.name);
  throw new Error(`Experiment: there is no "${name}"; there are ${names.join(', ')}, or give a specification.`);
}
