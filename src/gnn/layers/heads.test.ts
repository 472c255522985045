import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeHeads } from './heads.suite';

for (const name of NODE_BACKENDS) describeHeads(name, () => useBackend(name));
