import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeLayers } from './layers.suite';

for (const name of NODE_BACKENDS) describeLayers(name, () => useBackend(name));
