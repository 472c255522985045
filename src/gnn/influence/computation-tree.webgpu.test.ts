import { useWebGPU } from '../testing/webgpu';
import { describeTree } from './computation-tree.suite';

describeTree('webgpu', useWebGPU);
