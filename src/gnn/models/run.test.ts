import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeRuns } from './run.suite';

for (const name of NODE_BACKENDS) describeRuns(name, () => useBackend(name));
