import type { WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';

/** A program and the values of its uniforms, in order. */
export interface Program {
  program: WebGPUProgram;
  uniforms: { type: 'int32' | 'float32'; data: number[] }[];
}

/** Threads of one workgroup. */
const GROUP = 64;

/**
 * A program with one thread for each element of the output, or for each four of them. Each thread writes once and no other
 * reads it, so there are no atomics and a run repeats to the bit. Indices are read as i32, raw.
 */
export function threadPerElement(parts: {
  name: string;
  /** Names of the inputs that are there, in the order of the kernel. */
  inputs: string[];
  /** Elements read at a time, where that is not 1. */
  reads?: Record<string, 1 | 4>;
  /** Elements written at a time. */
  writes?: 1 | 4;
  output: number[];
  /** Whole numbers the body reads as `uniforms.name`. */
  integers: Record<string, number>;
  floats?: Record<string, number>;
  /** Statements that set `result[thread]`. */
  body: string;
}): Program {
  const { name, inputs, reads = {}, writes = 1, output, integers, floats = {}, body } = parts;
  const threads = output.reduce((product, size) => product * size, 1) / writes;
  const declared = [
    ...Object.keys(integers).map((uniform) => `${uniform} : i32,`),
    ...Object.keys(floats).map((uniform) => `${uniform} : f32,`),
  ];
  const program: WebGPUProgram = {
    outputShape: output,
    outputComponent: writes,
    variableNames: inputs,
    variableComponents: inputs.map((input) => reads[input] ?? 1),
    uniforms: declared.join(' '),
    workgroupSize: [GROUP, 1, 1],
    dispatchLayout: { x: output.map((_, dimension) => dimension) },
    dispatch: [Math.ceil(threads / GROUP), 1, 1],
    size: true,
    // The text itself, so that no two variants can ever share a key.
    shaderKey: [name, writes, ...inputs.map((input) => `${input}:${reads[input] ?? 1}`), body].join(),
    getUserCode: () => `fn main(thread : i32) { if (thread < uniforms.size) { ${body} } }`,
  };
  const uniforms = [
    ...Object.values(integers).map((value) => ({ type: 'int32' as const, data: [value] })),
    ...Object.values(floats).map((value) => ({ type: 'float32' as const, data: [value] })),
  ];
  return { program, uniforms };
}

/** A float constant of 1 or 4 elements. */
export const splat = (lanes: 1 | 4, value: '0.0' | '1.0'): string => (lanes === 4 ? `vec4<f32>(${value})` : value);
