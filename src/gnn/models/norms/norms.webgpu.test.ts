import { useWebGPU } from '../../testing/webgpu';
import { describeNorms } from './norms.suite';

describeNorms('webgpu', useWebGPU);
