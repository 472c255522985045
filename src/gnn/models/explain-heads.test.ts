import { vi } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { describeExplainedHeads } from './explain-heads.suite';

const limit = vi.hoisted(() => ({ bytes: Number.POSITIVE_INFINITY }));
vi.mock('../kernels/largest-tensor', () => ({ largestTensor: () => limit.bytes }));

const binding = {
  bindAtMost: (bytes: number) => {
    limit.bytes = bytes;
  },
  release: () => {
    limit.bytes = Number.POSITIVE_INFINITY;
  },
};
for (const name of NODE_BACKENDS) describeExplainedHeads(name, () => useBackend(name), binding);
