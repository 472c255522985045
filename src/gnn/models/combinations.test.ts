import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeCombinations } from './combinations.suite';

for (const name of NODE_BACKENDS) describeCombinations(name, () => useBackend(name), 'every');
