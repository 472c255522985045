import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeJumps } from './jump.suite';

for (const name of NODE_BACKENDS) describeJumps(name, () => useBackend(name));
