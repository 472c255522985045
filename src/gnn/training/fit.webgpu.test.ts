import { useWebGPU } from '../testing/webgpu';
import { describeTraining } from './fit.suite';

describeTraining('webgpu', useWebGPU);
