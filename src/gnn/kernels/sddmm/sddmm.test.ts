import { NODE_BACKENDS, useBackend } from '../../testing/node';
import { describeSddmm } from './sddmm.suite';

for (const name of NODE_BACKENDS) describeSddmm(name, () => useBackend(name));
