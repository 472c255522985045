import { useWebGPU } from '../../testing/webgpu';
import { describeSpmmMax } from './spmm-max.suite';

describeSpmmMax('webgpu', useWebGPU);
