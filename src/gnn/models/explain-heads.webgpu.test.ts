import { bindAtMost } from '../testing/bind-at-most';
import { useWebGPU } from '../testing/webgpu';
import { describeExplainedHeads } from './explain-heads.suite';

describeExplainedHeads('webgpu', useWebGPU, { bindAtMost, release: () => {} });
