import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeEdgeSoftmax } from './edge-softmax.suite';

for (const name of NODE_BACKENDS) describeEdgeSoftmax(name, () => useBackend(name));
