import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeNorms } from './norms.suite';

for (const name of NODE_BACKENDS) describeNorms(name, () => useBackend(name));
