import { useWebGPU } from '../../testing/webgpu';
import { describeEdgeSoftmax } from './edge-softmax.suite';

describeEdgeSoftmax('webgpu', useWebGPU);
