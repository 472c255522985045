import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeSpmmMax } from './spmm-max.suite';

for (const name of NODE_BACKENDS) describeSpmmMax(name, () => useBackend(name));
