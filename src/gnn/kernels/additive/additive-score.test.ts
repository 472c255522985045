import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeAdditiveScore } from './additive-score.suite';

for (const name of NODE_BACKENDS) describeAdditiveScore(name, () => useBackend(name));
