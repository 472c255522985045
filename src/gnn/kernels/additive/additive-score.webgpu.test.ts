import { useWebGPU } from '../../testing/webgpu';
import { describeAdditiveScore } from './additive-score.suite';

describeAdditiveScore('webgpu', useWebGPU);
