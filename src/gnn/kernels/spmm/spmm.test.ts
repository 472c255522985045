import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeSpmm } from './spmm.suite';

for (const name of NODE_BACKENDS) describeSpmm(name, () => useBackend(name));
