import { useWebGPU } from '../testing/webgpu';
import { describeJumps } from './jump.suite';

describeJumps('webgpu', useWebGPU);
