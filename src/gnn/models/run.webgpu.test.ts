import { useWebGPU } from '../testing/webgpu';
import { describeRuns } from './run.suite';

describeRuns('webgpu', useWebGPU);
